import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { trimBareAddresses } from './bare-addresses.js';
import { maskWrittenNumbers } from './mask-numbers.js';
import { parseSource } from './parse-source.js';
import { freeCharacter, mapTexts, PRIVATE_SIGNS } from './private-use-characters.js';
import type { MarkdownFinding } from '../written/discovery.js';
import { discoverWritten } from '../written/index.js';
import { applyEdits, type EditedText, type LineAndColumn } from '../written/source-edits.js';
import type { WrittenNumbers } from './written-numbers.js';

/** A text as a tree, and what Markdown would have shown differently from what was written. */
export interface ParsedMarkdown {
  readonly tree: Root;
  readonly writtenNumbers: readonly WrittenNumbers[];
  readonly remarks: readonly MarkdownFinding[];
}

/**
 * Parses CommonMark with GFM; every node has its line and column. Call it only on text within the bounds. `<br>`, the
 * only HTML that people write by habit, becomes a line break. Numbers at the beginning of a line that are no list stay
 * text. What is unmistakable is read as it was meant, and a finding says so.
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

/** Reading something as it was meant can reveal more of it; people never nest more than this. */
const MAX_READINGS = 4;

/** A text that was changed step by step until Markdown reads it as it was meant. */
interface MeantText {
  readonly text: string;
  readonly tree: Root;
  /** The changes, in the order in which they were made. */
  readonly steps: readonly EditedText[];
  readonly remarks: readonly MarkdownFinding[];
}

function placeAsWritten(place: LineAndColumn, steps: readonly EditedText[]): LineAndColumn {
  const { line, column } = [...steps].reverse().reduce<LineAndColumn>((at, { placeBefore }) => placeBefore(at), place);
  return { line, column };
}

/** Returns the findings of a later reading, except about lines that already have one. */
function newRemarks(
  found: readonly MarkdownFinding[],
  known: readonly MarkdownFinding[],
  place: (at: LineAndColumn) => LineAndColumn,
): readonly MarkdownFinding[] {
  const said = new Set(known.map(({ ruleId, line }) => `${ruleId} ${String(line)}`));
  return found
    .map((finding) => ({ ...finding, ...place(finding) }))
    .filter(({ ruleId, line }) => !said.has(`${ruleId} ${String(line)}`));
}

function readAsMeant(written: string, joiner: string): MeantText {
  const steps: EditedText[] = [];
  const remarks: MarkdownFinding[] = [];
  let text = written;
  for (;;) {
    const tree = parseSource(text);
    const found = discoverWritten(text, tree, joiner);
    const findings = found.flatMap(({ finding }) => finding ?? []);
    remarks.push(...newRemarks(findings, remarks, (at) => placeAsWritten(at, steps)));
    const edits = found.flatMap((discovery) => discovery.edits ?? []);
    if (edits.length === 0 || steps.length === MAX_READINGS) return { text, tree, steps, remarks };
    const edited = applyEdits(text, edits);
    steps.push(edited);
    text = edited.text;
  }
}

function withDiscoveries(written: string): ParsedMarkdown {
  const joiner = freeCharacter(written);
  if (joiner === undefined) {
    const numbers = maskWrittenNumbers(written, parseSource(written));
    numbers.restoreTree(numbers.tree);
    return { tree: numbers.tree, writtenNumbers: numbers.writtenNumbers, remarks: [] };
  }
  const first = readAsMeant(written, joiner);
  const numbers = maskWrittenNumbers(first.text, first.tree);
  // Without the list around it, a line that was safe before can be lost, or become a heading.
  const second = numbers.text === first.text ? NOTHING_MORE : readAsMeant(numbers.text, joiner);
  const tree = second.tree ?? numbers.tree;
  restorePlaces(tree, second.steps);
  numbers.restoreTree(tree);
  restorePlaces(tree, first.steps);
  if (first.steps.length + second.steps.length > 0) mapTexts(tree, (value) => value.replaceAll(joiner, ''));
  const later = newRemarks(second.remarks, first.remarks, (at) => placeAsWritten(numbers.placeBefore(at), first.steps));
  return {
    tree,
    writtenNumbers: numbers.writtenNumbers.map((found) => ({
      ...found,
      markers: found.markers.map((marker) => ({ ...marker, ...placeAsWritten(marker, first.steps) })),
    })),
    remarks: [...first.remarks, ...later].map((found) => ({
      ...found,
      actual: numbers.restoreSigns(found.actual).replace(PRIVATE_SIGNS, ''),
    })),
  };
}

const NOTHING_MORE = { tree: undefined, steps: [], remarks: [] };

function restorePlaces(tree: Root, steps: readonly EditedText[]): void {
  [...steps].reverse().forEach((step) => {
    step.restorePlaces(tree);
  });
}
