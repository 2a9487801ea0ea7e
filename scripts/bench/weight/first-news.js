// When a reader on 2G can read the first news.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const ISSUE = 'issues/2020-12';
const BYTES_PER_SECOND = 50_000 / 8;

/** The headline and the deck of the lead, as the front matter has them. */
function leadWords() {
  const [, lead = ''] = /^lead: *(\S+)/m.exec(readFileSync(path.join(ISSUE, 'issue.yaml'), 'utf8')) ?? [];
  const text = readFileSync(path.join(ISSUE, 'contributions', lead), 'utf8');
  const value = (/** @type {string} */ key) => new RegExp(`^${key}: "(.*)"$`, 'm').exec(text)?.[1] ?? '';
  return { headline: value('title'), deck: value('summary') };
}

/**
 * How many bytes quoted-printable takes for the first decoded ones.
 *
 * @param {string} encoded a character for each byte
 * @param {(decoded: string) => number} endIn where the decoded text has been read, or -1
 */
function encodedLength(encoded, endIn) {
  let decoded = '';
  /** @type {number[]} */
  const ends = [];
  for (let index = 0; index < encoded.length;) {
    const soft = encoded.startsWith('=\r\n', index);
    const escaped = !soft && encoded[index] === '=';
    if (escaped) decoded += String.fromCharCode(parseInt(encoded.slice(index + 1, index + 3), 16));
    else if (!soft) decoded += encoded[index] ?? '';
    index += soft || escaped ? 3 : 1;
    if (!soft) ends.push(index);
  }
  return ends[endIn(decoded) - 1];
}

/**
 * Seconds until headline and deck of the lead have come: the HTML part from its first byte on, as it stands in the
 * message (quoted-printable), at 50 kbit/s. Programs that fetch parts ask for just this one; the text part before it,
 * round trips and the heads of packets are not counted, nor the pictures, which come later.
 *
 * @param {Buffer} message
 */
export function secondsUntilNews(message) {
  const { headline, deck } = leadWords();
  const text = message.toString('latin1');
  const head = /\r\nContent-Type: text\/html[\s\S]*?\r\n\r\n/i.exec(text);
  if (head === null || headline === '' || deck === '') throw new Error('There is no HTML part, or no lead.');
  const bytes = encodedLength(text.slice(head.index + head[0].length), (html) => {
    // The preheader and the contents may say the same before; the news is where the two follow each other as text.
    const body = html.indexOf('<body');
    for (let at = html.indexOf(headline, body); at !== -1; at = html.indexOf(headline, at + 1)) {
      const after = html.indexOf(deck, at);
      const next = html.indexOf(headline, at + 1);
      if (after !== -1 && (next === -1 || after < next)) return after + deck.length;
    }
    return -1;
  });
  if (bytes === undefined) throw new Error('The lead was not found in the HTML.');
  return bytes / BYTES_PER_SECOND;
}

/** Prints the seconds of both. @param {Buffer} before @param {Buffer} now */
export function reportFirstNews(before, now) {
  const [old, own] = [secondsUntilNews(before), secondsUntilNews(now)];
  console.log(
    `  seconds until the lead's headline and deck have come at 50 kbit/s: ${old.toFixed(2)}, ${own.toFixed(2)}`,
  );
}
