import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MAX_FILE_BYTES } from '../../../src/model/issue/pictures/file-sizes.js';
import { durationWords } from '../../../src/model/text/amounts/duration-words.js';
import { findingsInWords } from '../../../src/model/text/amounts/severity-words.js';
import { limitWords, sizeWords } from '../../../src/model/text/amounts/size-words.js';

describe('a size', () => {
  test.each([
    [0, '0 KB'],
    [1, '0.1 KB'],
    [1000, '1 KB'],
    [1024, '1.1 KB'],
    [85_800, '85.8 KB'],
    [99_900, '99.9 KB'],
    [99_901, '100 KB'],
    [140_001, '141 KB'],
    [999_000, '999 KB'],
    [999_001, '1 MB'],
    [5_242_880, '5.3 MB'],
    [2_000_000_000, '2000 MB'],
  ])('of %i bytes is %s: 1 KB is 1,000 bytes', (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words);
  });

  test('has the digits that Intl gives an English text', () => {
    for (let bytes = 0; bytes < 3_000_000_000; bytes = Math.ceil(bytes * 1.07) + 1) {
      expect(sizeWords(bytes)).toBe(sizeWords(bytes, 'en-GB'));
    }
  });

  test('never reads like the limit that it passes, nor a limit like more than it is', () => {
    for (const limit of [...Object.values(MAX_FILE_BYTES), 16_000, 90_000, 102_000, 300_000, 1_000_000, 10_240_000]) {
      expect(sizeWords(limit + 1)).not.toBe(limitWords(limit));
      expect(Number.parseFloat(limitWords(limit)) * (limit < 1_000_000 ? 1000 : 1_000_000)).toBeLessThanOrEqual(limit);
    }
    expect(limitWords(10_485_760)).toBe('10.4 MB');
  });

  test('is written with the digits and the decimal sign of a language', () => {
    expect([sizeWords(1_258_292, 'de'), sizeWords(85_800, 'fr'), sizeWords(85_800, 'ar-u-nu-latn')]).toEqual([
      '1,3 MB',
      '85,8 KB',
      '85.8 KB',
    ]);
  });

  test('is said in the guide as it is taken', () => {
    expect(readFileSync('docs/writing-a-contribution.md', 'utf8')).toContain(
      `PDF of up to ${limitWords(MAX_FILE_BYTES.attachment)}`,
    );
  });
});

describe('a length of time', () => {
  const MINUTE = 60_000;
  const HOUR = 60 * MINUTE;
  const DAY = 24 * HOUR;
  test.each([
    [0, '1 second'],
    [1200, '2 seconds'],
    [59_000, '59 seconds'],
    [MINUTE, '1 minute'],
    [100_000, '1 minute and 40 seconds'],
    [10 * MINUTE + 5000, '10 minutes'],
    [90 * MINUTE, '1 hour and 30 minutes'],
    [5 * HOUR + 59 * MINUTE, '5 hours'],
    [DAY, '1 day'],
    [2 * DAY + 3 * HOUR + MINUTE, '2 days and 3 hours'],
    [5 * DAY + 20 * HOUR, '5 days'],
  ])('of %i ms is %s', (milliseconds, words) => {
    expect(durationWords(milliseconds)).toBe(words);
  });
});

describe('what was found', () => {
  test.each([
    [{ error: 0, warning: 0, info: 0 }, 'nothing to fix'],
    [{ error: 0, warning: 0, info: 2 }, 'nothing to fix, 2 notes'],
    [{ error: 1, warning: 0, info: 0 }, '1 error, 0 warnings'],
    [{ error: 0, warning: 3, info: 1 }, '0 errors, 3 warnings, 1 note'],
  ])('%j is "%s"', (counts, words) => {
    expect(findingsInWords(counts)).toBe(words);
  });
});
