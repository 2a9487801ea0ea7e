import type { Nodes, Parent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseSource } from './parse-source.js';
import { PRIVATE_USE, restoreTexts } from './private-use-characters.js';
import type { LineAndColumn } from '../written/source-edits.js';
import { findWrittenNumbers, type NumberLayout, type WrittenNumbers } from './written-numbers.js';

/** Replaces a full stop or bracket while the text is parsed again: it has the same length, and marks no list. */
type StandIns = Readonly<Record<NumberLayout, Readonly<Record<'.' | ')', string>>>>;

/** Removing one list can reveal another inside it; people never nest deeper. */
const MAX_ROUNDS = 5;

function chooseStandIns(text: string): StandIns | undefined {
  const free: string[] = [];
  for (let code: number = PRIVATE_USE.first; code <= PRIVATE_USE.last && free.length < 4; code += 1) {
    const character = String.fromCharCode(code);
    if (!text.includes(character)) free.push(character);
  }
  const [wrappedPoint, wrappedBracket, ownPoint, ownBracket] = free;
  if (
    wrappedPoint === undefined ||
    wrappedBracket === undefined ||
    ownPoint === undefined ||
    ownBracket === undefined
  ) {
    return undefined;
  }
  return { wrapped: { '.': wrappedPoint, ')': wrappedBracket }, 'own-line': { '.': ownPoint, ')': ownBracket } };
}

/** A text in which numbers that are no list do not look like one, and the way back. */
export interface MaskedNumbers {
  /** The text with stand-ins; lines stay lines. */
  readonly text: string;
  readonly tree: Root;
  readonly writtenNumbers: readonly WrittenNumbers[];
  /** Puts the signs back for which stand-ins are in a text. */
  readonly restoreSigns: (text: string) => string;
  /** Returns the position in the text as it was written. */
  readonly placeBefore: (place: LineAndColumn) => LineAndColumn;
  /** Puts signs and columns back in a tree, and a line break before each number that began a line. */
  readonly restoreTree: (tree: Root) => void;
}

/**
 * Masks numbers that Markdown takes for a list, although they are none, so that they are text.
 *
 * @param parsed the tree of the text.
 */
export function maskWrittenNumbers(text: string, parsed: Root): MaskedNumbers {
  let tree = parsed;
  let found = findWrittenNumbers(tree, text);
  const standIns = found.length === 0 ? undefined : chooseStandIns(text);
  if (standIns === undefined) return unmasked(text, parsed);
  const writtenNumbers: WrittenNumbers[] = [];
  const outdented = new Map<number, Outdent>();
  let masked = text;
  for (let round = 0; found.length > 0 && round < MAX_ROUNDS; round += 1) {
    writtenNumbers.push(...found);
    masked = hideMarkers(masked, found, standIns, outdented);
    tree = parseSource(masked);
    found = findWrittenNumbers(tree, masked);
  }
  const placeBefore = ({ line, column }: LineAndColumn) => ({
    line,
    column: column + shiftAt(line, column, outdented),
  });
  const restoreSigns = (masks: string) => restoreStandIns(masks, standIns);
  return {
    text: masked,
    tree,
    writtenNumbers,
    restoreSigns,
    placeBefore,
    restoreTree(restored) {
      restoreMarkers(restored, standIns, restoreSigns);
      restoreColumns(restored, placeBefore);
    },
  };
}

function unmasked(text: string, tree: Root): MaskedNumbers {
  return {
    text,
    tree,
    writtenNumbers: [],
    restoreSigns: (same) => same,
    placeBefore: (same) => same,
    restoreTree: () => undefined,
  };
}

/** By how much the beginning of a line was moved to the left, and from which column on. */
interface Outdent {
  readonly column: number;
  readonly by: number;
}

/**
 * Replaces the full stops of the markers with stand-ins, and moves what belonged to an item to the left: without the
 * list, Markdown would read such an indentation as program code.
 */
function hideMarkers(
  text: string,
  found: readonly WrittenNumbers[],
  standIns: StandIns,
  outdented: Map<number, Outdent>,
): string {
  const characters = text.split('');
  for (const { layout, markers } of found) {
    for (const { signAt } of markers) characters[signAt] = standIns[layout][characters[signAt] === ')' ? ')' : '.'];
  }
  const lines = characters.join('').split('\n');
  for (const { column, contentColumn, line, lastLine } of found.flatMap(({ markers }) => markers)) {
    for (let number = line + 1; number <= lastLine; number += 1) {
      const written = lines[number - 1] ?? '';
      const blanks = /^ */.exec(written.slice(column - 1))?.[0].length ?? 0;
      const by = Math.min(blanks, contentColumn - column);
      if (by <= 0) continue;
      lines[number - 1] = written.slice(0, column - 1) + written.slice(column - 1 + by);
      outdented.set(number, { column, by: by + (outdented.get(number)?.by ?? 0) });
    }
  }
  return lines.join('\n');
}

function isParent(node: Nodes): node is Extract<Nodes, Parent> {
  return 'children' in node;
}

function restoreStandIns(text: string, { wrapped, 'own-line': own }: StandIns): string {
  return text
    .replaceAll(wrapped['.'], '.')
    .replaceAll(own['.'], '.')
    .replaceAll(wrapped[')'], ')')
    .replaceAll(own[')'], ')');
}

function restoreMarkers(tree: Root, { 'own-line': own }: StandIns, restore: (text: string) => string): void {
  const ownLine = new RegExp(`\\n(?=\\d{1,9}[${own['.']}${own[')']}])`);
  const rewrite = (parent: Extract<Nodes, Parent>): void => {
    const children = parent.children.flatMap((child: RootContent): RootContent[] => {
      if (child.type === 'text') return linesOf(child, ownLine).map((line) => restoreTexts(line, restore));
      if (isParent(child)) rewrite(child);
      return [restoreTexts(child, restore)];
    });
    Object.assign(parent, { children });
  };
  rewrite(tree);
}

/** Splits a text so that each number begins a line, and adds the line breaks before them. */
function linesOf(node: Extract<RootContent, { type: 'text' }>, ownLine: RegExp): readonly RootContent[] {
  const parts = node.value.split(ownLine);
  if (parts.length === 1) return [node];
  const start = node.position?.start.line ?? 1;
  let line = start;
  return parts.flatMap((value, index): RootContent[] => {
    const begins = index === 0 ? node.position?.start : { line, column: 1 };
    line += value.split('\n').length;
    const end = node.position?.end ?? { line, column: 1 };
    const text = {
      type: 'text' as const,
      value,
      ...(begins === undefined ? {} : { position: { start: begins, end } }),
    };
    return index === 0 ? [text] : [{ type: 'break' }, text];
  });
}

function shiftAt(line: number, column: number, outdented: ReadonlyMap<number, Outdent>): number {
  const moved = outdented.get(line);
  return moved === undefined || column < moved.column ? 0 : moved.by;
}

/** Gives positions the columns of the text as it was written. */
function restoreColumns(tree: Root, placeBefore: (place: LineAndColumn) => LineAndColumn): void {
  visit(tree, (node) => {
    for (const point of [node.position?.start, node.position?.end]) {
      if (point !== undefined) point.column = placeBefore(point).column;
    }
  });
}
