// npm run bench:import: imports a million subscribers with the real program, and measures its time and memory.
import { createWriteStream, readFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { NEWSLETTER, runNode, withWorkspace } from './side-by-side.js';

const ROWS = Number(process.env.ROWS ?? 1_000_000);
const SECONDS = 60;
const MEBIBYTES = 300;

const NAMES = ['Anna Berg', 'Łucja Nowak', 'Олена Шевченко', 'Elif Şahin', "Sinéad O'Brien", '"Bo", the younger'];
const DOMAINS = ['example.org', 'mail.example.com', 'bücher.example', 'ngo.example.net'];

/** Lines as Mailchimp writes them, with addresses that do not come in any order. */
function* lines() {
  yield 'Email Address,First Name,Last Name,Language,TAGS,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,LATITUDE,LONGITUDE,LEID\r\n';
  let block = '';
  for (let row = 0; row < ROWS; row += 1) {
    const spread = ((row * 2_654_435_761) % 4_294_967_296).toString(36);
    const [first = '', last = ''] = (NAMES[row % NAMES.length] ?? '').split(' ');
    const name = `"${first.replaceAll('"', '""')}","${last.replaceAll('"', '""')}"`;
    const address = `Reader.${spread}@${DOMAINS[row % DOMAINS.length]}`;
    block += `${address},${name},uk,"press, members",2019-03-04 10:11:12,192.0.2.1,2019-03-04 10:20:00,52.37,4.89,${row}\r\n`;
    if (block.length < 64 * 1024) continue;
    yield block;
    block = '';
  }
  yield block;
}

/** @param {string} what @param {number} value @param {number} bound @param {string} unit */
function judge(what, value, bound, unit) {
  const broken = !(value <= bound);
  console.log(
    `  ${what.padEnd(7)} ${value.toFixed(1).padStart(8)} ${unit}  at most ${bound}  ${broken ? 'BROKEN' : 'ok'}`,
  );
  if (broken) process.exitCode = 1;
}

await withWorkspace(async (from) => {
  const file = path.join(from, 'million.csv');
  await pipeline(Readable.from(lines()), createWriteStream(file));
  const resources = path.join(from, 'resources.json');
  const hook = pathToFileURL(path.resolve('scripts/bench/resources.js')).href;
  const started = performance.now();
  runNode(['--import', hook, NEWSLETTER, 'subscribers', 'import', 'million.csv', '--quiet'], {
    from,
    environment: { RESOURCES_FILE: resources },
  });
  const seconds = (performance.now() - started) / 1000;
  const { peakKibibytes, processorSeconds } = JSON.parse(readFileSync(resources, 'utf8'));
  console.log(
    `Import of ${ROWS} subscribers: ${(ROWS / seconds).toFixed(0)} rows a second, ${processorSeconds.toFixed(1)} s of the processor`,
  );
  judge('time', seconds, SECONDS, 's');
  judge('memory', peakKibibytes / 1024, MEBIBYTES, 'MiB');
});
