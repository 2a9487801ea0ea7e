// npm run bench:crowd: how long readers wait for `newsletter serve` while 2,500 slow connections are open, and while
// another program holds the database, each beside the same readers alone; and how long the server takes to end then.
// The tests hold what is answered, without a bound of time.
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { judge } from './bundled.js';
import { NEWSLETTER, runNode } from './side-by-side.js';

const CROWD = 2500;
const READERS = 200;
const AT_ONCE = 20;
const LIST = 'newsletter.example.org';
const ONE_CLICK = 'List-Unsubscribe=One-Click';
const MAX_READER_SECONDS = 5;
const MAX_LOCKED_SECONDS = 20;
const MAX_END_SECONDS = 5;
/** A request that never ends is cut off. */
const MAX_SLOW_SECONDS = 22;

const seconds = (/** @type {number} */ started) => (performance.now() - started) / 1000;

/** A workspace with readers, and the path of the unsubscribe page of each. */
function prepareWorkspace(/** @type {string} */ root) {
  writeFileSync(
    path.join(root, 'newsletter.yaml'),
    'name: Bench\norganisation: Bench\nsender: { address: news@example.org }\n',
  );
  const rows = Array.from({ length: 300 }, (_, index) => `reader${String(index)}@example.org`);
  writeFileSync(path.join(root, 'readers.csv'), `email\n${rows.join('\n')}\n`);
  runNode([NEWSLETTER, 'subscribers', 'import', 'readers.csv', '--quiet'], { from: root });
  const match = /^token (\S+) (\S+)$/m.exec(readFileSync(path.join(root, 'data', 'keys'), 'utf8'));
  if (match === null) throw new Error('data/keys has no token key');
  const [, id, secret] = match;
  return rows.map((_, index) => {
    const number = (index + 1).toString(36);
    const parts = ['newsletter token', 'unsubscribe', LIST, number, id].join('\0');
    const code = createHmac('sha256', secret).update(parts).digest().subarray(0, 16).toString('base64url');
    return `/u/${id}.${number}.${code}`;
  });
}

/** Starts `newsletter serve`; `end` sends SIGTERM and tells how long it took. */
function startServer(/** @type {string} */ root) {
  const child = spawn(process.execPath, [NEWSLETTER, 'serve', '--port', '0'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const closed = new Promise((resolve) => child.on('close', resolve));
  const end = async () => {
    const started = performance.now();
    child.kill('SIGTERM');
    await closed;
    return seconds(started);
  };
  return new Promise((resolve, reject) => {
    void closed.then((code) => reject(new Error(`serve ended with ${String(code)}`)));
    child.stdout.on('data', (/** @type {Buffer} */ chunk) => {
      const url = /http:\/\/\S+/.exec(chunk.toString())?.[0];
      if (url !== undefined) resolve({ url, end });
    });
  });
}

/** One request on a connection of its own; its status, and the seconds until its answer was whole. */
function ask(/** @type {string} */ url, { method = 'GET', body = '', from = '127.0.0.1' } = {}) {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const headers = body === '' ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' };
    const asking = request(url, { method, headers, localAddress: from, agent: false }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve({ status: answer.statusCode, seconds: seconds(started) }));
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

/** The slowest of the readers, each of a network of their own, a few at a time. */
async function slowestReader(/** @type {string} */ url, /** @type {string} */ page) {
  let next = 0;
  let slowest = 0;
  const read = async () => {
    for (let reader = next++; reader < READERS; reader = next++) {
      const answer = await ask(url + (['/', '/subscribe', page][reader % 3] ?? '/'), { from: `127.${1 + reader}.0.7` });
      if (answer.status !== 200) throw new Error(`a reader got ${answer.status}`);
      slowest = Math.max(slowest, answer.seconds);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, read));
  return slowest;
}

/** Opens connections that send the beginning of a request and stay. */
async function openCrowd(/** @type {string} */ url, /** @type {string} */ bytes) {
  const { hostname, port } = new URL(url);
  const open = (/** @type {number} */ index) =>
    new Promise((resolve, reject) => {
      const localAddress = `127.0.1.${1 + (index % 250)}`;
      const socket = connect({ host: hostname, port: Number(port), localAddress }, () => {
        socket.write(bytes);
        resolve(socket);
      });
      socket.on('error', reject);
      socket.resume();
    });
  const sockets = [];
  for (let begun = 0; begun < CROWD; begun += 250) {
    sockets.push(...(await Promise.all(Array.from({ length: 250 }, (_, index) => open(begun + index)))));
  }
  for (const socket of sockets) socket.removeAllListeners('error').on('error', () => undefined);
}

/** Another process that holds the write lock of a database; ended, it gives it back. */
async function lockDatabase(/** @type {string} */ file) {
  const program = `
    const database = new (require('better-sqlite3'))(process.argv[1]);
    database.exec('begin immediate');
    console.log('busy');
    process.stdin.on('end', () => { database.exec('commit'); database.close(); }).resume();`;
  const child = spawn(process.execPath, ['-e', program, file], { stdio: 'pipe' });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return () => {
    child.stdin.end();
    return new Promise((resolve) => child.on('close', resolve));
  };
}

async function measureCrowd(/** @type {string} */ root, /** @type {readonly string[]} */ pages) {
  const [page = ''] = pages;
  const server = await startServer(root);
  const alone = await slowestReader(server.url, page);
  const half = `POST ${page} HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 26\r\n\r\nList-`;
  await openCrowd(server.url, half);
  await ask(`${server.url}/`, { from: '127.250.0.7' });
  const inCrowd = await slowestReader(server.url, page);
  console.log(`${READERS} readers, ${AT_ONCE} at once`);
  judge('the slowest, alone', alone, MAX_READER_SECONDS, 's');
  judge(`the slowest, beside ${CROWD} slow connections`, inCrowd, MAX_READER_SECONDS, 's');
  judge('the end, with the slow connections', await server.end(), MAX_END_SECONDS, 's');
}

async function measureLock(/** @type {string} */ root, /** @type {readonly string[]} */ pages) {
  const server = await startServer(root);
  const unlock = await lockDatabase(path.join(root, 'data', 'newsletter.db'));
  const post = (/** @type {string} */ page) => ask(server.url + page, { method: 'POST', body: ONE_CLICK });
  const posting = Promise.all(pages.map(post));
  const reading = await Promise.all(['/', '/subscribe', pages[0], pages[1]].map((page) => ask(server.url + page)));
  const posted = await posting;
  if (!posted.every(({ status }) => status === 503)) throw new Error('somebody was answered as if nothing held it');
  const slowestOf = (/** @type {readonly { seconds: number }[]} */ answers) =>
    Math.max(...answers.map((answer) => answer.seconds));
  console.log('While another program holds the database');
  judge(`${pages.length} who unsubscribe hear that they have to wait`, slowestOf(posted), MAX_LOCKED_SECONDS, 's');
  judge('pages that only read are there', slowestOf(reading), MAX_READER_SECONDS, 's');
  const late = post(pages[0] ?? '').catch(() => undefined);
  judge('the end, with a request that waits', await server.end(), MAX_END_SECONDS, 's');
  await late;
  await unlock();
}

async function measureSlowRequest(/** @type {string} */ root) {
  const server = await startServer(root);
  const { hostname, port } = new URL(server.url);
  const started = performance.now();
  const socket = connect(Number(port), hostname, () => socket.write('GET / HTTP/1.1\r\nHost: x\r\nX-Slow: '));
  socket.resume();
  const answer = await ask(`${server.url}/healthz`);
  await new Promise((resolve) => socket.on('close', resolve));
  console.log('Beside a request that never ends');
  judge('an answer', answer.seconds, 2, 's');
  judge('until it is cut off', seconds(started), MAX_SLOW_SECONDS, 's');
  await server.end();
}

const root = mkdtempSync(path.join(tmpdir(), 'newsletter-bench-'));
try {
  const pages = prepareWorkspace(root);
  await measureCrowd(root, pages);
  await measureLock(root, pages);
  await measureSlowRequest(root);
} finally {
  rmSync(root, { recursive: true, force: true });
}
