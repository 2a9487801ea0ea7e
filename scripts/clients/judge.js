// What the pictures of one message say: which words are readable, and what is lost.
import { measureBox } from './contrast.js';
import { findMarks, SIDE } from './marks.js';

/** WCAG 2, success criterion 1.4.3. */
export const LEAST = 4.5;
/** What has to be measured at least once in every message. */
const NEEDED = ['button', 'link', 'footer link', 'meta line'];
/** What is said of a composer that leaves out pictures, and the marks with them. */
export const NOTHING = 'no mark is seen, so nothing is measured';
/** A mark stands on the line of the words: so far do they reach above and below its lower edge. */
const ABOVE = 13;
const BELOW = 4;

/** The box of a word between its marks, on either side; nothing where the line was broken between them. */
function boxOf(marks, number, wordsBelowMarks) {
  const start = marks.get(`start-${String(number)}`);
  const end = marks.get(`end-${String(number)}`);
  if (start === undefined || end === undefined || Math.abs(start.y - end.y) > 2) return undefined;
  const [left, right] = start.x < end.x ? [start.x, end.x] : [end.x, start.x];
  const line = wordsBelowMarks ? start.y + ABOVE : start.y + SIDE;
  // One pixel more, where a program draws the rim of a mark softly.
  return { left: left + SIDE + 1, right: right - 1, top: Math.max(0, line - ABOVE), bottom: line + BELOW };
}

/**
 * Judges the pictures of one message.
 *
 * @param {{ spots: import('./marks.js').Spot[], titles: number }} message
 * @param {readonly { pixels: Buffer, width: number, height: number }[]} pictures
 * @param {boolean} wordsBelowMarks whether the program puts a picture at the upper edge of its line
 */
export function judgePictures({ spots, titles }, pictures, wordsBelowMarks = false) {
  const marked = pictures.map((picture) => ({ picture, marks: findMarks(picture) }));
  const isSeen = (mark) => marked.some(({ marks }) => marks.has(mark));
  const lost = [];
  for (let number = 0; number < titles; number += 1) {
    if (!isSeen(`title-${String(number)}`)) lost.push(`title ${String(number + 1)} of ${String(titles)}`);
  }
  const measured = [];
  for (const { number, kind, words } of spots) {
    const place = marked.find(({ marks }) => boxOf(marks, number, wordsBelowMarks) !== undefined);
    if (place !== undefined) {
      measured.push({ kind, words, contrast: measureBox(place.picture, boxOf(place.marks, number, wordsBelowMarks)) });
    } else if (!isSeen(`start-${String(number)}`) && !isSeen(`end-${String(number)}`)) {
      lost.push(`${kind} “${words}”`);
    }
  }
  const least = new Map();
  for (const one of measured) {
    if (one.contrast < (least.get(one.kind)?.contrast ?? Infinity)) least.set(one.kind, one);
  }
  const faint = measured
    .filter(({ contrast }) => contrast < LEAST)
    .map(({ kind, words, contrast }) => `${kind} “${words}” ${contrast.toFixed(2)}:1`);
  const unmeasured = NEEDED.filter((kind) => !least.has(kind) && spots.some((spot) => spot.kind === kind)).map(
    (kind) => `no ${kind} could be measured`,
  );
  if (marked.every(({ marks }) => marks.size === 0)) return { least, failures: [NOTHING] };
  return { least, failures: [...lost.map((one) => `not seen: ${one}`), ...faint, ...unmeasured] };
}

/** The height of a picture that ends a little below what the message shows. */
export function usedHeight(picture) {
  const marks = [...findMarks(picture).values()];
  return marks.length === 0 ? picture.height : Math.min(picture.height, Math.max(...marks.map(({ y }) => y)) + 400);
}
