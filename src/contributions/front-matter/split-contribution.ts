import matter from 'gray-matter';
import type { Finding } from '../../model/finding.js';
import { PROPOSED } from '../../model/issue/text/proposed-text.js';
import { createFinding, defineRule, type DefinedRule } from '../../model/rule.js';
import { fileFinding, findingIn, type FileWords } from '../file-findings.js';
import { beyondBounds } from '../folder/bounds.js';

/** A contribution begins with its front matter. */
export const frontMatterAbsent = defineRule({
  id: 'front-matter/absent',
  severity: 'error',
  why: 'Without the lines between the two --- nobody knows the title.',
  wrong: 'A file that begins with its text.',
  right: '---\ntitle: New hotline\n---\n\nThe text.',
});

/** Front matter is YAML. */
export const frontMatterLanguage = defineRule({
  id: 'front-matter/language',
  severity: 'error',
  why: 'The first line is three hyphens. Anything behind them would ask for another language than YAML, and such languages can run.',
  wrong: '---js',
  right: '---',
});

/** Front matter stands between lines of three hyphens. */
export const frontMatterHyphens = defineRule({
  id: 'front-matter/hyphens',
  severity: 'error',
  why: 'The lines above and below the front matter are three hyphens each. Word processors make dashes or rules of them.',
  wrong: '—\ntitle: New hotline\n—',
  right: '---\ntitle: New hotline\n---',
});

/** Front matter has an end. */
export const frontMatterUnclosed = defineRule({
  id: 'front-matter/unclosed',
  severity: 'error',
  why: 'Without the second --- the whole text would count as front matter.',
  wrong: '---\ntitle: New hotline\n\nThe text.',
  right: '---\ntitle: New hotline\n---\n\nThe text.',
});

/** A contribution's two parts; the body keeps the line numbers of the whole file. */
export type SplitContribution =
  | {
      readonly kind: 'split';
      readonly yaml: string;
      /** The line on which the front matter begins. */
      readonly firstLine: number;
      readonly body: string;
      /**
       * What is wrong with the lines around the front matter. If anything is, its end is a guess, so that the rest is
       * still checked.
       */
      readonly findings: readonly Finding[];
    }
  | { readonly kind: 'unread'; readonly finding: Finding };

const OPENING = /^---[ \t]*(?:yaml)?[ \t]*$/;
const CLOSING = /^---[ \t]*$/;
/** What word processors make of three hyphens, and other numbers of them. */
const LIKE_HYPHENS = /^[ \t\u00a0]*(?:(?:[\u2010-\u2015\u2212-]{1,6}[ \t\u00a0]*){1,3}|[*=_]{3,40}[ \t\u00a0]*)$/;
const KEY_LINE = /^[\p{L}\p{N}_-]{1,40}[ \u00a0]?[:\uff1a]/u;
/** Beyond this, checking for duplicate keys takes disproportionately long. */
const MAX_CHARACTERS = 32 * 1024;
const HOW_TO_BEGIN = `Begin the file with three lines: "---", then "title: ${PROPOSED.title}", then "---", and the text below.`;

type Words = Omit<FileWords, 'help'> & { readonly help?: string };

function finding(file: string, rule: DefinedRule, words: Words): Finding {
  return findingIn(file, { help: HOW_TO_BEGIN, ...createFinding(rule, words) });
}

/** Returns the text from a line on, with blank lines above it, so that line numbers stay. */
function bodyFrom(lines: readonly string[], first: number): string {
  return '\n'.repeat(first) + lines.slice(first).join('\n');
}

/**
 * Guesses where front matter ends that no line of three hyphens closes: at the first line that is empty, or has no key.
 */
function guessedEnd(lines: readonly string[], first: number): number {
  const end = lines.findIndex((line, index) => index >= first && (line.trim() === '' || LIKE_HYPHENS.test(line)));
  return end < 0 ? lines.length : end;
}

function guessed(
  lines: readonly string[],
  first: number,
  end: number,
  findings: readonly Finding[],
): SplitContribution {
  const isFence = LIKE_HYPHENS.test(lines[end] ?? '') || (lines[end] ?? '').startsWith('---');
  return {
    kind: 'split',
    yaml: lines.slice(first, end).join('\n'),
    firstLine: first + 1,
    body: bodyFrom(lines, isFence ? end + 1 : end),
    findings,
  };
}

/** A key that shows that lines are front matter, and not text between two lines of hyphens. */
const TITLE_LINE = /^(?:title|titel|titre|t[ií]tulo|titolo|tytuł|otsikko|заголовок|назва|headline)[ \t]*[:=\uff1a-]/iu;

/** Finds complete front matter further down: the numbers of its two lines of hyphens. */
function frontMatterBelow(
  lines: readonly string[],
): { readonly opening: number; readonly closing: number } | undefined {
  const opening = lines.findIndex((line, index) => {
    if (index === 0 || !OPENING.test(line)) return false;
    const closing = lines.findIndex((other, below) => below > index && CLOSING.test(other));
    return closing > 0 && lines.slice(index + 1, closing).some((inner) => TITLE_LINE.test(inner));
  });
  if (opening < 0) return undefined;
  return { opening, closing: lines.findIndex((line, index) => index > opening && CLOSING.test(line)) };
}

/** Splits front matter that begins below other lines: those are checked as text, and the front matter as such. */
function withLinesAbove(
  file: string,
  lines: readonly string[],
  { opening, closing }: { readonly opening: number; readonly closing: number },
): SplitContribution {
  const isEmpty = lines.slice(0, opening).every((line) => line.trim() === '');
  const fault = finding(file, frontMatterAbsent, {
    message: isEmpty
      ? 'The file begins with an empty line, and not with its front matter.'
      : 'The file does not begin with its front matter: other lines stand above it.',
    expected: '--- in the first line',
    actual: isEmpty ? 'an empty line' : 'text',
    help: isEmpty
      ? 'Take out what is empty above the first ---, so that it is the first line of the file.'
      : 'Move what stands above the first --- below the front matter, or take it out.',
  });
  const body = lines.map((line, index) => (index >= opening && index <= closing ? '' : line)).join('\n');
  return {
    kind: 'split',
    yaml: lines.slice(opening + 1, closing).join('\n'),
    firstLine: opening + 2,
    body,
    findings: [fault],
  };
}

function fenceFinding(file: string, lines: readonly string[], index: number): Finding {
  const fence = (lines[index] ?? '').trim().slice(0, 40);
  return finding(file, frontMatterHyphens, {
    line: index + 1,
    message: `The line ${index === 0 ? 'above' : 'below'} the front matter must be three hyphens and nothing else; word processors make other dashes of them.`,
    expected: '---',
    actual: `"${fence}"`,
    help: 'Replace this line by three hyphens: ---',
  });
}

/**
 * Splits front matter between lines of other signs than three hyphens. A finding asks to replace each of them, and
 * everything is read.
 */
function withOtherFence(file: string, lines: readonly string[]): SplitContribution | undefined {
  const begin = lines.findIndex((line, index) => index > 0 && line.trim() !== '');
  if (begin < 0 || !KEY_LINE.test(lines[begin] ?? '')) return undefined;
  const end = guessedEnd(lines, begin);
  const isFence = LIKE_HYPHENS.test(lines[end] ?? '') && (lines[end] ?? '').trim() !== '';
  const unclosed = (): Finding =>
    finding(file, frontMatterUnclosed, {
      line: end,
      message: 'The front matter has no end: a line of three hyphens is missing after its last key.',
      expected: 'a second line of three hyphens, above the text',
      actual: 'none',
      help: `Write a line of three hyphens, "---", below line ${String(end)}, where the front matter ends.`,
    });
  const closing = CLOSING.test(lines[end] ?? '') ? [] : [isFence ? fenceFinding(file, lines, end) : unclosed()];
  return guessed(lines, begin, end, [fenceFinding(file, lines, 0), ...closing]);
}

/** Handles a file whose first line is not three hyphens. */
function withoutOpening(file: string, lines: readonly string[]): SplitContribution {
  const [first = ''] = lines;
  const below = frontMatterBelow(lines);
  const length = below === undefined ? 0 : lines.slice(below.opening, below.closing).join('\n').length;
  if (below !== undefined && length <= MAX_CHARACTERS && !first.startsWith('---')) {
    return withLinesAbove(file, lines, below);
  }
  if (first.startsWith('---') && !LIKE_HYPHENS.test(first)) {
    return {
      kind: 'unread',
      finding: finding(file, frontMatterLanguage, {
        message: 'The first line must be three hyphens and nothing else.',
        expected: '---',
        actual: `"${first.slice(0, 40)}"`,
      }),
    };
  }
  if (/^(?:\+\+\+|;;;|\{)[ \t]*$/.test(first)) {
    const fence = first.trim() === '{' ? '}' : first.trim();
    const fault = finding(file, frontMatterLanguage, {
      message: 'The lines that give title and section are written as for another program (TOML or JSON).',
      expected: 'lines such as "title: New hotline", between two lines of three hyphens',
      actual: `"${first.trim()}"`,
    });
    const end = lines.findIndex((line, index) => index > 0 && line.trim() === fence);
    const body = bodyFrom(lines, end < 0 ? lines.length : end + 1);
    return { kind: 'split', yaml: 'title: Without a title', firstLine: 1, body, findings: [fault] };
  }
  const isLike = LIKE_HYPHENS.test(first) && first.trim() !== '';
  const fault = finding(file, isLike ? frontMatterHyphens : frontMatterAbsent, {
    message: isLike
      ? 'The first line must be three hyphens and nothing else; word processors make other dashes of them.'
      : 'The file does not begin with its front matter, the lines that give title and section.',
    expected: isLike ? '---' : '--- in the first line',
    actual: isLike ? `"${first.slice(0, 40)}"` : first.trim() === '' ? 'an empty line' : 'text',
  });
  if (isLike) {
    const split = withOtherFence(file, lines);
    if (split !== undefined) return split;
  }
  const begin = lines.findIndex((line) => line.trim() !== '' && !LIKE_HYPHENS.test(line));
  if (begin >= 0 && KEY_LINE.test(lines[begin] ?? '')) return guessed(lines, begin, guessedEnd(lines, begin), [fault]);
  return { kind: 'split', yaml: 'title: Without a title', firstLine: 1, body: bodyFrom(lines, 0), findings: [fault] };
}

function withoutClosing(file: string, lines: readonly string[], closing: number): SplitContribution {
  const like = lines.findIndex((line, index) => index > 0 && line.trim() !== '' && LIKE_HYPHENS.test(line));
  const [end, actual] =
    closing >= 0
      ? [closing, `"${(lines[closing] ?? '').slice(0, 40)}"`]
      : like >= 0 && like <= guessedEnd(lines, 1)
        ? [like, `"${(lines[like] ?? '').trim()}"`]
        : [guessedEnd(lines, 1), 'none'];
  const isLike = closing < 0 && actual !== 'none';
  const fault = finding(file, frontMatterUnclosed, {
    line: actual === 'none' ? lines.length : end + 1,
    message: isLike
      ? 'The front matter has no end: the line below its last key must be three hyphens; word processors make other dashes of them.'
      : 'The front matter has no end: a line of three hyphens is missing after its last key.',
    expected: 'a second line of three hyphens, above the text',
    actual,
    help:
      actual === 'none'
        ? `Write a line of three hyphens, "---", below line ${String(end)}, where the front matter ends.`
        : `Replace line ${String(end + 1)} by three hyphens and nothing else: ---`,
  });
  return guessed(lines, 1, end, [fault]);
}

/**
 * Splits front matter from body. gray-matter would run `---js` as JavaScript and keep its own cache, so the first line
 * is judged here, and gray-matter gets an engine that only returns the text.
 */
export function splitContribution(file: string, text: string): SplitContribution {
  const lines = text.split('\n');
  if (!OPENING.test(lines[0] ?? '')) return withoutOpening(file, lines);
  const closing = lines.findIndex((line, index) => index > 0 && line.startsWith('---'));
  if (closing === -1 || !CLOSING.test(lines[closing] ?? '')) return withoutClosing(file, lines, closing);
  // A rule further down in the text does not end front matter that other signs end.
  const other = lines.findIndex((line, index) => index > 0 && /^\S/.test(line) && LIKE_HYPHENS.test(line));
  if (other > 0 && other < closing && (lines[other + 1] ?? '').trim() === '') return withoutClosing(file, lines, -1);
  const length = lines.slice(1, closing).join('\n').length;
  if (length > MAX_CHARACTERS) {
    return {
      kind: 'unread',
      finding: fileFinding(file, beyondBounds, {
        message: 'The front matter is too long, so the file was not read.',
        expected: `at most ${String(MAX_CHARACTERS)} characters`,
        actual: String(length),
        help: 'Move the text below the second line of three hyphens.',
      }),
    };
  }
  // gray-matter counts a space after the hyphens as a line of its own.
  const clean = ['---', ...lines.slice(1, closing), '---', ...lines.slice(closing + 1)].join('\n');
  let yaml = '';
  const hold = (front: string) => {
    yaml = front;
    return {};
  };
  const parts = matter(clean, { language: 'yaml', engines: { yaml: { parse: hold, stringify: () => '' } } });
  const body = '\n'.repeat(closing + 1) + parts.content;
  return { kind: 'split', yaml: yaml.replace(/^\n/, ''), firstLine: 2, body, findings: [] };
}
