import type { Finding } from '../../model/finding.js';
import { defineRule } from '../../model/rule.js';
import { fileFinding } from '../file-findings.js';

/** A text that is too large, or nested too deep, to be parsed. */
export const beyondBounds = defineRule({
  id: 'file/out-of-bounds',
  severity: 'error',
  why: 'A contribution is a page or two. Far larger files, or endless lines and nestings, are accidents, and could stop the build.',
  wrong: 'A file of 300 KB, or a line of 25,000 characters.',
  right: 'One to three paragraphs.',
});

const MAX_LINE_CHARACTERS = 20_000;
const MAX_INDENTATION = 64;
const MAX_CONTAINERS = 20;
/** Beyond these, Markdown takes disproportionately long to parse; no person's text comes near. */
const MAX_LINES = 6_000;
const MAX_MARKS = 10_000;
const MAX_MARKS_IN_BLOCK = 2_500;
const MAX_UNDERLINES = 300;
const MAX_CONTAINERS_IN_ALL = 6_000;
const MAX_INDENTATION_IN_ALL = 50_000;

const TAB_WIDTH = 4;
const CONTAINERS = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
const CONTAINER = />|[-*+](?=[ \t])|\d{1,9}[.)]/g;
const MARKS = /[*_~[\]()`<&|\\!]/g;
const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/;

function indentation(line: string): number {
  let width = 0;
  for (const character of line) {
    if (character === ' ') width += 1;
    else if (character === '\t') width += TAB_WIDTH;
    else break;
  }
  return width;
}

function matches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function bound(file: string, line: number, what: string, expected: string, actual: string): Finding {
  return fileFinding(file, beyondBounds, {
    line,
    message: `${what}, so the file was not read.`,
    expected,
    actual,
    help: 'Look whether something was pasted here by mistake. If all of it is meant, make two contributions of it.',
  });
}

/** Counts the quotations and lists that a line is nested in. */
function containersOf(text: string): number {
  return matches(CONTAINERS.exec(text)?.[0] ?? '', CONTAINER);
}

function lineBound(file: string, text: string, line: number): Finding | undefined {
  if (text.length > MAX_LINE_CHARACTERS) {
    const actual = `${String(text.length)} characters`;
    return bound(file, line, 'This line is too long', `at most ${String(MAX_LINE_CHARACTERS)} characters`, actual);
  }
  const indented = indentation(text);
  if (indented > MAX_INDENTATION && text.trim() !== '') {
    return bound(
      file,
      line,
      'This line begins too far to the right',
      `at most ${String(MAX_INDENTATION)} spaces`,
      String(indented),
    );
  }
  const depth = containersOf(text);
  if (depth > MAX_CONTAINERS) {
    const expected = `at most ${String(MAX_CONTAINERS)} quotations or lists inside each other`;
    return bound(file, line, 'Quotations or lists stand too deep inside each other', expected, String(depth));
  }
  return undefined;
}

/** Returns what exceeds the bounds of parsing, or `undefined` when the text is within all of them. */
export function outOfBounds(file: string, text: string): Finding | undefined {
  const lines = text.split('\n');
  if (lines.length > MAX_LINES) {
    return bound(
      file,
      MAX_LINES,
      'There are too many lines',
      `at most ${String(MAX_LINES)} lines`,
      String(lines.length),
    );
  }
  const total = { marks: 0, block: 0, underlines: 0, containers: 0, indentation: 0 };
  for (const [index, line] of lines.entries()) {
    const finding = lineBound(file, line, index + 1);
    if (finding !== undefined) return finding;
    total.containers += containersOf(line);
    total.indentation += line.trim() === '' ? 0 : indentation(line);
    if (total.containers > MAX_CONTAINERS_IN_ALL || total.indentation > MAX_INDENTATION_IN_ALL) {
      const expected = `at most ${String(MAX_CONTAINERS_IN_ALL)} list entries and lines of quotations, most of them not indented`;
      return bound(file, index + 1, 'There are too many quotations or lists', expected, 'more');
    }
    const marks = matches(line, MARKS);
    total.marks += marks;
    total.block = line.trim() === '' ? 0 : total.block + marks;
    total.underlines += UNDERLINE.test(line) ? 1 : 0;
    if (total.marks > MAX_MARKS || total.block > MAX_MARKS_IN_BLOCK || total.underlines > MAX_UNDERLINES) {
      const expected = `at most ${String(MAX_MARKS_IN_BLOCK)} signs such as * [ ] in a paragraph, ${String(MAX_MARKS)} in all`;
      return bound(file, index + 1, 'There are too many signs of formatting', expected, 'more');
    }
  }
  return undefined;
}
