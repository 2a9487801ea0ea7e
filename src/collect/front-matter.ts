import matter from 'gray-matter';
import type { Finding } from '../model/finding.js';
import { frontMatterSchema, type FrontMatter } from '../model/front-matter.js';
import { checkYaml, type CheckedYaml } from '../yaml/check-yaml.js';
import { fileFinding } from './file-findings.js';

const EXAMPLES = {
  title: 'title: New hotline in three languages',
  section: 'section: member-news',
  date: 'date: 2020-12-18',
  deadline: 'deadline: 2020-12-31',
  embargo: 'embargo: 2020-12-18',
  language: 'language: en',
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

/** A contribution's two parts; the body keeps the line numbers of the whole file. */
export type SplitContribution =
  | { readonly kind: 'split'; readonly yaml: string; readonly body: string }
  | { readonly kind: 'unread'; readonly finding: Finding };

const OPENING = /^---[ \t]*(?:yaml)?[ \t]*$/;
const CLOSING = /^---[ \t]*$/;
/** Beyond this, checking that no key stands twice takes time out of proportion. */
const MOST_CHARACTERS = 32 * 1024;
const HOW_TO_BEGIN =
  'Begin the file with three lines: "---", then "title: Your title", then "---", and the text below.';

function unread(
  file: string,
  remark: { ruleId: Finding['ruleId']; line?: number; message: string; expected: string; actual: string },
): SplitContribution {
  return { kind: 'unread', finding: fileFinding(file, { help: HOW_TO_BEGIN, ...remark }) };
}

/**
 * Splits front matter from body. gray-matter would run `---js` as JavaScript and keep a cache of its own, so the
 * first line is judged here, and gray-matter gets an engine that only hands back the text.
 */
export function splitContribution(file: string, text: string): SplitContribution {
  const lines = text.split('\n');
  const [first = ''] = lines;
  if (!OPENING.test(first)) {
    if (first.startsWith('---')) {
      return unread(file, {
        ruleId: 'front-matter/language',
        message: 'The first line must be three hyphens and nothing else.',
        expected: '---',
        actual: `"${first.slice(0, 40)}"`,
      });
    }
    return unread(file, {
      ruleId: 'front-matter/absent',
      message: 'The file does not begin with its front matter, the lines that give title and section.',
      expected: '--- in the first line',
      actual: first.trim() === '' ? 'an empty line' : 'text',
    });
  }
  const closing = lines.findIndex((line, index) => index > 0 && line.startsWith('---'));
  if (closing === -1 || !CLOSING.test(lines[closing] ?? '')) {
    return unread(file, {
      ruleId: 'front-matter/unclosed',
      line: closing === -1 ? lines.length : closing + 1,
      message: 'The front matter has no end: a line of three hyphens is missing after its last key.',
      expected: 'a second line of three hyphens, above the text',
      actual: closing === -1 ? 'none' : `"${(lines[closing] ?? '').slice(0, 40)}"`,
    });
  }
  const length = lines.slice(1, closing).join('\n').length;
  if (length > MOST_CHARACTERS) {
    return {
      kind: 'unread',
      finding: fileFinding(file, {
        ruleId: 'file/out-of-bounds',
        message: 'The front matter is too long, so the file was not read.',
        expected: `at most ${String(MOST_CHARACTERS)} characters`,
        actual: String(length),
        help: 'Move the text below the second line of three hyphens.',
      }),
    };
  }
  // gray-matter counts a space behind the hyphens as a line of its own.
  const clean = ['---', ...lines.slice(1, closing), '---', ...lines.slice(closing + 1)].join('\n');
  let yaml = '';
  const hold = (front: string) => {
    yaml = front;
    return {};
  };
  const parts = matter(clean, { language: 'yaml', engines: { yaml: { parse: hold, stringify: () => '' } } });
  return { kind: 'split', yaml: yaml.replace(/^\n/, ''), body: '\n'.repeat(closing + 1) + parts.content };
}

/** Front matter as far as it can be believed. */
export interface ReadFrontMatter extends CheckedYaml<FrontMatter> {
  /** Without the keys that are wrong, so that the text below can be checked in the same go; absent for no YAML. */
  readonly salvaged: FrontMatter | undefined;
}

const keySchema = frontMatterSchema.partial();

function salvage(written: unknown): FrontMatter | undefined {
  if (typeof written !== 'object' || written === null) return undefined;
  const right = Object.entries<unknown>({ ...written }).filter(
    ([key, value]) => keySchema.safeParse({ [key]: value }).success,
  );
  return frontMatterSchema.safeParse({ title: 'Without a title', ...Object.fromEntries(right) }).data;
}

/** Checks front matter against its schema; it begins in the second line of the file. */
export function readFrontMatter(file: string, yaml: string): ReadFrontMatter {
  const checked = checkYaml(yaml, frontMatterSchema, {
    file,
    family: 'front-matter',
    firstLine: 2,
    examples: EXAMPLES,
  });
  return { ...checked, salvaged: checked.value ?? salvage(checked.written) };
}
