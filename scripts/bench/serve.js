// npm run bench:serve: one-click unsubscriptions a second on one core, each answered after its durable write, beside a
// bare hono route that writes nothing.
import { spawn, spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NEWSLETTER, runNode } from './side-by-side.js';

const ROUNDS = 5;
const REQUESTS = 4000;
const CONNECTIONS = 64;
const BOUND = 500;
const LIST = 'newsletter.example.org';
const BODY = 'List-Unsubscribe=One-Click';
/** One core for the server; the client runs on the others. */
const PINNED = ['taskset', '-c', '0'];
const ON_ONE_CORE = spawnSync(PINNED[0] ?? '', ['--version']).status === 0 ? PINNED : [];

/** @param {string} root @param {number} readers */
function prepareWorkspace(root, readers) {
  writeFileSync(
    path.join(root, 'newsletter.yaml'),
    'name: Bench\norganisation: Bench\nsender: { address: news@example.org }\n',
  );
  const rows = Array.from({ length: readers }, (_, index) => `reader${String(index)}@example.org`);
  writeFileSync(path.join(root, 'readers.csv'), `email\n${rows.join('\n')}\n`);
  runNode([NEWSLETTER, 'subscribers', 'import', 'readers.csv', '--quiet'], { from: root });
}

/** The unsubscribe tokens of a range of readers, as the program makes them. @param {string} root */
function tokenMaker(root) {
  const match = /^token (\S+) (\S+)$/m.exec(readFileSync(path.join(root, 'data', 'keys'), 'utf8'));
  if (match === null) throw new Error('data/keys has no token key');
  const [, id, secret] = match;
  return (/** @type {number} */ subscriber) => {
    const number = subscriber.toString(36);
    const parts = ['newsletter token', 'unsubscribe', LIST, number, id].join('\0');
    const code = createHmac('sha256', secret).update(parts).digest().subarray(0, 16).toString('base64url');
    return `${id}.${number}.${code}`;
  };
}

/** Starts a server and waits for its line. @param {readonly string[]} args @param {string} from */
function startServer(args, from) {
  const [program = '', ...before] = [...ON_ONE_CORE, process.execPath];
  const child = spawn(program, [...before, ...args], { cwd: from, stdio: ['ignore', 'pipe', 'ignore'] });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => reject(new Error(`a server ended with ${String(code)}`)));
    child.stdout.on('data', (/** @type {Buffer} */ chunk) => {
      const url = /http:\/\/\S+/.exec(chunk.toString())?.[0];
      if (url !== undefined) resolve({ url, stop: () => child.kill('SIGTERM') });
    });
  });
}

/** @param {Agent} agent @param {string} url @returns {Promise<number | undefined>} */
function postOnce(agent, url) {
  return new Promise((resolve, reject) => {
    const posting = request(url, {
      agent,
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': BODY.length },
    });
    posting.on('error', reject);
    posting.on('response', (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode));
    });
    posting.end(BODY);
  });
}

/** Posts to every URL once, a bounded number at a time. @param {readonly string[]} urls */
async function measure(urls) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const waits = [];
  let next = 0;
  const started = performance.now();
  const work = async () => {
    for (let index = next++; index < urls.length; index = next++) {
      const began = performance.now();
      const status = await postOnce(agent, urls[index]);
      waits.push(performance.now() - began);
      if (status !== 200) throw new Error(`an answer was ${String(status)}`);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  waits.sort((left, right) => left - right);
  return { rate: urls.length / seconds, slowest: waits[Math.floor(waits.length * 0.99)] ?? NaN };
}

/** @param {readonly number[]} values */
function median(values) {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? NaN;
}

const root = mkdtempSync(path.join(tmpdir(), 'newsletter-bench-'));
const stops = [];
try {
  prepareWorkspace(root, REQUESTS * (ROUNDS + 1));
  const makeToken = tokenMaker(root);
  const ours = await startServer([NEWSLETTER, 'serve', '--port', '0'], root);
  const bare = await startServer([path.resolve('scripts/bench/bare-hono.js')], process.cwd());
  stops.push(ours.stop, bare.stop);
  const results = { ours: [], bare: [], slowest: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const paths = Array.from({ length: REQUESTS }, (_, index) => `/u/${makeToken(round * REQUESTS + index + 1)}`);
    const withoutWrite = await measure(paths.map((one) => bare.url + one));
    const durable = await measure(paths.map((one) => ours.url + one));
    // The first round only warms up.
    if (round === 0) continue;
    results.ours.push(durable.rate);
    results.bare.push(withoutWrite.rate);
    results.slowest.push(durable.slowest);
  }
  const rate = median(results.ours);
  const base = median(results.bare);
  const broken = !(rate >= BOUND);
  console.log(
    `One-click POSTs, ${String(CONNECTIONS)} connections, server on ${ON_ONE_CORE.length > 0 ? 'one core' : 'any core'} (medians of ${String(ROUNDS)} rounds)`,
  );
  console.log(`  a bare hono route            ${base.toFixed(0).padStart(6)} /s  1.00 ×`);
  console.log(
    `  newsletter serve, durable    ${rate.toFixed(0).padStart(6)} /s  ${(rate / base).toFixed(2)} ×  at least ${String(BOUND)} /s  ${broken ? 'TOO SLOW' : 'ok'}`,
  );
  console.log(`  99 of 100 answered within    ${median(results.slowest).toFixed(0).padStart(6)} ms`);
  if (broken) process.exitCode = 1;
} finally {
  for (const stop of stops) stop();
  rmSync(root, { recursive: true, force: true });
}
