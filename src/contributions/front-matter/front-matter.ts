import type { Finding } from '../../model/finding.js';
import { frontMatterSchema, type FrontMatter } from '../../model/issue/front-matter.js';
import { checkYaml, type CheckedYaml } from '../../yaml/check-yaml.js';
import { YAML_RULES } from '../../yaml/yaml-rules.js';
import type { EventLocation } from '../../model/text/dates/written-time-zones.js';
import { defineRule } from '../../model/rule.js';
import { fileFinding } from '../file-findings.js';
import { PROPOSED, REFUSED_PROPOSALS } from '../../model/issue/text/proposed-text.js';
import type { PictureName } from '../folder/dropped-pictures.js';
import { adviseFrontMatter, completeGroup } from './front-matter-advice.js';
import { readWrittenDay } from '../../model/text/dates/written-dates.js';
import { dayOfEvent } from './event-advice.js';
import { memberOf } from '../folder/member-of.js';
import { OTHER_KEYS } from './other-keys.js';
import { signFindings } from './value-signs.js';

/** A draft is not published by mistake. */
export const draftInFrontMatter = defineRule({
  id: 'front-matter/draft',
  severity: 'error',
  why: 'What says of itself that it is a draft is not published by mistake.',
  wrong: 'draft: true',
  right: 'The same text without that line.',
});

/** Lines for what nothing nearer can be said about; a value that is not to be copied is one that is refused. */
const EXAMPLES = {
  title: `title: ${PROPOSED.title}`,
  date: `date: ${REFUSED_PROPOSALS.day}`,
  deadline: `deadline: ${REFUSED_PROPOSALS.day}`,
  embargo: `embargo: ${REFUSED_PROPOSALS.day}`,
  weight: 'weight: 10',
  'source.url': `url: ${REFUSED_PROPOSALS.address}`,
  'link.url': `url: ${REFUSED_PROPOSALS.address}`,
  'link.label': `label: ${PROPOSED.label}`,
  'image.file': 'file: meeting.jpg',
  'event.start': `start: ${REFUSED_PROPOSALS.time}`,
  'events.start': `start: ${REFUSED_PROPOSALS.time}`,
};

/** The reliable part of the front matter. */
export interface ReadFrontMatter extends CheckedYaml<FrontMatter> {
  /**
   * The values that remain when something is wrong. Unknown keys get their probable names, so that everything is
   * checked in one run.
   */
  readonly salvaged: FrontMatter;
  readonly namedPictures: readonly (PictureName & { readonly underOtherKey: boolean })[];
  /** The day that a refused date of the news probably means. */
  readonly meantDate: string | undefined;
  /** The lines of values that were refused. */
  readonly refusedLines: readonly number[];
}

const { unknownKey, value: refusedValue } = YAML_RULES['front-matter'];
const WITHOUT_TITLE: FrontMatter = { title: 'Without a title' };
/** Each round removes what blocked the one before. */
const MAX_ROUNDS = 6;

function without(value: unknown, [head, ...rest]: readonly PropertyKey[]): unknown {
  // Leaving out an entry would move the next one to its index.
  if (head === undefined || typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) {
    return rest.length === 0
      ? undefined
      : value.map((inner: unknown, index) => (index === head ? without(inner, rest) : inner));
  }
  const entries = Object.entries<unknown>({ ...value });
  const left = entries.map(([key, inner]) => [key, key === head ? without(inner, rest) : inner] as const);
  return Object.fromEntries(left.filter(([, inner]) => inner !== undefined));
}

function isThere(value: unknown, path: readonly PropertyKey[]): boolean {
  return path.reduce<unknown>((inner, key) => memberOf(inner, String(key)), value) !== undefined;
}

/** Keeps everything that is right, at any depth, so that one error does not hide others. */
function salvage(written: unknown): FrontMatter {
  let value: unknown =
    typeof written === 'object' && written !== null ? { ...WITHOUT_TITLE, ...written } : WITHOUT_TITLE;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const { data, error } = frontMatterSchema.safeParse(value);
    if (error === undefined) return data;
    for (const issue of error.issues) {
      const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
      // A group that lacks a required key is left out as a whole.
      for (const path of paths) value = without(value, isThere(value, path) ? path : path.slice(0, -1));
    }
    value = { ...WITHOUT_TITLE, ...(typeof value === 'object' ? value : {}) };
  }
  return WITHOUT_TITLE;
}

/** Finds pictures of which only the name was written. */
function namedPicturesIn({ meant, written }: CheckedYaml<FrontMatter>): ReadFrontMatter['namedPictures'] {
  return ['image', 'images'].flatMap((key) => {
    const value = memberOf(meant, key);
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    const underOtherKey = memberOf(written, key) === undefined;
    return values.flatMap((one, index) => {
      const path = Array.isArray(value) ? `${key}.${String(index)}` : key;
      const isName = typeof one === 'string' && !/^(?:[a-z]+:)?\/\//i.test(one.trim());
      return isName ? [{ file: one.trim(), path, underOtherKey }] : [];
    });
  });
}

function meantDateOf({ written }: CheckedYaml<FrontMatter>): string | undefined {
  // A date under another program's key is left out and does not refuse the text.
  const date = memberOf(written, 'date');
  return typeof date === 'string' && dayOfEvent(written) === undefined ? readWrittenDay(date) : undefined;
}

/** What other programs write into front matter to hold a text back, each with the values that mean it. */
const DRAFT_KEYS: ReadonlyMap<string, RegExp> = new Map([
  ['draft', /^(?:true|yes|on|1)$/i],
  ['published', /^(?:false|no|off|0)$/i],
  ['status', /^(?:draft|pending|private|entwurf|brouillon)$/i],
]);

function draftKey(written: unknown): string | undefined {
  if (typeof written !== 'object' || written === null) return undefined;
  return Object.entries<unknown>({ ...written }).find(
    ([key, value]) => typeof value === 'string' && DRAFT_KEYS.get(key.toLowerCase())?.test(value.trim()) === true,
  )?.[0];
}

/** Warns about a text that calls itself a draft, so that it is not published unnoticed. */
function withDraftFinding(file: string, { written, places, findings }: CheckedYaml<FrontMatter>): readonly Finding[] {
  const key = draftKey(written);
  if (key === undefined) return findings;
  const place = places.get(key) ?? { line: 1, column: 1 };
  const isOther = ({ ruleId, line }: Finding) => ruleId !== unknownKey.id || line !== place.line;
  return [
    ...findings.filter(isOther),
    fileFinding(file, draftInFrontMatter, {
      ...place,
      message: `The text calls itself a draft ("${key}"), so it stays out of the issue.`,
      expected: 'a text that is ready',
      actual: `"${key}"`,
      help: `Take the line "${key}" out as soon as the text may be published.`,
    }),
  ];
}

/**
 * Checks front matter against its schema.
 *
 * @param firstLine the line of the file on which it begins.
 * @param whereabouts where the contributor is, for times on their clock.
 */
export function readFrontMatter(
  file: string,
  yaml: string,
  firstLine: number,
  whereabouts: EventLocation,
): ReadFrontMatter {
  const checked = checkYaml(yaml, frontMatterSchema, {
    file,
    family: 'front-matter',
    firstLine,
    examples: EXAMPLES,
    whereabouts,
    advise: (path, value, known, written) => adviseFrontMatter(path, value, known, written, whereabouts),
    completeGroup,
    otherKeys: OTHER_KEYS,
  });
  const salvaged = checked.value ?? salvage(checked.meant);
  const findings = [...withDraftFinding(file, checked), ...signFindings(file, salvaged, checked.places)];
  return {
    ...checked,
    findings,
    salvaged,
    namedPictures: namedPicturesIn(checked),
    meantDate: meantDateOf(checked),
    refusedLines: findings.flatMap(({ ruleId, line }) => (ruleId === refusedValue.id ? [line] : [])),
  };
}
