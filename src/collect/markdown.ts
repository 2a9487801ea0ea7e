import type { Nodes, Parent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { fillPlaces } from './fill-places.js';
import { trimBareAddresses } from './bare-addresses.js';
import type { Discovery, MarkdownRemark } from './written/discovery.js';
import { discoverWritten } from './written/index.js';
import { applyEdits, type EditedText, type LineAndColumn } from './written/source-edits.js';
import { findWrittenNumbers, type NumberLayout, type WrittenNumbers } from './written-numbers.js';

/** A single tilde strikes nothing through: "3~5 March". */
const processor = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();

function parseSource(text: string): Root {
  const tree = processor.parse(text);
  fillPlaces(tree, text);
  return tree;
}

/** A text as a tree, and what of it Markdown would have shown otherwise than it was written. */
export interface ParsedMarkdown {
  readonly tree: Root;
  readonly writtenNumbers: readonly WrittenNumbers[];
  readonly remarks: readonly MarkdownRemark[];
}

/**
 * Parses CommonMark with GFM; every node has its line and column. Call it only on text within the bounds.
 * The one piece of HTML that people write by habit, `<br>`, becomes the line break that they mean. Numbers at the
 * beginning of a line that are no list stay text. What is unmistakable is read as it was meant, and remarked on.
 */
export function parseMarkdown(text: string): ParsedMarkdown {
  const parsed = withDiscoveries(text);
  visit(parsed.tree, 'html', (node, index, parent) => {
    if (parent === undefined || index === undefined || !/^<br\s*\/?>$/i.test(node.value)) return;
    if (parent.type !== 'root') parent.children.splice(index, 1, { type: 'break' });
  });
  trimBareAddresses(parsed.tree);
  return parsed;
}

/** Reading something as it was meant can bring out more of it; people never hide more than this in each other. */
const MAX_READINGS = 4;

/** A text that was changed, step by step, until Markdown reads it as it was meant. */
interface MeantText {
  readonly text: string;
  readonly tree: Root;
  /** The changes, in the order in which they were made. */
  readonly steps: readonly EditedText[];
  readonly remarks: readonly MarkdownRemark[];
}

function placeAsWritten(place: LineAndColumn, steps: readonly EditedText[]): LineAndColumn {
  const { line, column } = [...steps].reverse().reduce<LineAndColumn>((at, { placeBefore }) => placeBefore(at), place);
  return { line, column };
}

/** Remarks of a later reading; what was said of a line is not said again. */
function newRemarks(
  found: readonly Discovery[],
  known: readonly MarkdownRemark[],
  place: (at: LineAndColumn) => LineAndColumn,
): readonly MarkdownRemark[] {
  const said = new Set(known.map(({ ruleId, line }) => `${ruleId} ${String(line)}`));
  return found
    .flatMap(({ remark }) => (remark === undefined ? [] : [{ ...remark, ...place(remark) }]))
    .filter(({ ruleId, line }) => !said.has(`${ruleId} ${String(line)}`));
}

function readAsMeant(written: string, joiner: string): MeantText {
  const steps: EditedText[] = [];
  const remarks: MarkdownRemark[] = [];
  let text = written;
  for (;;) {
    const tree = parseSource(text);
    const found = discoverWritten(text, tree, joiner);
    remarks.push(...newRemarks(found, remarks, (at) => placeAsWritten(at, steps)));
    const edits = found.flatMap((discovery) => discovery.edits ?? []);
    if (edits.length === 0 || steps.length === MAX_READINGS) return { text, tree, steps, remarks };
    const edited = applyEdits(text, edits);
    steps.push(edited);
    text = edited.text;
  }
}

function withDiscoveries(written: string): ParsedMarkdown {
  const joiner = freeCharacter(written);
  if (joiner === undefined) return { ...withWrittenNumbers(written, parseSource(written)), remarks: [] };
  const { text, tree, steps, remarks } = readAsMeant(written, joiner);
  const numbered = withWrittenNumbers(text, tree);
  const { hidden } = numbered;
  // Without the list around it, a line can be lost that was safe before.
  const lost =
    hidden === undefined
      ? []
      : discoverWritten(hidden, parseSource(hidden), joiner).filter(({ remark }) => remark?.severity === 'error');
  [...steps].reverse().forEach(({ restorePlaces }) => {
    restorePlaces(numbered.tree);
  });
  if (steps.length > 0) mapTexts(numbered.tree, (value) => value.replaceAll(joiner, ''));
  return {
    tree: numbered.tree,
    writtenNumbers: numbered.writtenNumbers.map((found) => ({
      ...found,
      markers: found.markers.map((marker) => ({ ...marker, ...placeAsWritten(marker, steps) })),
    })),
    remarks: [...remarks, ...newRemarks(lost, remarks, (at) => placeAsWritten(at, steps))].map((remark) => ({
      ...remark,
      actual: remark.actual.replace(PRIVATE_SIGNS, ''),
    })),
  };
}

/** A character for private use that a text does not hold; the numbers' stand-ins are taken from the other end. */
function freeCharacter(text: string): string | undefined {
  for (let code: number = PRIVATE_USE.last; code > PRIVATE_USE.symbols; code -= 1) {
    const character = String.fromCharCode(code);
    if (!text.includes(character)) return character;
  }
  return undefined;
}

/** What takes the place of a point or bracket while the text is parsed once more: it is as long, and no marker. */
type StandIns = Readonly<Record<NumberLayout, Readonly<Record<'.' | ')', string>>>>;

/** Up to `symbols` stand the bullets of the fonts Symbol and Wingdings. */
const PRIVATE_USE = { first: 0xe000, symbols: 0xf0ff, last: 0xf8ff } as const;
const PRIVATE_SIGNS = /[\ue000-\uefff\uf100-\uf8ff]/g;
/** Taking away one list can bring out another inside it; people never nest deeper. */
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

/** @returns `hidden`: the text with stand-ins, where some were needed. */
function withWrittenNumbers(
  text: string,
  parsed: Root,
): Pick<ParsedMarkdown, 'tree' | 'writtenNumbers'> & { readonly hidden: string | undefined } {
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

/** How far the beginning of a line was moved to the left, and from which column on. */
interface Outdent {
  readonly column: number;
  readonly by: number;
}

/**
 * Puts stand-ins where the markers have their point, and moves what belonged to an item to the left: without the
 * list, such an indentation would be that of program code.
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

/** A text whose numbers each begin a line, with the line breaks that they stand behind. */
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

/** The fields of nodes that hold text as it was written. */
const TEXT_FIELDS = ['value', 'alt', 'title', 'url', 'label', 'identifier', 'lang', 'meta'] as const;

function mapTexts(tree: Root, map: (text: string) => string): void {
  visit(tree, (node) => {
    if (node.type !== 'root') restoreTexts(node, map);
  });
}

function restoreTexts<N extends RootContent>(node: N, restore: (text: string) => string): N {
  for (const field of TEXT_FIELDS) {
    const value: unknown = Reflect.get(node, field);
    if (typeof value === 'string') Reflect.set(node, field, restore(value));
  }
  return node;
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
