// Measures the running preview: its first build, and the builds after one contribution was changed.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { median, NEWSLETTER, runNode } from './side-by-side.js';

const CHANGES = 21;
const MAX_MS = 300;
const MAX_OF_FIRST = 1 / 3;
const CONTRIBUTION = path.join('issues', '2020-12', 'contributions', 'lefoe', 'rest-expert-meeting.md');

/** The states that a preview tells of, one after the other. */
async function* statesOf(url) {
  const response = await fetch(`${url}/events`);
  let rest = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    const messages = (rest + chunk).split('\n\n');
    rest = messages.pop() ?? '';
    for (const message of messages) {
      const data = /^event: state\ndata: (.*)$/m.exec(message)?.[1];
      if (data !== undefined) yield JSON.parse(data);
    }
  }
}

/** @returns {Promise<string>} */
function urlOf(preview) {
  return new Promise((resolve, reject) => {
    preview.stdout.on('data', (chunk) => {
      const url = /http:\/\/\S+/.exec(chunk.toString())?.[0];
      if (url !== undefined) resolve(url);
    });
    preview.once('close', (code) => reject(new Error(`the preview ended with ${String(code)}`)));
  });
}

/**
 * Prints how long the preview of a workspace takes, and fails the process where that is too long.
 *
 * @param {string} from the workspace
 */
export async function measureRebuild(from) {
  // Leaves the pictures in their cache, so that the first build of the preview is no worse than others.
  runNode([NEWSLETTER, 'build', '--quiet'], { from });
  const preview = spawn(process.execPath, [NEWSLETTER, 'preview', '--port', '0'], {
    cwd: from,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const states = statesOf(await urlOf(preview));
    const first = (await states.next()).value.milliseconds;
    const file = path.join(from, CONTRIBUTION);
    const written = readFileSync(file, 'utf8');
    const times = [];
    const seen = [];
    for (let change = 0; change < CHANGES; change += 1) {
      const started = performance.now();
      writeFileSync(file, `${written}\nChanged ${String(change)} times.\n`);
      const { value, done } = await states.next();
      if (done || value.failed) throw new Error('the preview could not be built again');
      times.push(value.milliseconds);
      seen.push(performance.now() - started);
    }
    report(first, median(times), median(seen));
  } finally {
    preview.kill('SIGTERM');
  }
}

function report(first, again, told) {
  const broken = !(again <= first * MAX_OF_FIRST && again < MAX_MS);
  console.log(`Running preview (median of ${String(CHANGES)} changes of one contribution)`);
  console.log(`  first build      ${first.toFixed(0).padStart(6)} ms`);
  console.log(
    `  build again      ${again.toFixed(0).padStart(6)} ms  ${(again / first).toFixed(2)} ×  at most 0.33, and ${String(MAX_MS)} ms  ${broken ? 'TOO SLOW' : 'ok'}`,
  );
  console.log(`  change to browser${told.toFixed(0).padStart(6)} ms, with the wait for the editor to be quiet`);
  if (broken) process.exitCode = 1;
}
