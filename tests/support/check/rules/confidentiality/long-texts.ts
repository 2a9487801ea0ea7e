import { PreparedHouseStyle } from '../../../../../src/check/detect/house-style.js';
import type { CheckContext } from '../../../../../src/check/engine/rule.js';
import { CONFIDENTIALITY_RULES } from '../../../../../src/check/rules/confidentiality/index.js';
import type { CheckedText, TextKind, TextRun } from '../../../../../src/check/text/text-run.js';
import { houseStyleSchema } from '../../../../../src/model/settings/house-style.js';

const CONTEXT: CheckContext = {
  issue: '2020-12',
  date: '2020-12-18',
  contributionsFolder: 'issues/2020-12/contributions',
  settings: { title: 'December 2020', date: '2020-12-18' },
  settingsFile: 'issues/2020-12/issue.yaml',
  settingsPlaces: new Map(),
  members: [],
  houseStyle: new PreparedHouseStyle(houseStyleSchema.parse({}), []),
  suggestFolder: () => undefined,
};

export function runOf(kind: TextKind, text: string): TextRun {
  return { kind, text, quoted: false, spans: [], placeAt: (offset) => ({ file: 'a.md', line: 1, column: offset + 1 }) };
}

export function textOf(...runs: readonly TextRun[]): CheckedText {
  return { source: 'contribution', file: 'a.md', language: 'en', contributor: undefined, runs };
}

/** What the rules of confidentiality find in a text. */
export function findingsIn(text: CheckedText) {
  return CONFIDENTIALITY_RULES.flatMap((rule) => [...rule.check(text, CONTEXT)]);
}

const LONG_TEXT_BYTES = 200_000;
const LONG_PIECES: Readonly<Record<string, string>> = {
  'one digit': '1',
  'digits in pairs': '12 ',
  'digits and signs': '1-',
  'telephone numbers': 'tel. 050 123 45 67, ',
  words: 'word ',
  'one letter': 'a',
  'one capital': 'A',
  names: 'survivor Maria Petrova, 19, ',
  'capitalised words': 'Aaaa ',
  'bank accounts': 'NL91ABNA0417164300 ',
  'nearly bank accounts': 'AA11 ',
  cards: '4111 ',
  'at signs': '@',
  addresses: 'a@b.example ',
  'at in words': 'a at ',
  'full stops': 'a.b.c.',
  decimals: '52.3702 ',
  degrees: '5°',
  streets: 'Hauptstraße 5 ',
  'streets before numbers': '5 Baker ',
  births: 'born 3 May 1998 ',
  passports: 'passport no 123456 ',
  brackets: '(',
  slashes: '/',
  'web addresses': 'https://a.example/ ',
  'a web address': 'https://',
  encoded: '%40',
  marks: 'a\u0301',
  'unseen signs': '\u200b',
  quotations: '"A" ',
};

/** Each kind of long text with its name; a rule that goes back and forth over one takes minutes for it. */
export const LONG_TEXTS = Object.entries(LONG_PIECES).map(
  ([name, piece]) => [name, piece.repeat(LONG_TEXT_BYTES / piece.length)] as const,
);
export const LONG_TEXT_KINDS = ['paragraph', 'address', 'file-name'] as const satisfies readonly TextKind[];
