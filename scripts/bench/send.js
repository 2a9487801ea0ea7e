// npm run bench:send: messages a second into a mail server on this machine, ours beside nodemailer's sendMail and beside
// postfix's smtp-source, which does nothing but send. All in one run, round after round, so that whatever else the
// machine does meets all of them alike. Then the memory of a long list beside that of a short one.
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { htmlOf, textOf } from './sending/edition.js';
import { findProgram, startSink } from './sending/mail-server.js';
import { Programs } from './sending/programs.js';
import { median } from './side-by-side.js';

const ROUNDS = Number(process.env.ROUNDS ?? 9);
const MESSAGES = Number(process.env.MESSAGES ?? 8000);
/** sendMail is slow: fewer messages are enough to measure it. */
const FEW = Math.ceil(MESSAGES / 8);
const SESSIONS = 10;
const SHORT_LIST = 2000;
const LONG_LIST = Number(process.env.READERS ?? 200_000);
const WIRE_LENGTH = 88_000;

/** @typedef {{ sent: number, milliseconds: number, processorMilliseconds?: number, peakMebibytes?: number }} Run */

const programs = new Programs();

function writeKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const file = programs.path('dkim.pem');
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  return file;
}

/**
 * Sends to the readers of a workspace.
 *
 * @param {{ mode: 'ledger' | 'without', from: string, messages: number, port: number, key?: string }} sending
 * @returns {Run}
 */
function sendOurs({ port, key, ...sending }) {
  const environment = {
    NEWSLETTER_SMTP_URL: `smtp://127.0.0.1:${String(port)}?tls=off`,
    ...(key === undefined ? {} : { NEWSLETTER_DKIM_KEY: key }),
  };
  return programs.sendOurs({ ...sending, environment });
}

/** @param {number} port @param {string} [key] @returns {Run} */
function sendWithNodemailer(port, key) {
  return programs.runOther('nodemailer.js', [String(port), String(FEW), ...(key === undefined ? [] : [key])]);
}

/** @param {number} port @returns {Run} */
function sendWithSource(port) {
  const load = ['-s', String(SESSIONS), '-m', String(MESSAGES), '-l', String(WIRE_LENGTH)];
  const envelope = ['-f', 'news@example.org', '-t', 'r@example.com'];
  const started = performance.now();
  programs.run([findProgram('smtp-source'), ...load, ...envelope, `127.0.0.1:${String(port)}`]);
  return { sent: MESSAGES, milliseconds: performance.now() - started };
}

/** @param {string} what @param {number} value @param {number} bound @param {'least' | 'most'} kind */
function judge(what, value, bound, kind) {
  const broken = !(kind === 'least' ? value >= bound : value <= bound);
  const words = kind === 'least' ? 'at least' : 'at most';
  console.log(
    `  ${what.padEnd(58)} ${value.toFixed(2).padStart(6)}  ${words} ${String(bound)}  ${broken ? 'BROKEN' : 'ok'}`,
  );
  if (broken) process.exitCode = 1;
}

/** @param {number} port @param {string} key */
function compareSpeed(port, key) {
  const ours = { from: 'readers', messages: MESSAGES, port };
  const senders = {
    source: { name: 'smtp-source', send: () => sendWithSource(port) },
    sendMail: { name: 'nodemailer pool, sendMail', send: () => sendWithNodemailer(port) },
    ledger: { name: 'newsletter, ledger on disk', send: () => sendOurs({ ...ours, mode: 'ledger' }) },
    without: { name: 'newsletter, no ledger', send: () => sendOurs({ ...ours, mode: 'without' }) },
    signedSendMail: { name: 'nodemailer pool, sendMail, DKIM', send: () => sendWithNodemailer(port, key) },
    signed: { name: 'newsletter, ledger on disk, DKIM', send: () => sendOurs({ ...ours, mode: 'ledger', key }) },
  };
  /** @type {Record<string, Run[]>} */
  const runs = {};
  // The first round only warms up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const order = Object.entries(senders);
    // Every other round runs in the opposite order, because the machine may be slower for the sender that comes later.
    for (const [id, { send }] of round % 2 === 0 ? order : order.reverse()) {
      const result = send();
      if (round > 0) (runs[id] ??= []).push(result);
    }
  }
  const rates = Object.fromEntries(
    Object.entries(runs).map(([id, results]) => [
      id,
      median(results.map(({ sent, milliseconds }) => (sent / milliseconds) * 1000)),
    ]),
  );
  console.log(`Messages of 88 KB a second, ${String(SESSIONS)} sessions (medians of ${String(ROUNDS)} rounds)`);
  for (const [id, { name }] of Object.entries(senders)) {
    const each = median(
      (runs[id] ?? []).map(({ sent, processorMilliseconds = NaN }) => (processorMilliseconds * 1000) / sent),
    );
    const processor = Number.isNaN(each) ? '' : `${each.toFixed(0).padStart(7)} µs of the processor a message`;
    console.log(
      `  ${name.padEnd(36)} ${rates[id].toFixed(0).padStart(6)} /s  ${(rates[id] / rates.source).toFixed(2)} ×${processor}`,
    );
  }
  judge('newsletter with its ledger, in times of sendMail', rates.ledger / rates.sendMail, 8, 'least');
  judge('newsletter with its ledger, in times of smtp-source', rates.ledger / rates.source, 0.35, 'least');
  judge('with DKIM, in times of sendMail with DKIM', rates.signed / rates.signedSendMail, 6, 'least');
  // Of two runs one after the other: the machine was the same for both.
  const costs = (runs.ledger ?? []).map(
    ({ milliseconds }, index) => milliseconds / (runs.without?.[index]?.milliseconds ?? NaN) - 1,
  );
  judge('what the ledger costs, as a part of the time', median(costs), 0.1, 'most');
}

/** @param {number} port */
function compareMemory(port) {
  programs.prepareReaders('short', SHORT_LIST);
  programs.prepareReaders('long', LONG_LIST);
  const [short, long] = [
    { from: 'short', messages: SHORT_LIST },
    { from: 'long', messages: LONG_LIST },
  ].map((list) => sendOurs({ ...list, mode: 'ledger', port }).peakMebibytes ?? NaN);
  console.log(
    `Resident memory at its peak: ${String(SHORT_LIST)} readers ${short.toFixed(0)} MiB, ${String(LONG_LIST)} readers ${long.toFixed(0)} MiB`,
  );
  judge('memory for the long list, in times of the short one', long / short, 1.2, 'most');
}

const wire = textOf('', '').length + htmlOf('', '').length;
const sink = await startSink();
try {
  console.log(`An edition of ${String(wire)} characters before it is encoded; ${String(MESSAGES)} messages a run`);
  const key = writeKey();
  await programs.compileOurs();
  programs.prepareReaders('readers', MESSAGES);
  compareSpeed(sink.port, key);
  if (LONG_LIST > 0) compareMemory(sink.port);
} finally {
  sink.stop();
  programs.remove();
}
