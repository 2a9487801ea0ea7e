// npm run bench:jobs: 10,000 service mails are enqueued while nobody carries them out, and sent through the outbox by a
// `serve` that is killed 20 times at random moments. Counts who got one, none or two, and how long it took.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { judge, withModule } from './bundled.js';

const MAILS = Number(process.env.MAILS ?? 10_000);
const KILLS = Number(process.env.KILLS ?? 20);
const MAX_SECONDS = 60;
/** Only what hangs comes to this end. */
const HANGS_MS = 600_000;

const root = mkdtempSync(path.join(tmpdir(), 'newsletter-bench-jobs-'));
const outbox = path.join(root, 'outbox', 'service');
const mailsWritten = () => (existsSync(outbox) ? readdirSync(outbox).filter((name) => name.endsWith('.eml')) : []);

writeFileSync(
  path.join(root, 'newsletter.yaml'),
  'name: The Newsletter\norganisation: La Strada International\nsender: { name: La Strada International, address: news@example.org }\n',
);

/** Starts `serve`, which begins with the jobs at once. */
function startServe() {
  const child = spawn(process.execPath, [path.resolve('bin/newsletter.js'), 'serve', '--port', '0', '--quiet'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  return { child, ended };
}

/** Waits until there are this number of mails, or the process ends. */
async function untilWritten(count) {
  const until = performance.now() + HANGS_MS;
  while (mailsWritten().length < count) {
    if (performance.now() > until) throw new Error(`only ${mailsWritten().length} mails were written`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

await withModule('tests/support/jobs/many-requests.ts', async ({ countJobs, enqueueMany }) => {
  try {
    const enqueueing = performance.now();
    await enqueueMany(root, MAILS);
    const enqueued = (performance.now() - enqueueing) / 1000;

    const started = performance.now();
    for (let kill = 0; kill < KILLS; kill += 1) {
      const server = startServe();
      // A random moment of its share of the work.
      const share = MAILS / (KILLS + 1);
      await untilWritten(Math.min(MAILS - 1, Math.floor(kill * share + Math.random() * share)));
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 30));
      server.child.kill('SIGKILL');
      await server.ended;
    }
    const killed = mailsWritten().length;
    const server = startServe();
    const last = performance.now();
    await untilWritten(MAILS);
    const unkilled = (performance.now() - last) / 1000;
    const seconds = (performance.now() - started) / 1000;
    while ((await countJobs(root)).waiting > 0) await new Promise((resolve) => setTimeout(resolve, 200));
    server.child.kill('SIGTERM');
    await server.ended;

    const got = new Map();
    for (const name of mailsWritten()) {
      const to = /^To: <?([^>\s]+)>?\r?$/m.exec(readFileSync(path.join(outbox, name), 'latin1'))?.[1] ?? name;
      got.set(to, (got.get(to) ?? 0) + 1);
    }
    const counts = await countJobs(root);
    console.log(`${MAILS} opt-in requests, ${KILLS} kills; the jobs afterwards: ${JSON.stringify(counts)}`);
    console.log(`  ${killed} mails before the last start, ${MAILS - killed} after it in ${unkilled.toFixed(1)} s`);
    judge('readers who got none', MAILS - got.size, 0, 'readers');
    judge('readers who got two', [...got.values()].filter((times) => times > 1).length, 0, 'readers');
    judge(
      'jobs that were given up or are left',
      counts.failed + counts.uncertain + counts.waiting + counts.running,
      0,
      'jobs',
    );
    judge('enqueued and sent, all starts included', enqueued + seconds, MAX_SECONDS, 's');
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
