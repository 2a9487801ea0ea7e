import type * as z from 'zod';
import type { Finding } from '../../model/finding.js';
import { createFinding } from '../../model/rule.js';
import { suggest } from '../../model/text/suggestion.js';
import { quoteText, writeText } from './quote-text.js';
import { kindsAt } from '../schema-walk.js';
import { TYPOGRAPHIC_QUOTE } from './indicators.js';
import type { Places, Position, WrittenNode } from '../yaml-document.js';
import { YAML_RULES } from '../yaml-rules.js';
import type { Advice, YamlSource } from '../yaml-source.js';

type ZodIssue = z.core.$ZodIssue;

/** Returns a value inside another, by its path. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? new Map(Object.entries(inner)).get(String(key)) : undefined,
    value,
  );
}

/** Shows what was found, short enough for one line. */
function quote(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a group of keys';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `"${text.length > 60 ? `${text.slice(0, 59)}…` : text}"`;
}

/** What a check of a text works with. */
export interface CheckedText {
  readonly schema: z.ZodType;
  readonly source: YamlSource;
  readonly places: Places;
  /** By path. */
  readonly nodes: ReadonlyMap<string, WrittenNode>;
  /** What was read, without unknown keys. */
  readonly known: unknown;
  /** What was read, with unknown keys. */
  readonly written: unknown;
}

const TYPE_WORDS: Record<string, string> = {
  string: 'text',
  array: 'a list, each entry on a line of its own that begins with "- "',
  object: 'a group of keys, each on an indented line of its own',
  record: 'a group of keys, each on an indented line of its own',
};

function expectation(issue: ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPE_WORDS[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return `one of: ${issue.values.map(String).join(', ')}`;
    case 'invalid_union': {
      const alternatives = issue.errors.flatMap((errors) => errors.map(expectation));
      return [...new Set(alternatives)].join(', or ');
    }
    default:
      return issue.message;
  }
}

/** Returns the nearest known position: a missing key is reported at its parent. */
export function placeOf(places: Places, path: readonly PropertyKey[]): Position {
  for (let length = path.length; length >= 0; length -= 1) {
    const place = places.get(path.slice(0, length).map(String).join('.'));
    if (place !== undefined) return place;
  }
  return { line: 1, column: 1 };
}

/** Replaces a word processor's quotation marks with straight ones, or none. */
function withoutTypographicQuotes(value: string): string | undefined {
  const characters = Array.from(value.trim());
  const first = characters[0] ?? '';
  const last = characters.at(-1) ?? '';
  const isQuoted = characters.length > 2 && TYPOGRAPHIC_QUOTE.test(first) && TYPOGRAPHIC_QUOTE.test(last);
  return isQuoted ? characters.slice(1, -1).join('') : undefined;
}

/** Returns the line as it was probably meant. */
function rightLine(issue: ZodIssue, value: unknown, checked: CheckedText): Advice | undefined {
  const { schema, source, nodes } = checked;
  const path = issue.path.map(String);
  const node = nodes.get(path.join('.'));
  if (node === undefined) return undefined;
  const kinds = kindsAt(schema, path);
  if (Array.isArray(value) && value.length > 1 && value.every((one) => typeof one === 'string')) {
    return kinds.some(({ is }) => is === 'free-text')
      ? { right: `${node.before.trim().split('\n')[0] ?? ''} ${writeText(value.join(', '))}` }
      : undefined;
  }
  if (typeof value === 'object' && node.style === 'collection') {
    const isText = kinds.some(({ is }) => is === 'free-text' || is === 'file-name') && !node.source.includes('\n');
    return isText ? { right: `${node.before.trim()} ${quoteText(node.source)}` } : undefined;
  }
  if (typeof value !== 'string') return undefined;
  const bare = withoutTypographicQuotes(value);
  if (bare !== undefined && issue.code === 'invalid_value' && issue.values.map(String).includes(bare)) {
    return { right: `${node.before.trim()} ${bare}` };
  }
  const corrected = kinds
    .map(({ correct, otherwise }) => {
      const right = correct?.(bare ?? value, source.whereabouts ?? {});
      return right === undefined ? undefined : { right: `${node.before.trim()} ${right}`, note: otherwise?.(value) };
    })
    .find((one) => one !== undefined);
  return corrected;
}

function valueHelp(issue: ZodIssue, value: unknown, checked: CheckedText, expected: string): string {
  const { source, known } = checked;
  const advice =
    source.advise?.(issue.path.map(String), value, known, checked.written) ?? rightLine(issue, value, checked);
  if (advice?.right !== undefined) {
    const isBlock = advice.right.includes('\n');
    const note = advice.note === undefined ? '' : `${isBlock ? '\n' : ' '}${advice.note}`;
    return `Write it like this:${isBlock ? '\n' : ' '}${advice.right}${note}`;
  }
  if (advice?.note !== undefined) return advice.note;
  const meant = issue.code === 'invalid_value' ? suggest(String(value), issue.values.map(String)) : undefined;
  if (meant !== undefined) return `Did you mean "${meant}"?`;
  const example = source.examples?.[issue.path.filter((part) => typeof part === 'string').join('.')];
  return example === undefined ? `Write ${expected}.` : `Write it like this: ${example}`;
}

/** Says what is wrong with a value, in words. */
export function valueFinding(issue: ZodIssue, checked: CheckedText): Finding {
  const { source, places, known } = checked;
  const key = issue.path.map(String).join('.');
  const value = valueAt(known, issue.path);
  const missing = value === undefined;
  const expected = expectation(issue);
  const isList = key === '' && Array.isArray(value);
  const rules = YAML_RULES[source.family];
  return createFinding(missing ? rules.missing : rules.value, {
    file: source.file,
    ...placeOf(places, issue.path),
    message: missing
      ? `"${key}" is missing.`
      : key === ''
        ? isList
          ? 'The lines begin with hyphens, as those of a list.'
          : 'There is no line with a key here.'
        : `"${key}" is not right.`,
    expected: missing ? `a line with "${String(issue.path.at(-1) ?? key)}:" and ${expected}` : expected,
    actual: quote(value),
    help: isList ? 'Take the hyphens out: each line begins with its key.' : valueHelp(issue, value, checked, expected),
  });
}
