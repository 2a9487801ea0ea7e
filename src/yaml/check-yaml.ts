import * as z from 'zod';
import type { Finding, RuleFamily } from '../model/finding.js';
import { notUtf8 } from '../model/text/not-utf-8.js';
import { suggest } from '../model/text/suggestion.js';
import type { Whereabouts } from '../model/text/written-time-zones.js';
import { findLostWords, type LostWords } from './lost-words.js';
import { quoteText, writeText } from './quote-text.js';
import { keysAt, kindsAt, spellingOf } from './schema-walk.js';
import { TYPOGRAPHIC_QUOTE } from './indicators.js';
import {
  readYaml,
  type Places,
  type Position,
  type Spelling,
  type WrittenNode,
  type YamlFault,
} from './yaml-document.js';

/** The lines as they should be. */
export interface Advice {
  readonly right: string;
  /** What else is to be done. */
  readonly remark?: string;
}

/** Where a YAML text comes from, and how to speak about it. */
export interface YamlSource {
  /** Relative to the workspace, with `/`. */
  readonly file: string;
  readonly family: RuleFamily;
  /** The line of the file on which the YAML begins, counted from 1. */
  readonly firstLine?: number;
  /** An example line for each key that people most often get wrong. */
  readonly examples?: Readonly<Record<string, string>>;
  /** Where the people are who wrote it, for times of the clock on their wall. */
  readonly whereabouts?: Whereabouts;
  /** The right lines for a value that its schema refuses, where the file knows better than the schema. */
  readonly advise?: (path: readonly string[], value: unknown, written: unknown) => Advice | undefined;
  /** Keys of other programs and languages, each with ours. */
  readonly otherKeys?: Readonly<Record<string, string>>;
}

/** A YAML text checked against its schema: the value where no error was found, and all that was found. */
export interface CheckedYaml<T> {
  readonly value: T | undefined;
  /** What was read, checked or not; what could not be read is left out, or as it was probably meant. */
  readonly written: unknown;
  readonly places: Places;
  readonly findings: readonly Finding[];
}

// What people write is checked once a command: compiling a checker for it takes longer than checking.
z.config({ jitless: true });

type ZodIssue = z.core.$ZodIssue;

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? new Map(Object.entries(inner)).get(String(key)) : undefined,
    value,
  );
}

/** What was found, short enough to be read in a line. */
function quote(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a group of keys';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `"${text.length > 60 ? `${text.slice(0, 59)}…` : text}"`;
}

/** What is looked at while a text is checked. */
interface CheckedText {
  readonly schema: z.ZodType;
  readonly source: YamlSource;
  readonly places: Places;
  /** By path. */
  readonly nodes: ReadonlyMap<string, WrittenNode>;
  /** What was read, without keys that are not known. */
  readonly known: unknown;
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

/** The nearest place that is known: a missing key is reported where its parent stands. */
function placeOf(places: Places, path: readonly PropertyKey[]): Position {
  for (let length = path.length; length >= 0; length -= 1) {
    const place = places.get(path.slice(0, length).map(String).join('.'));
    if (place !== undefined) return place;
  }
  return { line: 1, column: 1 };
}

/** Straight quotation marks, or none, in the place of those of a word processor. */
function withoutTypographicQuotes(value: string): string | undefined {
  const characters = Array.from(value.trim());
  const first = characters[0] ?? '';
  const last = characters.at(-1) ?? '';
  const isQuoted = characters.length > 2 && TYPOGRAPHIC_QUOTE.test(first) && TYPOGRAPHIC_QUOTE.test(last);
  return isQuoted ? characters.slice(1, -1).join('') : undefined;
}

/** The line as it was probably meant. */
function rightLine(issue: ZodIssue, value: unknown, checked: CheckedText): string | undefined {
  const { schema, source, nodes } = checked;
  const path = issue.path.map(String);
  const node = nodes.get(path.join('.'));
  if (node === undefined) return undefined;
  const kinds = kindsAt(schema, path);
  if (Array.isArray(value) && value.length > 1 && value.every((one) => typeof one === 'string')) {
    return kinds.some(({ is }) => is === 'free-text')
      ? `${node.before.trim().split('\n')[0] ?? ''} ${writeText(value.join(', '))}`
      : undefined;
  }
  if (typeof value === 'object' && node.style === 'collection') {
    const isText = kinds.some(({ is }) => is === 'free-text' || is === 'file-name') && !node.source.includes('\n');
    return isText ? `${node.before.trim()} ${quoteText(node.source)}` : undefined;
  }
  if (typeof value !== 'string') return undefined;
  const bare = withoutTypographicQuotes(value);
  if (bare !== undefined && issue.code === 'invalid_value' && issue.values.map(String).includes(bare)) {
    return `${node.before.trim()} ${bare}`;
  }
  const corrected = kinds
    .map(({ correct }) => correct?.(bare ?? value, source.whereabouts ?? {}))
    .find((one) => one !== undefined);
  return corrected === undefined ? undefined : `${node.before.trim()} ${corrected}`;
}

function valueHelp(issue: ZodIssue, value: unknown, checked: CheckedText, expected: string): string {
  const { source, known } = checked;
  const advice = source.advise?.(issue.path.map(String), value, known);
  const right = advice?.right ?? rightLine(issue, value, checked);
  const remark = advice?.remark === undefined ? '' : ` ${advice.remark}`;
  if (right !== undefined)
    return right.includes('\n') ? `Write it like this:\n${right}` : `Write it like this: ${right}${remark}`;
  const meant = issue.code === 'invalid_value' ? suggest(String(value), issue.values.map(String)) : undefined;
  if (meant !== undefined) return `Did you mean "${meant}"?`;
  const example = source.examples?.[issue.path.filter((part) => typeof part === 'string').join('.')];
  return example === undefined ? `Write ${expected}.` : `Write it like this: ${example}`;
}

function valueFinding(issue: ZodIssue, checked: CheckedText): Finding {
  const { source, places, known } = checked;
  const key = issue.path.map(String).join('.');
  const value = valueAt(known, issue.path);
  const missing = value === undefined;
  const expected = expectation(issue);
  const isList = key === '' && Array.isArray(value);
  return {
    ruleId: `${source.family}/${missing ? 'missing' : 'value'}`,
    severity: 'error',
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
  };
}

/** Where a key that stands in the wrong place belongs: `alt` below `image:`. */
function homeOf(key: string, path: readonly PropertyKey[], { schema, nodes }: CheckedText): string | undefined {
  if (path.length > 0) return undefined;
  const homes = keysAt(schema, []).filter((outer) => keysAt(schema, [outer]).includes(key));
  return homes.find((home) => nodes.has(home)) ?? (homes.length === 1 ? homes[0] : undefined);
}

function unknownKeyHelp(key: string, path: readonly PropertyKey[], checked: CheckedText): string {
  const home = homeOf(key, path, checked);
  if (home !== undefined) return `"${key}" belongs below "${home}:", on a line of its own that two blanks indent.`;
  const keys = keysAt(checked.schema, path);
  const other = new Map(Object.entries(checked.source.otherKeys ?? {})).get(key.toLowerCase());
  const meant = other !== undefined && keys.includes(other) ? other : suggest(key, keys);
  return meant === undefined ? 'Take the line out, or use one of the known keys.' : `Did you mean "${meant}"?`;
}

function unknownKeyFinding(key: string, path: readonly PropertyKey[], checked: CheckedText): Finding {
  const { schema, source, places } = checked;
  return {
    ruleId: `${source.family}/unknown-key`,
    severity: 'warning',
    file: source.file,
    ...placeOf(places, [...path, key]),
    message: `"${key}" is not a key that is known here, so it is left out.`,
    expected: `one of: ${keysAt(schema, path).join(', ')}`,
    actual: `"${key}"`,
    help: unknownKeyHelp(key, path, checked),
  };
}

function withoutKeys(value: unknown, path: readonly PropertyKey[], keys: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const [head, ...rest] = path;
  if (Array.isArray(value)) {
    return value.map((inner: unknown, index) => (index === head ? withoutKeys(inner, rest, keys) : inner));
  }
  const entries = Object.entries(value);
  if (head === undefined) return Object.fromEntries(entries.filter(([key]) => !keys.includes(key)));
  return Object.fromEntries(
    entries.map(([key, inner]) => [key, key === head ? withoutKeys(inner, rest, keys) : inner]),
  );
}

const NOTHING_READ = { value: undefined, written: undefined, places: new Map([['', { line: 1, column: 1 }]]) } as const;

/** What stands for bytes that are no UTF-8, once a file was read as if it were: no title goes out with it. */
const LOST_LETTER = '\ufffd';

function lostLetter(text: string, file: string): Finding | undefined {
  const offset = text.indexOf(LOST_LETTER);
  if (offset === -1) return undefined;
  const before = text.slice(0, offset).split('\n');
  const place = { file, line: before.length, column: (before.at(-1) ?? '').length + 1 };
  return notUtf8(place, 'another encoding, perhaps Windows-1252');
}

function withValueAt(value: unknown, path: readonly string[], replacement: string): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return replacement;
  if (Array.isArray(value)) {
    return value.map((inner: unknown, index) =>
      String(index) === head ? withValueAt(inner, rest, replacement) : inner,
    );
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries([...Object.entries(value), [head, withValueAt(valueAt(value, [head]), rest, replacement)]]);
}

function faultFinding({ line, column, message, expected, actual, help }: YamlFault, source: YamlSource): Finding {
  const { family, file } = source;
  return { ruleId: `${family}/yaml`, severity: 'error', file, line, column, message, expected, actual, help };
}

function lostWordsFinding({ remark }: LostWords, { family, file }: YamlSource): Finding {
  return { ruleId: `${family}/lost-words`, file, ...remark };
}

const spellings = new WeakMap<z.ZodType, Spelling>();

function knownSpelling(schema: z.ZodType): Spelling {
  const spelling = spellings.get(schema) ?? spellingOf(schema);
  spellings.set(schema, spelling);
  return spelling;
}

/**
 * Checks YAML against a schema of strict objects: what does not fit is an error finding, an unknown key a
 * warning with the key that was probably meant, and the value is there as soon as no error is. A line that cannot be
 * read hides no finding of the others.
 */
export function checkYaml<T>(text: string, schema: z.ZodType<T>, source: YamlSource): CheckedYaml<T> {
  const lost = lostLetter(text, source.file);
  // A part of a file was judged with the whole of it.
  if (lost !== undefined && source.firstLine === undefined) return { ...NOTHING_READ, findings: [lost] };
  const document = readYaml(text, source.firstLine, knownSpelling(schema));
  const { places } = document;
  const findings = document.faults.map((fault) => faultFinding(fault, source));
  if (document.value === undefined) return { ...NOTHING_READ, findings };

  const lostWords = findLostWords(document.nodes, schema);
  findings.push(...lostWords.map((one) => lostWordsFinding(one, source)));
  const written = lostWords.reduce<unknown>(
    (value, { path, meant }) => (meant === undefined ? value : withValueAt(value, path, meant)),
    document.value,
  );
  const nodes = new Map(document.nodes.map((node) => [node.path.join('.'), node]));
  let known = written;
  let result = schema.safeParse(known);
  const unknown = (result.error?.issues ?? []).filter((issue) => issue.code === 'unrecognized_keys');
  for (const issue of unknown) {
    const checked = { schema, source, places, nodes, known };
    for (const key of issue.keys) findings.push(unknownKeyFinding(key, issue.path, checked));
    known = withoutKeys(known, issue.path, issue.keys);
  }
  if (unknown.length > 0) result = schema.safeParse(known);
  const checked = { schema, source, places, nodes, known };
  for (const issue of result.error?.issues ?? []) findings.push(valueFinding(issue, checked));
  const isRight = findings.every(({ severity }) => severity !== 'error');
  return { value: isRight ? result.data : undefined, written, places, findings };
}
