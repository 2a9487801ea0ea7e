import type { Finding } from '../model/finding.js';
import { frontMatterSchema, type FrontMatter } from '../model/issue/front-matter.js';
import { checkYaml, type CheckedYaml } from '../yaml/check-yaml.js';
import type { Whereabouts } from '../model/text/written-time-zones.js';
import { fileFinding } from './file-findings.js';
import { adviseFrontMatter, OTHER_KEYS } from './front-matter-advice.js';

const EXAMPLES = {
  title: 'title: New hotline in three languages',
  section: 'section: member-news',
  date: 'date: 2020-12-18',
  deadline: 'deadline: 2020-12-31',
  embargo: 'embargo: 2020-12-18',
  weight: 'weight: 10',
  'source.url': 'url: https://www.example.org/report',
  'link.url': 'url: https://www.example.org/report',
  'link.label': 'label: Read the report',
  'image.file': 'file: meeting.jpg',
  'event.start': 'start: 2021-01-25T10:00',
  'events.start': 'start: 2021-01-25T10:00',
  'event.timezone': 'timezone: Europe/Vienna',
  'image.consent': 'consent: given',
};

/** Front matter as far as it can be believed. */
export interface ReadFrontMatter extends CheckedYaml<FrontMatter> {
  /** Without the keys that are wrong, so that the text below can be checked in the same go. */
  readonly salvaged: FrontMatter;
}

const keySchema = frontMatterSchema.partial();

const WITHOUT_TITLE: FrontMatter = { title: 'Without a title' };

function salvage(written: unknown): FrontMatter {
  if (typeof written !== 'object' || written === null) return WITHOUT_TITLE;
  const right = Object.entries<unknown>({ ...written }).filter(
    ([key, value]) => keySchema.safeParse({ [key]: value }).success,
  );
  return frontMatterSchema.safeParse({ ...WITHOUT_TITLE, ...Object.fromEntries(right) }).data ?? WITHOUT_TITLE;
}

/** What other programs write into front matter to keep a text back, each with the values that say so. */
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

/** A text that calls itself a draft is not published unsaid. */
function withDraftFinding(file: string, { written, places, findings }: CheckedYaml<FrontMatter>): readonly Finding[] {
  const key = draftKey(written);
  if (key === undefined) return findings;
  const place = places.get(key) ?? { line: 1, column: 1 };
  const isOther = ({ ruleId, line }: Finding) => ruleId !== 'front-matter/unknown-key' || line !== place.line;
  return [
    ...findings.filter(isOther),
    fileFinding(file, {
      ruleId: 'front-matter/draft',
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
 * @param firstLine the line of the file in which it begins.
 * @param whereabouts of the contributor, for times of the clock on their wall.
 */
export function readFrontMatter(
  file: string,
  yaml: string,
  firstLine: number,
  whereabouts: Whereabouts,
): ReadFrontMatter {
  const checked = checkYaml(yaml, frontMatterSchema, {
    file,
    family: 'front-matter',
    firstLine,
    examples: EXAMPLES,
    whereabouts,
    advise: (path, value, written) => adviseFrontMatter(path, value, written, whereabouts),
    otherKeys: OTHER_KEYS,
  });
  const findings = withDraftFinding(file, checked);
  return { ...checked, findings, salvaged: checked.value ?? salvage(checked.written) };
}
