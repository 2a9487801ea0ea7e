import * as z from 'zod';
import type { Finding, RuleFamily } from '../model/finding.js';
import { notUtf8 } from '../model/not-utf-8.js';
import { suggest } from '../model/suggestion.js';
import { readYaml, type Places, type Position } from './yaml-document.js';

/** Where a YAML text comes from, and how to speak about it. */
export interface YamlSource {
  /** Relative to the workspace, with `/`. */
  readonly file: string;
  readonly family: RuleFamily;
  /** The line of the file on which the YAML begins, counted from 1. */
  readonly firstLine?: number;
  /** An example line for each key that people most often get wrong. */
  readonly examples?: Readonly<Record<string, string>>;
}

/** A YAML text checked against its schema: the value where there is one, and all that was found. */
export interface CheckedYaml<T> {
  readonly value: T | undefined;
  /** What was read, checked or not. */
  readonly written: unknown;
  readonly places: Places;
  readonly findings: readonly Finding[];
}

// What people write is checked once a command: compiling a checker for it takes longer than checking.
z.config({ jitless: true });

type ZodIssue = z.core.$ZodIssue;

/** Follows a path through a schema to the object that stands there, to know which keys it has. */
function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return keysAt(schema.unwrap(), path);
  const [head, ...rest] = path;
  if (schema instanceof z.ZodArray) return head === undefined ? [] : keysAt(schema.element, rest);
  if (schema instanceof z.ZodRecord) return head === undefined ? [] : keysAt(schema.valueType, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  if (head === undefined) return Object.keys(schema.shape);
  const inner = new Map<string, z.core.$ZodType>(Object.entries(schema.shape)).get(String(head));
  return inner === undefined ? [] : keysAt(inner, rest);
}

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

function valueFinding(issue: ZodIssue, written: unknown, places: Places, source: YamlSource): Finding {
  const key = issue.path.map(String).join('.');
  const value = valueAt(written, issue.path);
  const missing = value === undefined;
  const expected = expectation(issue);
  const meant = issue.code === 'invalid_value' ? suggest(String(value), issue.values.map(String)) : undefined;
  const example = source.examples?.[issue.path.filter((part) => typeof part === 'string').join('.')];
  return {
    ruleId: `${source.family}/${missing ? 'missing' : 'value'}`,
    severity: 'error',
    file: source.file,
    ...placeOf(places, issue.path),
    message: missing ? `"${key}" is missing.` : key === '' ? 'This cannot be read.' : `"${key}" is not right.`,
    expected: missing ? `a line with "${String(issue.path.at(-1) ?? key)}:" and ${expected}` : expected,
    actual: quote(value),
    help:
      meant !== undefined
        ? `Did you mean "${meant}"?`
        : example === undefined
          ? `Write ${expected}.`
          : `Write it like this: ${example}`,
  };
}

function unknownKeyFinding(
  key: string,
  path: readonly PropertyKey[],
  schema: z.ZodType,
  places: Places,
  source: YamlSource,
): Finding {
  const known = keysAt(schema, path);
  const meant = suggest(key, known);
  return {
    ruleId: `${source.family}/unknown-key`,
    severity: 'warning',
    file: source.file,
    ...placeOf(places, [...path, key]),
    message: `"${key}" is not a key that is known here, so it is left out.`,
    expected: `one of: ${known.join(', ')}`,
    actual: `"${key}"`,
    help: meant === undefined ? 'Take the line out, or use one of the known keys.' : `Did you mean "${meant}"?`,
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

/**
 * Checks YAML against a schema of strict objects: what does not fit is an error finding, an unknown key a
 * warning with the key that was probably meant, and the value is there as soon as no error is.
 */
export function checkYaml<T>(text: string, schema: z.ZodType<T>, source: YamlSource): CheckedYaml<T> {
  const lost = lostLetter(text, source.file);
  // A part of a file was judged with the whole of it.
  if (lost !== undefined && source.firstLine === undefined) return { ...NOTHING_READ, findings: [lost] };
  const document = readYaml(text, source.firstLine);
  if (document.kind === 'faulty') {
    const findings = document.faults.map(({ line, column, message, help }): Finding => ({
      ruleId: `${source.family}/yaml`,
      severity: 'error',
      file: source.file,
      line,
      column,
      message: `These lines cannot be read: ${message}.`,
      expected: 'lines of the form "key: text"',
      actual: 'something else',
      help,
    }));
    return { ...NOTHING_READ, findings };
  }

  const { places } = document;
  const findings: Finding[] = [];
  let known = document.value;
  let result = schema.safeParse(known);
  const unknown = (result.error?.issues ?? []).filter((issue) => issue.code === 'unrecognized_keys');
  for (const issue of unknown) {
    for (const key of issue.keys) findings.push(unknownKeyFinding(key, issue.path, schema, places, source));
    known = withoutKeys(known, issue.path, issue.keys);
  }
  if (unknown.length > 0) result = schema.safeParse(known);
  for (const issue of result.error?.issues ?? []) findings.push(valueFinding(issue, known, places, source));
  return { value: result.data, written: document.value, places, findings };
}
