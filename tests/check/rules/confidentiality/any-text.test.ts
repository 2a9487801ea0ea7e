import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextKind } from '../../../../src/check/text/text-run.js';
import {
  LONG_TEXT_KINDS,
  LONG_TEXTS,
  findingsIn,
  runOf,
  textOf,
} from '../../../support/check/rules/confidentiality/long-texts.js';

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

test('any text: no crash, whole findings, and nothing of what was found in them', () => {
  fc.assert(
    fc.property(KINDS, TEXTS, (kind, written) => {
      for (const finding of findingsIn(textOf(runOf(kind, written)))) {
        const [secret = ''] = [finding.secret ?? ''].flat();
        expect(secret).not.toBe('');
        expect(written).toContain(secret);
        expect(written.slice(finding.column - 1)).toContain(secret);
        expect(`${finding.message} ${finding.expected} ${finding.help}`).not.toContain(secret);
      }
    }),
    { numRuns: 1500 },
  );
});

// What grows out of proportion takes minutes here and ends at the time-out; seconds are measured by `npm run bench:texts`.
test.each(LONG_TEXTS)('200 KB of %s end', (_, written) => {
  for (const kind of LONG_TEXT_KINDS) {
    const findings = findingsIn(textOf(runOf(kind, written)));
    expect(findings.every(({ actual }) => !actual.includes(written))).toBe(true);
  }
});
