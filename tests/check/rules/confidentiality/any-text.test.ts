import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PreparedHouseStyle } from '../../../../src/check/detect/house-style.js';
import type { CheckContext } from '../../../../src/check/engine/rule.js';
import { CONFIDENTIALITY_RULES } from '../../../../src/check/rules/confidentiality/index.js';
import { houseStyleSchema } from '../../../../src/model/settings/house-style.js';
import type { CheckedText, TextKind, TextRun } from '../../../../src/check/text/text-run.js';

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

function runOf(kind: TextKind, text: string): TextRun {
  return { kind, text, quoted: false, spans: [], placeAt: (offset) => ({ file: 'a.md', line: 1, column: offset + 1 }) };
}

function textOf(...runs: readonly TextRun[]): CheckedText {
  return { source: 'contribution', file: 'a.md', language: 'en', contributor: undefined, runs };
}

function remarksOn(text: CheckedText) {
  return CONFIDENTIALITY_RULES.flatMap((rule) => (rule.kind === 'text' ? [...rule.check(text, CONTEXT)] : []));
}

/** Pieces of what the rules look for, so that random texts come near it. */
const PIECES = fc.constantFrom(
  ...[
    '+44 7700',
    '900123',
    ' ',
    '\n',
    '-',
    '.',
    '(',
    ')',
    '/',
    '@',
    'at',
    'dot',
    'example.org',
    '//',
    'https://',
    'tel:',
  ],
  ...[
    'Maria',
    'Petrova',
    'survivor',
    'was sold',
    ', 19,',
    'Straße',
    'ul.',
    'No',
    '12',
    '3/4',
    'rue de la',
    'street',
    'Street',
  ],
  ...[
    'born',
    '3 May 1998',
    'passport',
    'IBAN',
    'DE89',
    '3704',
    '52.3702',
    ', ',
    '°',
    "'",
    '"',
    '///',
    'a.b.c',
    '%40',
    '%',
    '%D0',
  ],
  ...[
    '٠٥٠',
    '\u00a0',
    '\u200b',
    '\u00ad',
    'e\u0301',
    '😀',
    '\ud800',
    'вул.',
    'Хрещатик',
    'жертва',
    'İstanbul',
    'ß',
    '＠',
    '０',
  ],
);
const KINDS = fc.constantFrom<TextKind>('paragraph', 'title', 'file-name', 'address', 'alt', 'cell', 'code', 'event');
const TEXTS = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(PIECES, { maxLength: 60 }).map((parts) => parts.join('')),
);

test('any text: no crash, whole remarks, and nothing of what was found in them', () => {
  fc.assert(
    fc.property(KINDS, TEXTS, (kind, written) => {
      for (const remark of remarksOn(textOf(runOf(kind, written)))) {
        const [secret = ''] = [remark.secret ?? ''].flat();
        expect(secret).not.toBe('');
        expect(written).toContain(secret);
        expect(written.slice(remark.column - 1)).toContain(secret);
        expect(`${remark.message} ${remark.expected} ${remark.help}`).not.toContain(secret);
      }
    }),
    { numRuns: 1500 },
  );
});

const LENGTH = 200_000;
const LONG: Readonly<Record<string, string>> = {
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

// What grows out of proportion takes minutes here and ends at the time-out; seconds are measured by `npm run bench:check`.
test.each(Object.entries(LONG))('200 KB of %s end', (_, piece) => {
  const written = piece.repeat(LENGTH / piece.length);
  for (const kind of ['paragraph', 'address', 'file-name'] as const) {
    const remarks = remarksOn(textOf(runOf(kind, written)));
    expect(remarks.every(({ actual }) => !actual.includes(written))).toBe(true);
  }
});
