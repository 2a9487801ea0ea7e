import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOUSE_STYLE_RULES } from '../../src/check/rules/house-style/index.js';
import { languageDoubtOf } from '../../src/check/rules/language/language-doubt.js';
import { LANGUAGE_RULES } from '../../src/check/rules/language/index.js';
import type { CheckContext } from '../../src/check/rule.js';
import { likeness, sketchOf } from '../../src/check/text/sketch.js';
import type { CheckedText } from '../../src/check/text/text-run.js';
import { phraseFault } from '../../src/model/text/written-phrase.js';
import { prepared, runsOf } from './rules/house-style/prepared-style.js';

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

function textOf(text: string): CheckedText {
  const plain = { text, quoted: false, spans: [], placeAt: () => ({ file: 'a.md', line: 1, column: 1 }) };
  return {
    source: 'contribution',
    file: 'a.md',
    language: 'en',
    contributor: undefined,
    runs: [{ ...plain, kind: 'paragraph' }, { ...plain, kind: 'address' }, ...runsOf(text.slice(0, 2000))],
  };
}

const remarksOn = (text: CheckedText) => RULES.flatMap((rule) => [...rule.check(text, context)]);

/** Bits of which the rules think something. */
const telling = fc.constantFrom(
  ...[
    'victims',
    ' of ',
    'trafficking',
    '“',
    '”',
    '„',
    '«',
    '"',
    "'",
    '’',
    '\u200b',
    '\u202e',
    '\ud83d',
    'а',
    'Act',
    '.',
    '@',
  ],
  ...['https://', '*', '(', '\n', '\n\n', 'Directive 2012/29/EU on ', 'İ', 'жертв', '…', '\u00ad', '👨‍👩‍👧'],
);

describe('whatever the text', () => {
  test('no rule fails, and every remark has its place', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(telling, fc.string({ unit: 'grapheme' })), { maxLength: 60 }), (bits) => {
        const text = bits.join('');
        for (const remark of remarksOn(textOf(text))) {
          expect(remark.line).toBeGreaterThanOrEqual(1);
          expect(remark.column).toBeGreaterThanOrEqual(1);
        }
        languageDoubtOf(runsOf(text), 'en');
        sketchOf(text);
      }),
      { numRuns: 300 },
    );
  });

  test('no phrase of a secretary hangs', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('(', ')', '/', 'ab', '*', ' ', '…', '-'), { maxLength: 80 }), (bits) => {
        phraseFault(bits.join(''));
      }),
    );
  });

  test.each([
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
  ])('200 KB of %j take less than a second', (bit) => {
    const text = textOf('');
    const long = bit.repeat(Math.ceil((200 * 1024) / bit.length));
    const runs = text.runs.map((run) => ({ ...run, text: long }));
    const began = performance.now();
    remarksOn({ ...text, runs: runs.slice(0, 1) });
    languageDoubtOf(runs.slice(0, 1), 'en');
    sketchOf(long);
    // Generous, for machines that do other things as well.
    expect(performance.now() - began).toBeLessThan(3000);
  });
});

describe('likeness', () => {
  const words = fc.array(fc.integer({ min: 0, max: 30 }).map(String), { minLength: 30, maxLength: 80 });

  test('is the same in both directions, whole for the same text, and never above', () => {
    fc.assert(
      fc.property(words, words, (left, right) => {
        const [one, other] = [sketchOf(left.join(' ')), sketchOf(right.join(' '))];
        if (one === undefined || other === undefined) return;
        expect(likeness(one, other)).toBeCloseTo(likeness(other, one));
        expect(likeness(one, other)).toBeLessThanOrEqual(1);
        expect(likeness(one, one)).toBe(1);
      }),
    );
  });
});
