// npm run bench:weight [-- COMMIT]: what a message weighs, here and at another commit, from the same contributions. Each
// version makes its messages itself, by the commands that a person would type. Without a commit it is the one before the
// inbox was made anew.
import path from 'node:path';
import { htmlOf, makeMessage, wordsOf } from './weight/message.js';
import { withVersion } from './weight/versions.js';
import { december, fullIssue, hosted, withItemsInFull } from './weight/issues.js';

const [commit = '410013a'] = process.argv.slice(2);

/** Bytes of the sample's personalised HTML when issue 16 was filed, from which its bounds are counted. */
const BYTES_AS_FILED = 85_300;

/** The messages that are weighed, by name, with what makes their workspaces. */
const MESSAGES = {
  sample: [december, withItemsInFull],
  'sample, pictures hosted': [december, withItemsInFull, hosted],
  '30 items': [fullIssue, withItemsInFull],
};

/**
 * What is weighed: of which message, how, and how much it may be: in times of the other commit's (`ratio`), or in bytes.
 *
 * @type {readonly { name: string, of: keyof typeof MESSAGES, weigh: (message: Buffer) => number | Promise<number>, ratio?: number, most?: number }[]}
 */
const ROWS = [
  { name: 'HTML of December', of: 'sample', weigh: htmlBytes, ratio: 0.65, most: 0.65 * BYTES_AS_FILED },
  { name: 'HTML of December, pictures hosted', of: 'sample, pictures hosted', weigh: htmlBytes, ratio: 0.65 },
  { name: 'one message on the wire, pictures hosted', of: 'sample, pictures hosted', weigh: wireBytes, ratio: 0.65 },
  { name: 'HTML of a full issue of 30 items', of: '30 items', weigh: htmlBytes, most: 75_000 },
];

/** @param {Buffer} message */
async function htmlBytes(message) {
  return Buffer.byteLength(await htmlOf(message));
}

/** @param {Buffer} message */
function wireBytes(message) {
  return message.length;
}

/**
 * What one version makes of messages. One that it refuses to build, since the HTML would pass 90 KB, weighs more than
 * anything.
 *
 * @param {string} program
 * @param {readonly (keyof typeof MESSAGES)[]} names
 */
function messagesOf(program, names) {
  return new Map(names.map((name) => [name, makeMessage(program, MESSAGES[name])]));
}

/** @param {{ ratio?: number, most?: number }} row @param {number} before @param {number} now */
function judge({ ratio, most }, before, now) {
  const bounds = [
    ...(ratio === undefined ? [] : [{ broken: now > ratio * before, words: `at most ${ratio.toFixed(2)} ×` }]),
    ...(most === undefined ? [] : [{ broken: now > most, words: `at most ${most.toFixed(0)}` }]),
  ];
  if (bounds.some(({ broken }) => broken)) process.exitCode = 1;
  return bounds.map(({ broken, words }) => `${words} ${broken ? 'TOO MUCH' : 'ok'}`).join(', ');
}

/** @param {ReadonlyMap<string, Buffer>} before @param {ReadonlyMap<string, Buffer>} now */
async function report(before, now) {
  console.log(`Weight in bytes (${commit}, here)`);
  for (const row of ROWS) {
    const other = before.get(row.of);
    const mine = now.get(row.of);
    const old = other === undefined ? NaN : await row.weigh(other);
    const own = mine === undefined ? Infinity : await row.weigh(mine);
    const figures = other === undefined ? ['', own, ''] : [old, own, `${(own / old).toFixed(3)} ×`];
    const columns = figures.map((figure) => String(figure).padStart(9)).join(' ');
    console.log(`  ${row.name.padEnd(42)} ${columns}  ${judge(row, old, own)}`);
  }
  const filed = (await htmlBytes(now.get('sample'))) / BYTES_AS_FILED;
  console.log(`  HTML of December, of the ${String(BYTES_AS_FILED)} bytes as filed: ${filed.toFixed(3)} ×`);
  for (const [name, message] of before) await reportWords(name, message, now.get(name));
}

/** Fewer words would be no gain: says which are shown in one version only. */
async function reportWords(name, before, now) {
  const [old, own] = [await wordsOf(before), await wordsOf(now)];
  const only = (some, others) => [...some].filter((word) => !others.has(word));
  const [lost, added] = [only(old, own), only(own, old)];
  console.log(`  words of "${name}": ${String(old.size)}, ${String(own.size)} different ones`);
  if (lost.length > 0) console.log(`    only in ${commit}: ${lost.join(' ')}`);
  if (added.length > 0) console.log(`    only here: ${added.join(' ')}`);
}

await withVersion(commit, async (program) => {
  // An issue of which only the own weight is asked may be more than the other version allows.
  const compared = new Set(ROWS.filter(({ ratio }) => ratio !== undefined).map(({ of }) => of));
  const own = messagesOf(path.resolve('bin/newsletter.js'), Object.keys(MESSAGES));
  await report(messagesOf(program, [...compared]), own);
});
