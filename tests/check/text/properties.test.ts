import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languageDoubtOf } from '../../../src/check/detect/language/language-doubt.js';
import { likeness, sketchOf } from '../../../src/check/text/sketch.js';
import { phraseFault } from '../../../src/model/text/written-phrase.js';
import { runsOf } from '../../support/check/rules/house-style/prepared-style.js';
import { LONG_BITS, readLongText, findingsIn, textOf } from '../../support/check/text/long-texts.js';

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
  test('no rule fails, and every finding has its place', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(telling, fc.string({ unit: 'grapheme' })), { maxLength: 60 }), (bits) => {
        const text = bits.join('');
        for (const finding of findingsIn(textOf(text))) {
          expect(finding.line).toBeGreaterThanOrEqual(1);
          expect(finding.column).toBeGreaterThanOrEqual(1);
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

  // What grows out of proportion takes minutes here and ends at the time-out; seconds are measured by `npm run bench:texts`.
  test.each(LONG_BITS)('200 KB of %j are read to their end', (bit) => {
    expect(readLongText(bit).every(({ line, column }) => line >= 1 && column >= 1)).toBe(true);
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
