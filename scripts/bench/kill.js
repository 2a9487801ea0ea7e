// npm run bench:kill: kills a sender 200 times at random moments of a send, over an SMTP server that counts, and then
// compares the ledger with what the server took. The test suite does the same 20 times.
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const KILLS = Number(process.env.KILLS ?? 200);
const AUDIENCE = KILLS * 75;
const CONNECTIONS = 10;

const folder = mkdtempSync(path.join(tmpdir(), 'newsletter-bench-'));
try {
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
  const outfile = path.join(folder, 'smtp-kills.js');
  await build({
    entryPoints: [path.resolve('tests/support/send/smtp-kills.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  });
  const { halfWayLimit, killSenders } = await import(pathToFileURL(outfile).href);
  const result = await killSenders({ audience: AUDIENCE, connections: CONNECTIONS, kills: KILLS });
  const { submitted = 0, failed = 0, skipped = 0, uncertain = 0 } = result.states;
  console.log(
    `${KILLS} senders, ${result.killed} of them killed at work; ${AUDIENCE} readers, ${CONNECTIONS} connections`,
  );
  console.log(`  submitted ${submitted}, failed ${failed}, skipped ${skipped}, uncertain ${uncertain}`);
  /** @param {string} what @param {number} value @param {boolean} fine */
  const judge = (what, value, fine) => {
    console.log(`  ${what.padEnd(52)} ${String(value).padStart(6)}  ${fine ? 'ok' : 'BROKEN'}`);
    if (!fine) process.exitCode = 1;
  };
  const sum = submitted + failed + skipped + uncertain;
  const limit = halfWayLimit(CONNECTIONS);
  judge('in a final state, of the audience', sum, sum === AUDIENCE);
  judge('got two', result.doubled.length, result.doubled.length === 0);
  judge('submitted, and the server has none', result.lost.length, result.lost.length === 0);
  judge(`left half-way by one kill, at most ${limit}`, result.mostHalfWay, result.mostHalfWay <= limit);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
