// Builds the messages of the wall, by the commands that a person would type, and puts marks into them.
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { addMarks } from './marks.js';

const READER = 'email,name,language\nreader@example.org,Test Reader,en\n';
const PUBLIC = '\npublicUrl: https://newsletter.example.org\npictures: { inMail: embedded }\n';
const ARABIC = 'scripts/clients/arabic';

/** Each message with its workspace and what its newsletter.yaml says more. */
const MESSAGES = [
  { name: 'november', issue: '2020-11', from: '.', more: PUBLIC },
  { name: 'december', issue: '2020-12', from: '.', more: PUBLIC },
  { name: 'december-full', issue: '2020-12', from: '.', more: `${PUBLIC}design: { items: full }\n` },
  { name: 'arabic', issue: '2021-02', from: ARABIC, more: '' },
];

export const NAMES = MESSAGES.map(({ name }) => name);

/** Runs a command of the program in a workspace. */
function run(workspace, args) {
  execFileSync(process.execPath, [path.resolve('bin/newsletter.js'), ...args], {
    cwd: workspace,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Builds an issue and returns the message to its only reader, as it would go over the wire. */
function writtenMessage({ issue, from, more }, workspace) {
  mkdirSync(path.join(workspace, 'issues'), { recursive: true });
  cpSync(path.join(from, 'issues', issue), path.join(workspace, 'issues', issue), { recursive: true });
  for (const file of ['members.yaml', 'newsletter.yaml']) cpSync(path.join(from, file), path.join(workspace, file));
  appendFileSync(path.join(workspace, 'newsletter.yaml'), more);
  writeFileSync(path.join(workspace, 'readers.csv'), READER);
  run(workspace, ['build', issue, '--quiet']);
  run(workspace, ['subscribers', 'import', 'readers.csv']);
  run(workspace, ['send', issue, '--transport', 'outbox', '--yes']);
  const folder = path.join(workspace, 'outbox', issue);
  const file = readdirSync(folder).find((name) => name.endsWith('.eml'));
  if (file === undefined) throw new Error(`There is no message in ${folder}.`);
  return readFileSync(path.join(folder, file), 'latin1');
}

function decodeQuotedPrintable(text) {
  const bytes = text
    .replace(/=\r?\n/g, '')
    .replace(/=([\dA-F]{2})/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

const inBase64 = (bytes) => bytes.toString('base64').replace(/.{1,76}/g, '$&\r\n');

/** Splits a message at its HTML part: what stands before, the HTML, and what follows with its boundary. */
function splitAtHtml(message) {
  const head =
    /\r\n--([^\r\n]+)\r\nContent-Type: text\/html[^\r\n]*\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n/.exec(
      message,
    );
  if (head === null) throw new Error('The message has no HTML part in quoted-printable.');
  const start = head.index + head[0].length;
  const end = message.indexOf(`\r\n--${head[1]}`, start);
  return {
    before: message.slice(0, start).replace(/quoted-printable(\r\n\r\n)$/, 'base64$1'),
    html: decodeQuotedPrintable(message.slice(start, end)),
    boundary: head[1],
    after: message.slice(end + 2),
  };
}

/** The pictures of a message by their Content-ID, as addresses that a browser shows without a mail program. */
function picturesOf(text) {
  const pictures = new Map();
  const PART = /Content-Type: (image\/\w+)[^]*?Content-ID: <([^>]+)>\r\n(?:[^\r\n]+\r\n)*\r\n([A-Za-z\d+/=\r\n]+)/g;
  for (const [, type, id, base64] of text.matchAll(PART)) {
    pictures.set(id, `data:${type};base64,${base64.replace(/\s/g, '')}`);
  }
  return pictures;
}

/**
 * Puts the marks into a message.
 *
 * @param {string} name
 * @param {string} message as it went over the wire
 * @param {string} folder where its files go
 * @returns {Promise<{ name: string, file: string, page: string, spots: import('./marks.js').Spot[], titles: number,
 *   anchor: { spot: number, title: number } | undefined }>} the message as .eml, and its HTML with its pictures in it
 *   for a browser
 */
async function markMessage(name, message, folder) {
  const { before, html, boundary, after } = splitAtHtml(message);
  const { html: marked, pictures, ...found } = await addMarks(html);
  const marks = pictures.map(
    ({ id, png }) =>
      `--${boundary}\r\nContent-Type: image/png; name="${id}.png"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: inline; filename="${id}.png"\r\nContent-ID: <${id}>\r\n\r\n${inBase64(png)}`,
  );
  const whole = `${before}${inBase64(Buffer.from(marked))}${marks.join('')}${after}`;
  const file = path.join(folder, `${name}.eml`);
  writeFileSync(file, whole, 'latin1');
  const addresses = picturesOf(whole);
  const page = path.join(folder, `${name}.html`);
  writeFileSync(
    page,
    marked.replace(/cid:([^"]+)/g, (cid, id) => addresses.get(id) ?? cid),
  );
  return { name, file, page, ...found };
}

/** Builds a message of the wall. @param {string} name one of NAMES @param {string} folder where its files go */
export function buildMessage(name, folder) {
  const chosen = MESSAGES.find((message) => message.name === name);
  return markMessage(name, writtenMessage(chosen, path.join(folder, name)), folder);
}

/** Takes a message of the outbox. @param {string} file @param {string} folder where its files go */
export const readMessage = (file, folder) =>
  markMessage(path.basename(file, '.eml'), readFileSync(file, 'latin1'), folder);
