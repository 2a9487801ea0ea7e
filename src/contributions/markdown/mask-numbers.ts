import type { Nodes, Parent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseSource } from './parse-source.js';
import { PRIVATE_USE, restoreTexts } from './private-use-characters.js';
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

/** A tree in which numbers that are no list are text. */
export interface NumberedTree {
  readonly tree: Root;
  readonly writtenNumbers: readonly WrittenNumbers[];
  /** The text with stand-ins, if any were needed. */
  readonly hidden: string | undefined;
}

/**
 * Turns numbers that Markdown takes for a list, although they are none, into text.
 *
 * @param parsed the tree of the text.
 */
export function withWrittenNumbers(text: string, parsed: Root): NumberedTree {
  let tree = parsed;
  let found = findWrittenNumbers(tree, text);
  const standIns = found.length === 0 ? undefined : chooseStandIns(text);
  if (standIns === undefined) return { tree, writtenNumbers: [], hidden: undefined };
  const writtenNumbers: WrittenNumbers[] = [];
  const outdented = new Map<number, Outdent>();
  let hidden = text;
  for (let round = 0; found.length > 0 && round < MAX_ROUNDS; round += 1) {
    writtenNumbers.push(...found);
    hidden = hideMarkers(hidden, found, standIns, outdented);
    tree = parseSource(hidden);
    found = findWrittenNumbers(tree, hidden);
  }
  restoreMarkers(tree, standIns);
  restoreColumns(tree, outdented);
  return { tree, writtenNumbers, hidden };
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

function restoreMarkers(tree: Root, standIns: StandIns): void {
  const { wrapped, 'own-line': own } = standIns;
  const restore = (text: string) =>
    text
      .replaceAll(wrapped['.'], '.')
      .replaceAll(own['.'], '.')
      .replaceAll(wrapped[')'], ')')
      .replaceAll(own[')'], ')');
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

/** Gives positions the columns of the text as it was written. */
function restoreColumns(tree: Root, outdented: ReadonlyMap<number, Outdent>): void {
  if (outdented.size === 0) return;
  visit(tree, (node) => {
    for (const point of [node.position?.start, node.position?.end]) {
      const moved = point === undefined ? undefined : outdented.get(point.line);
      if (point !== undefined && moved !== undefined && point.column >= moved.column) point.column += moved.by;
    }
  });
}
