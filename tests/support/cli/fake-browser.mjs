// Plays a browser for the tests of screenshots, with a second process that writes in the profile until it is ended.
// Both stay connected to the socket of the test, so that it sees when they have ended, and can end them.
import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const role = process.env.FAKE_BROWSER_ROLE;
const flag = '--user-data-dir=';
const profile = process.argv.find((word) => word.startsWith(flag)).slice(flag.length);
const test = connect(process.env.FAKE_BROWSER_SOCKET);
test.resume();
test.on('end', () => process.exit());

if (process.argv.includes('--write')) test.once('connect', writeForEver);
else startWriter().once('message', answerQuestions);

function startWriter() {
  const program = fileURLToPath(import.meta.url);
  return spawn(process.execPath, [program, '--write', flag + profile], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

function writeForEver() {
  for (let number = 0; number < 20; number += 1) {
    try {
      mkdirSync(path.join(profile, 'Default'), { recursive: true });
      writeFileSync(path.join(profile, 'Default', String(number)), '');
    } catch {
      // Taken away at this moment.
    }
  }
  if (process.connected) process.send('writing', () => undefined);
  setImmediate(writeForEver);
}

/** Deeper than the 4096 bytes that a path may have. */
function digDeep() {
  process.chdir(profile);
  for (let depth = 0; depth < 20; depth += 1) {
    mkdirSync('x'.repeat(250));
    process.chdir('x'.repeat(250));
  }
}

function answerQuestions() {
  if (role === 'has a profile too deep to remove') digDeep();
  let asked = '';
  createReadStream('', { fd: 3 }).on('data', (chunk) => {
    const questions = (asked + chunk).split('\0');
    asked = questions.pop();
    for (const question of questions) answer(JSON.parse(question));
  });
}

const answers = createWriteStream('', { fd: 4 });

function say(message) {
  answers.write(`${JSON.stringify(message)}\0`);
}

const RESULTS = {
  'Target.createTarget': { targetId: 'page' },
  'Target.attachToTarget': { sessionId: 'page' },
  'Page.navigate': role === 'reaches no page' ? { errorText: 'net::ERR_NAME_NOT_RESOLVED' } : {},
  'Page.getLayoutMetrics': { cssContentSize: { height: 900 } },
  'Page.captureScreenshot': { data: Buffer.from('picture').toString('base64') },
};

function answer({ id, method, sessionId }) {
  if (method === 'Browser.close') process.exit();
  if (method === 'Page.navigate' && role === 'crashes') process.exit(3);
  const go = () => {
    say({ id, sessionId, result: RESULTS[method] ?? {} });
    if (method === 'Page.navigate') say({ method: 'Page.loadEventFired', sessionId, params: {} });
  };
  if (method !== 'Page.navigate' || role !== 'waits for the test') return go();
  test.write('navigate');
  test.once('data', go);
}
