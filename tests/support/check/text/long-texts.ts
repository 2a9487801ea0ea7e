import type { CheckContext } from '../../../../src/check/engine/rule.js';
import { HOUSE_STYLE_RULES } from '../../../../src/check/rules/house-style/index.js';
import { LANGUAGE_RULES } from '../../../../src/check/rules/language/index.js';
import { languageDoubtOf } from '../../../../src/check/detect/language/language-doubt.js';
import { sketchOf } from '../../../../src/check/text/sketch.js';
import type { CheckedText } from '../../../../src/check/text/text-run.js';
import { prepared, runsOf } from '../rules/house-style/prepared-style.js';

const RULES = [...HOUSE_STYLE_RULES, ...LANGUAGE_RULES].filter((rule) => rule.kind === 'text');

const context: CheckContext = {
  issue: '2020-12',
  date: '2020-12-18',
  contributionsFolder: 'issues/2020-12/contributions',
  settings: { title: 'A', date: '2020-12-18' },
  settingsFile: 'issues/2020-12/issue.yaml',
  settingsPlaces: new Map(),
  members: [],
  houseStyle: prepared,
  suggestFolder: () => undefined,
};

/** A text of one paragraph and one address, and the same as Markdown. */
export function textOf(text: string): CheckedText {
  const plain = { text, quoted: false, spans: [], placeAt: () => ({ file: 'a.md', line: 1, column: 1 }) };
  return {
    source: 'contribution',
    file: 'a.md',
    language: 'en',
    contributor: undefined,
    runs: [{ ...plain, kind: 'paragraph' }, { ...plain, kind: 'address' }, ...runsOf(text.slice(0, 2000))],
  };
}

/** What the rules of house style and language find in a text. */
export const findingsIn = (text: CheckedText) => RULES.flatMap((rule) => [...rule.check(text, context)]);

/** What a long text repeats. */
export const LONG_BITS = [
  'victims of trafficking ',
  'victims',
  'victims ',
  '“',
  '"a ',
  "' ",
  '‘',
  'Victims Act and Of ',
  'Directive 2012/29/EU on victims ',
  'a.b@c.d-e/',
  'a\u200b\u202e ',
  'Жертва торгівлі людьми a i ',
  'https://',
  'x',
  'rescued from a b c ',
] as const;

/** Does with 200 KB of a bit all that a check does with a text, and returns what was found. */
export function readLongText(bit: string) {
  const text = textOf('');
  const long = bit.repeat(Math.ceil((200 * 1024) / bit.length));
  const runs = text.runs.map((run) => ({ ...run, text: long })).slice(0, 1);
  const findings = findingsIn({ ...text, runs });
  languageDoubtOf(runs, 'en');
  sketchOf(long);
  return findings;
}
