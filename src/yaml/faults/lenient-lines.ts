import { findLineFaults, type KnownKeys, type LineFault } from './line-faults.js';
import { nameSign } from './indicators.js';

/** What a parser could not read, with the line (from 0) and column (from 1) at which it stopped. */
interface ParserError {
  readonly code: string;
  readonly line: number;
  readonly column: number;
  readonly tooDeep: boolean;
}

/** A parser's answer about a text. */
interface Attempt {
  readonly errors: readonly ParserError[];
  /** Whether the text as a whole has no keys: it is one text, or a list. */
  readonly isKeyless: boolean;
}

/** A text that can be parsed, with every fault that was fixed; `undefined` when that did not succeed. */
export type LenientText =
  | { readonly kind: 'read'; readonly text: string | undefined; readonly faults: readonly LineFault[] }
  | { readonly kind: 'too-deep' };

/** No person writes longer front matter, so two attempts must be enough. */
const LONG_CHARACTERS = 8 * 1024;
const MAX_ATTEMPTS = 10;

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}

/** Returns the last line of an entry that begins on a line: lines below that are indented further belong to it. */
function lastLineOf(lines: readonly string[], first: number): number {
  let last = first;
  for (let index = first + 1; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line.trim() !== '' && indentOf(line) <= indentOf(lines[first] ?? '')) break;
    last = index;
  }
  return last;
}

/** Replaces what is wrong with what is right, and removes what is unclear. The number of lines stays. */
function putRight(lines: readonly string[], faults: readonly LineFault[]): string[] {
  const right = [...lines];
  for (const fault of faults) {
    const last = fault.right === undefined ? lastLineOf(lines, fault.from) : fault.to;
    for (let index = fault.from; index <= Math.max(last, fault.line); index += 1) right[index] = '';
    right[fault.from] = fault.right ?? '';
  }
  return right;
}

const keyIn = (line: string) => /^[ \t]*(?:- +)*["']?([^:"']+)["']?[ \t]*:/.exec(line)?.[1]?.trim();

/** Makes a fault that only the parser finds, because it lies between lines. */
function structuralFault(error: ParserError, lines: readonly string[], firstLine: number): LineFault {
  const index = Math.min(error.line, lines.length - 1);
  const text = lines[index] ?? '';
  const place = { line: index, column: error.column, from: index, to: index };
  const key = keyIn(text);
  if (error.code === 'DUPLICATE_KEY') {
    const first = lines.findIndex((line) => keyIn(line) === key && indentOf(line) === indentOf(text));
    return {
      ...place,
      message: `"${key ?? 'This key'}" stands twice${first >= 0 && first < index ? `: in line ${String(first + firstLine)}, and here` : ''}.`,
      actual: `"${key ?? text.trim()}"`,
      help: 'Keep one of the two lines.',
    };
  }
  if (error.code === 'BAD_INDENT' || error.code === 'BAD_COLLECTION_TYPE' || /^[ \t]*-/.test(text)) {
    return {
      ...place,
      message: 'The line does not begin below the line that it belongs with.',
      actual: `${String(indentOf(text))} blanks at its beginning`,
      help: 'Begin the line under the first letter of the line above that it belongs with.',
    };
  }
  const sign = Array.from(text.slice(error.column - 1))[0];
  return {
    ...place,
    message: key === undefined ? 'This line cannot be read.' : `The line of "${key}" cannot be read.`,
    actual: sign === undefined || /[\p{L}\p{N}\s]/u.test(sign) ? 'something else' : nameSign(sign),
  };
}

/** Returns the faulty line: the one at which the parser stopped, or the nearest one above that is not empty. */
function blamed(error: ParserError, lines: readonly string[]): ParserError {
  let line = Math.min(error.line, lines.length - 1);
  while (line > 0 && (lines[line] ?? '').trim() === '') line -= 1;
  return line === error.line ? error : { ...error, line, column: indentOf(lines[line] ?? '') + 1 };
}

/**
 * Fixes a text line by line until it can be parsed.
 *
 * @param firstLine the number of the text's first line, for messages.
 * @param parse returns what a parser cannot read in a text.
 */
export function readLenient(
  text: string,
  knownKeys: KnownKeys,
  firstLine: number,
  parse: (text: string) => Attempt,
): LenientText {
  const first = parse(text);
  if (first.errors.some(({ tooDeep }) => tooDeep)) return { kind: 'too-deep' };
  const written = text.split('\n');
  const refused = first.errors.length > 0;
  const faults: LineFault[] = [...findLineFaults(written, knownKeys, firstLine, refused || first.isKeyless)];
  if (faults.length === 0 && !refused) return { kind: 'read', text, faults };
  if (!refused && first.isKeyless && faults.every(({ right }) => right === undefined)) {
    return { kind: 'read', text, faults: [] };
  }
  let lines = putRight(written, faults);
  const most = text.length > LONG_CHARACTERS ? 2 : MAX_ATTEMPTS;
  for (let attempt = 0; attempt < most; attempt += 1) {
    const { errors } = attempt === 0 && faults.length === 0 ? first : parse(lines.join('\n'));
    if (errors.some(({ tooDeep }) => tooDeep)) return { kind: 'too-deep' };
    const [error] = errors;
    if (error === undefined) return { kind: 'read', text: lines.join('\n'), faults };
    const fault = structuralFault(blamed(error, lines), lines, firstLine);
    // What follows from a line that was already fixed is not reported again.
    if (!faults.some(({ line }) => line === fault.line)) faults.push(fault);
    const blank = { ...fault, right: undefined };
    const next = putRight(lines, [blank]);
    if (next.join('\n') === lines.join('\n')) break;
    lines = next;
  }
  return { kind: 'read', text: undefined, faults };
}
