// The issues that are weighed. Each step changes a workspace; the contributions are those of this version.
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ISSUE = 'issues/2020-12';

/** The sample issue of December. @param {string} root */
export function december(root) {
  for (const name of [ISSUE, 'members.yaml', 'newsletter.yaml']) {
    cpSync(name, path.join(root, name), { recursive: true });
  }
}

/** @param {string} root @param {string} lines */
function addSettings(root, lines) {
  appendFileSync(path.join(root, 'newsletter.yaml'), `\n${lines}\n`);
}

/** Older versions had all items in full, and no setting for it. @param {string} root @param {string} program */
export function withItemsInFull(root, program) {
  const schema = path.resolve(program, '../../src/model/settings/design.ts');
  const isKnown = existsSync(schema) && readFileSync(schema, 'utf8').includes('ItemLength');
  if (isKnown) addSettings(root, 'design: { items: full }');
}

/** Pictures lie under a public address, and are not in the message. @param {string} root */
export function hosted(root) {
  addSettings(root, 'publicUrl: https://newsletter.lsi.example.org\npictures: { inMail: hosted }');
}

const MEMBERS = ['lefoe', 'la-strada-md', 'comensha', 'la-strada-pl', 'astra', 'hrdf', 'kok', 'picum'];
const PICTURES = ['lefoe/open-door.jpg', 'kok/folder-with-keyhole.jpg', 'picum/hills-and-path.jpg'];
/** What each section asks of an item beside its text. */
const SECTIONS = {
  'member-news': () => '',
  opinion: () => 'author: The staff of the organisation\n',
  international: () => 'source: { title: The ministry, url: "https://www.example.org/ministry" }\n',
  publication: (index) =>
    `publication: { number: "C/${String(index)}", author: The staff, publisher: The platform, kind: report, keywords: [permits, work] }\n`,
  action: () => 'link: { url: "https://www.example.org/sign", label: Sign the letter }\ndeadline: 2021-01-15\n',
  event: () =>
    'event: { title: An afternoon about permits, start: "2021-01-25T14:00", end: "2021-01-25T16:00", timezone: Europe/Vienna, online: true }\n',
  vacancy: () => 'deadline: 2021-01-31\n',
};
const ORDER = [...Array(5).fill('member-news'), ...Object.keys(SECTIONS).slice(1)];
const SUBJECTS = ['Interpreters', 'Seasonal work', 'A new helpline', 'Compensation', 'Training judges', 'Safe rooms'];

/** Two paragraphs of some fifty words, different in each item, as press officers write them. @param {number} index */
function textOf(index) {
  const subject = SUBJECTS[index % SUBJECTS.length];
  return `${subject} was on the table for the whole of the autumn, and ${String(index + 12)} organisations answered the questions that had been sent to them. Most of the answers agree on one point: what helps in the first week is a person who listens, speaks the language and has the time to come back on another day.

The second half of the year showed where rules and practice part. A right that is written down is worth little while the office that grants it is closed, and a leaflet is worth little where nobody reads it aloud. The [answers](https://www.example.org/answers/${String(index)}) can be read as they came in, and a summary follows in spring.`;
}

/** A full issue: thirty items over all sections, ten of them with a picture. @param {string} root */
export function fullIssue(root) {
  december(root);
  const folder = path.join(root, ISSUE, 'contributions');
  const kept = ['editorial.md', 'funders'].map((name) => path.join(root, ISSUE, name));
  if (!kept.every((file) => existsSync(file))) throw new Error('The sample issue has changed.');
  const pictures = new Map(PICTURES.map((name) => [name, readFileSync(path.join(folder, name))]));
  emptyFolder(root);
  for (let index = 0; index < 30; index += 1) writeItem(folder, index, pictures);
}

/** @param {string} root */
function emptyFolder(root) {
  const folder = path.join(root, ISSUE, 'contributions');
  rmSync(folder, { recursive: true });
  const settings = path.join(root, ISSUE, 'issue.yaml');
  // Neither a lead nor items of the sample are there any more.
  const lines = readFileSync(settings, 'utf8').replace(/^lead:.*\n/m, '');
  writeFileSync(settings, lines.slice(0, lines.indexOf('# The editor')));
  mkdirSync(folder);
}

/** @param {string} folder @param {number} index @param {ReadonlyMap<string, Buffer>} pictures */
function writeItem(folder, index, pictures) {
  const member = MEMBERS[index % MEMBERS.length] ?? '';
  const section = ORDER[index % ORDER.length] ?? '';
  const own = path.join(folder, member);
  mkdirSync(own, { recursive: true });
  const [name, bytes] = [...pictures][index % pictures.size] ?? [];
  const hasPicture = index % 3 === 0 && name !== undefined;
  const file = `picture-${String(index)}.jpg`;
  if (hasPicture) writeFileSync(path.join(own, file), bytes);
  const images = hasPicture
    ? `images:\n  - file: ${file}\n    alt: A drawing of a quiet room with an open door and a low sun outside of it.\n    credit: Illustration made for this issue\n    consent: not-needed\n`
    : '';
  const subject = SUBJECTS[index % SUBJECTS.length];
  writeFileSync(
    path.join(own, `item-${String(index)}.md`),
    `---\ntitle: "${subject}: what ${String(index + 12)} organisations told us about it this autumn"\nsection: ${section}\ndate: 2020-12-${String((index % 14) + 1).padStart(2, '0')}\nsummary: "The questions went out in September; the answers show what works already, and where ${String(index + 2)} offices are still needed."\n${images}${SECTIONS[section]?.(index) ?? ''}---\n\n${textOf(index)}\n`,
  );
}
