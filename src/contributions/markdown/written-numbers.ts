import type { List, ListItem, Nodes, Parent, Root } from 'mdast';
import { beginsWithMonth } from '../../model/text/dates/month-names.js';

/**
 * Many languages write days, years and ordinals with a full stop: "18. Oktober", "2019. godine". At the beginning of a
 * line, Markdown takes them for a list and renumbers it from its first number. This file finds the numbers that are no
 * list.
 */

/** The marker of a list's item as it was written. */
interface Marker {
  /** The digits, such as `018`. */
  readonly digits: string;
  /** Offset of the full stop or bracket after them. */
  readonly signAt: number;
  /** The text after the marker on its line. */
  readonly behind: string;
  readonly line: number;
  readonly column: number;
  /** The last line of the item, and the column at which its content begins. */
  readonly lastLine: number;
  readonly contentColumn: number;
}

/** How the numbers of one run are shown when they are text. */
export type NumberLayout =
  /** They stand in a line that was wrapped. */
  | 'wrapped'
  /** Each begins a line. */
  | 'own-line';

/** Numbers that Markdown takes for a list, although they are text. */
export interface WrittenNumbers {
  readonly reason: 'date' | 'not-counting';
  readonly layout: NumberLayout;
  readonly markers: readonly Marker[];
}

const MARKER = /^(\d{1,9})[.)]/;
const SMALLEST_YEAR = 1000;
const LAST_DAY = 31;
/** What follows "18. ": "10. 2020", "X. 2020", "– 20. Oktober", "und 19. Oktober". */
const MONTH_IN_NUMBERS = /^(?:0?[1-9]|1[0-2])\.(?!\d{3,}\.)/;
const MONTH_IN_ROMAN = /^(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2})(?:\.\s?|\s)(?:1[89]|20)\d\d/;
const SECOND_DAY = /^(?:[–—/&+-]|\p{L}{1,5})\s?(?:0?[1-9]|[12]\d|3[01])\.(?:\s|$)/u;

function markerOf(item: ListItem, text: string): Marker | undefined {
  const { position } = item;
  if (position?.start.offset === undefined) return undefined;
  const { offset, line, column } = position.start;
  const digits = MARKER.exec(text.slice(offset, offset + 10))?.[1];
  if (digits === undefined) return undefined;
  const signAt = offset + digits.length;
  const end = text.indexOf('\n', signAt);
  return {
    digits,
    signAt,
    behind: text.slice(signAt + 1, end < 0 ? undefined : end).trim(),
    line,
    column,
    lastLine: position.end.line,
    contentColumn: item.children[0]?.position?.start.column ?? column,
  };
}

function readsAsDate({ digits, behind }: Marker): boolean {
  const number = Number(digits);
  if (number >= SMALLEST_YEAR) return true;
  if (number < 1 || number > LAST_DAY) return false;
  return [MONTH_IN_NUMBERS, MONTH_IN_ROMAN, SECOND_DAY].some((form) => form.test(behind)) || beginsWithMonth(behind);
}

function countsUp(numbers: readonly number[]): boolean {
  const [first = 0] = numbers;
  if (numbers.every((number) => number === first) && (first === 0 || first === 1)) return true;
  return numbers.every((number, index) => number === first + index);
}

/** A list can interrupt a paragraph; a line that was only wrapped interrupts a sentence. */
function breaksIntoSentence(list: List, before: Nodes | undefined, text: string): boolean {
  if (before?.type !== 'paragraph' || before.position?.end.line !== (list.position?.start.line ?? 0) - 1) return false;
  return !/[.:;!?…)\]"”»]\s*$/u.test(text.slice(0, before.position.end.offset));
}

/** Says whether a single number continues a list beside it, or leads to one. */
function belongsToNeighbour(number: number, siblings: readonly Nodes[], own: List, text: string): boolean {
  return siblings.some((sibling) => {
    if (sibling === own || sibling.type !== 'list' || sibling.ordered !== true) return false;
    const numbers = sibling.children.map((item) => Number(markerOf(item, text)?.digits));
    return numbers.at(-1) === number - 1 || numbers[0] === number + 1;
  });
}

function whyText(
  list: List,
  markers: readonly Marker[],
  parent: Parent,
  text: string,
): WrittenNumbers['reason'] | undefined {
  if (markers.some(readsAsDate)) return 'date';
  const numbers = markers.map(({ digits }) => Number(digits));
  const [only = 0] = numbers;
  const padded = markers.some(({ digits }) => digits.length > 1 && digits.startsWith('0'));
  if (padded || !countsUp(numbers)) return 'not-counting';
  if (markers.length > 1) return undefined;
  const before = parent.children[parent.children.indexOf(list) - 1];
  if (breaksIntoSentence(list, before, text)) return 'not-counting';
  // "- 3. Lesung", and an ordinal that begins a paragraph.
  const behindBullet = parent.type === 'listItem' && parent.position?.start.line === markers[0]?.line;
  if (behindBullet) return 'not-counting';
  return only > 1 && !belongsToNeighbour(only, parent.children, list, text) ? 'not-counting' : undefined;
}

/**
 * Returns the lists whose numbers are text, outermost first: a run that does not count up by one, or that reads as days
 * or years. A run of only 1 or only 0 is a list that Markdown counts.
 *
 * @param text the text from which the tree was made.
 */
export function findWrittenNumbers(tree: Root, text: string): readonly WrittenNumbers[] {
  const found: WrittenNumbers[] = [];
  const visit = (parent: Extract<Nodes, Parent>): void => {
    parent.children.forEach((child, index) => {
      if (child.type === 'list' && child.ordered === true) {
        const markers = child.children.flatMap((item) => markerOf(item, text) ?? []);
        const reason = markers.length === child.children.length ? whyText(child, markers, parent, text) : undefined;
        if (reason !== undefined) {
          const wrapped = breaksIntoSentence(child, parent.children[index - 1], text);
          found.push({ reason, layout: wrapped ? 'wrapped' : 'own-line', markers });
          return;
        }
      }
      if ('children' in child) visit(child);
    });
  };
  visit(tree);
  return found;
}
