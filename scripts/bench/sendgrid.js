// npm run bench:sendgrid: messages a second into a server on this machine that stands for SendGrid's and reads every
// request whole: ours, a thousand in a request, beside SendGrid's own client with one request a message. One request is
// open at a time in both. All in one run, round after round.
import { spawn } from 'node:child_process';
import { Programs } from './sending/programs.js';
import { median } from './side-by-side.js';

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const MESSAGES = Number(process.env.MESSAGES ?? 100_000);
/** One request a message is slow: fewer messages are enough to measure it. */
const FEW = 1500;
const BOUND = 50;

const programs = new Programs();

/** @returns {Promise<{ url: string, stop: () => void }>} */
function startServer() {
  const child = spawn(process.execPath, ['scripts/bench/sending/api-server.js'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.stdout.once('data', (/** @type {Buffer} */ chunk) =>
      resolve({ url: `http://127.0.0.1:${chunk.toString().trim()}`, stop: () => child.kill() }),
    );
  });
}

/** @param {'ledger' | 'without'} mode @param {string} url */
function sendOurs(mode, url) {
  const environment = { BENCH_TRANSPORT: 'sendgrid', SENDGRID_API_KEY: 'SG.bench', NEWSLETTER_SENDGRID_URL: url };
  return programs.sendOurs({ mode, from: 'readers', messages: MESSAGES, environment });
}

const server = await startServer();
try {
  await programs.compileOurs();
  programs.prepareReaders('readers', MESSAGES);
  const senders = {
    one: {
      name: "SendGrid's client, one request a message",
      send: () => programs.runOther('one-a-request.js', [server.url, String(FEW)]),
    },
    without: { name: 'newsletter, no ledger', send: () => sendOurs('without', server.url) },
    ledger: { name: 'newsletter, ledger on disk', send: () => sendOurs('ledger', server.url) },
  };
  /** @type {Record<string, { rate: number, processor: number }[]>} */
  const runs = {};
  // The first round only warms up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [id, { send }] of Object.entries(senders)) {
      const { sent, milliseconds, processorMilliseconds } = send();
      const run = { rate: (sent / milliseconds) * 1000, processor: (processorMilliseconds * 1000) / sent };
      if (round > 0) (runs[id] ??= []).push(run);
    }
  }
  console.log(`Messages of 88 KB a second over SendGrid's API (medians of ${String(ROUNDS)} rounds)`);
  const base = median((runs.one ?? []).map(({ rate }) => rate));
  for (const [id, { name }] of Object.entries(senders)) {
    const rate = median((runs[id] ?? []).map((run) => run.rate));
    const processor = median((runs[id] ?? []).map((run) => run.processor));
    const broken = id === 'without' && !(rate / base >= BOUND);
    const judgement = id === 'without' ? `  at least ${String(BOUND)}  ${broken ? 'TOO SLOW' : 'ok'}` : '';
    console.log(
      `  ${name.padEnd(42)} ${rate.toFixed(0).padStart(7)} /s ${(rate / base).toFixed(1).padStart(6)} ×  ${processor.toFixed(0).padStart(5)} µs of the processor a message${judgement}`,
    );
    if (broken) process.exitCode = 1;
  }
} finally {
  server.stop();
  programs.remove();
}
