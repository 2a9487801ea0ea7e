import * as z from 'zod';
import type { Finding } from '../model/finding.js';
import { createFinding } from '../model/rule.js';
import { notUtf8 } from '../model/text/not-utf-8.js';
import { findLostWords, type LostWords } from './faults/lost-words.js';
import { destinationOf, movedTo, nodesAsMeant, readAsMeant, type MeantValue } from './meant-keys.js';
import { writeText } from './faults/quote-text.js';
import { keysAt, spellingOf } from './schema-walk.js';
import { unknownKeyFindings, type UnknownKey } from './unknown-keys.js';
import { valueAt, valueFinding, type CheckedText } from './faults/value-findings.js';
import {
  readYaml,
  type Places,
  type Position,
  type Spelling,
  type WrittenNode,
  type YamlFault,
} from './yaml-document.js';
import { YAML_RULES } from './yaml-rules.js';
import type { YamlSource } from './yaml-source.js';

/** A YAML text checked against its schema: the value if there was no error, and all findings. */
export interface CheckedYaml<T> {
  readonly value: T | undefined;
  /** What was read, checked or not; unreadable lines are left out, or read as they were probably meant. */
  readonly written: unknown;
  /** The same without unknown keys. */
  readonly known: unknown;
  /** The same as if unknown keys were called as they were probably meant. */
  readonly meant: unknown;
  readonly places: Places;
  readonly findings: readonly Finding[];
}

// Input by people is checked once for each command, and compiling a checker takes longer than checking.
z.config({ jitless: true });

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

const NOTHING_READ = {
  value: undefined,
  written: undefined,
  known: undefined,
  meant: undefined,
  places: new Map([['', { line: 1, column: 1 }]]),
} as const;

/** Replaces bytes that are not UTF-8 after a file was read as if it were; no title is published with it. */
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
  return createFinding(YAML_RULES[family].yaml, { file, line, column, message, expected, actual, help });
}

function lostWordsFinding({ finding }: LostWords, { family, file }: YamlSource, isLeftOut: boolean): Finding {
  const { id: ruleId } = YAML_RULES[family].lostWords;
  return { ruleId, file, ...finding, ...(isLeftOut ? { severity: 'warning' } : {}) };
}

const spellings = new WeakMap<z.ZodType, Spelling>();

function knownSpelling(schema: z.ZodType, source: YamlSource): Spelling {
  const spelling = spellings.get(schema) ?? spellingOf(schema);
  spellings.set(schema, spelling);
  const meant = (key: string) => {
    const destination = destinationOf(key, [], undefined, { schema, source, nodes: new Map() });
    return destination?.kind === 'key' ? destination.key : undefined;
  };
  return { ...spelling, otherKeys: Object.keys(source.otherKeys ?? {}), meant };
}

function byPath(nodes: readonly WrittenNode[]): ReadonlyMap<string, WrittenNode> {
  return new Map(nodes.map((node) => [node.path.join('.'), node]));
}

/** Returns the positions behind a key that was moved, under its new name. */
function placesBehind({ from, to }: MeantValue['moved'][number], places: Places): (readonly [string, Position])[] {
  const beginning = from.join('.');
  return [...places].flatMap(([path, place]) =>
    path === beginning || path.startsWith(`${beginning}.`)
      ? [[`${to.join('.')}${path.slice(beginning.length)}`, place] as const]
      : [],
  );
}

/** Finds unknown keys without a value, because a value without them does not show them. */
function emptyUnknownKeys(nodes: readonly WrittenNode[], schema: z.ZodType): readonly UnknownKey[] {
  return nodes.flatMap(({ path, style }) => {
    const key = path.at(-1);
    const keys = keysAt(schema, path.slice(0, -1));
    const isUnknown = style === 'empty' && key !== undefined && keys.length > 0 && !keys.includes(key);
    return isUnknown ? [{ key, path: path.slice(0, -1) }] : [];
  });
}

/** Finds every unknown key, and the value without them. */
function takeUnknownKeys(written: unknown, schema: z.ZodType): { unknown: readonly UnknownKey[]; known: unknown } {
  const issues = (schema.safeParse(written).error?.issues ?? []).filter(({ code }) => code === 'unrecognized_keys');
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ key, path: issue.path })) : [],
  );
  const known = unknown.reduce<unknown>((value, { key, path }) => withoutKeys(value, path, [key]), written);
  return { unknown, known };
}

/** Finds what would be wrong after unknown keys if they had their probable names, so that one run reports it. */
function findingsAsMeant(meant: MeantValue, checked: CheckedText): readonly Finding[] {
  const issues = meant.moved.length === 0 ? [] : (checked.schema.safeParse(meant.value).error?.issues ?? []);
  return issues.flatMap((issue): Finding[] => {
    const moved = movedTo(issue.path, meant.moved);
    if (moved === undefined || issue.code === 'unrecognized_keys') return [];
    const finding = valueFinding(issue, checked);
    const message = `What stands behind "${moved.from.at(-1) ?? ''}" is not right for "${moved.to.join('.')}".`;
    return [{ ...finding, severity: 'warning', message }];
  });
}

/** A missing key may be there under another name; then the finding shows that line as it should be. */
function withMeantLine(finding: Finding, issue: z.core.$ZodIssue, { moved, value }: MeantValue): Finding {
  const found = moved.find(({ to }) => to.join('.') === issue.path.join('.'));
  const text = found === undefined ? undefined : valueAt(value, found.to);
  return typeof text === 'string'
    ? { ...finding, help: `Write it like this: ${found?.to.at(-1) ?? ''}: ${writeText(text)}` }
    : finding;
}

/**
 * Checks YAML against a schema of strict objects. What does not fit is an error finding; an unknown key is a warning
 * with its probable name. The value is there when there is no error. An unreadable line hides no finding about the
 * others.
 */
export function checkYaml<T>(text: string, schema: z.ZodType<T>, source: YamlSource): CheckedYaml<T> {
  const lost = lostLetter(text, source.file);
  // A part of a file was judged with the whole file.
  if (lost !== undefined && source.firstLine === undefined) return { ...NOTHING_READ, findings: [lost] };
  const document = readYaml(text, source.firstLine, knownSpelling(schema, source));
  const { places } = document;
  const findings = document.faults.map((fault) => faultFinding(fault, source));
  if (document.value === undefined) return { ...NOTHING_READ, findings };

  const nodes = byPath(document.nodes);
  const { moved } = readAsMeant(document.value, { schema, source, nodes });
  const nodesMeant = nodesAsMeant(document.nodes, moved);
  const lostWords = findLostWords(nodesMeant, schema);
  const restore = (value: unknown, words: readonly LostWords[]) =>
    words.reduce<unknown>((one, { path, meant }) => (meant === undefined ? one : withValueAt(one, path, meant)), value);
  findings.push(...lostWords.map((one) => lostWordsFinding(one, source, movedTo(one.path, moved) !== undefined)));
  const written = restore(
    document.value,
    lostWords.filter(({ path }) => movedTo(path, moved) === undefined),
  );
  const asMeant = readAsMeant(written, { schema, source, nodes });
  const meant = { moved, value: restore(asMeant.value, lostWords) };

  const { unknown, known } = takeUnknownKeys(written, schema);
  const result = schema.safeParse(known);
  const checked: CheckedText = { schema, source, places, nodes, known, written };
  const empty = emptyUnknownKeys(document.nodes, schema);
  findings.push(...unknownKeyFindings([...unknown, ...empty], checked));
  for (const issue of result.error?.issues ?? []) {
    findings.push(withMeantLine(valueFinding(issue, checked), issue, meant));
  }
  const placesMeant = new Map([...places, ...moved.flatMap((one) => placesBehind(one, places))]);
  const textMeant = { ...checked, nodes: byPath(nodesMeant), known: meant.value, places: placesMeant };
  findings.push(...findingsAsMeant(meant, textMeant));
  const isRight = findings.every(({ severity }) => severity !== 'error');
  return {
    value: isRight ? result.data : undefined,
    written,
    known,
    meant: meant.value,
    places: placesMeant,
    findings,
  };
}
