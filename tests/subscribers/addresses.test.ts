import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAddress } from '../../src/subscribers/addresses.js';

describe('an address', () => {
  test.each([
    ['anna@example.org', 'anna@example.org'],
    ['  Anna.Berg@Example.ORG ', 'anna.berg@example.org'],
    ["o'neil+news@example.co.uk", "o'neil+news@example.co.uk"],
    ['info@bücher.example', 'info@xn--bcher-kva.example'],
    ['INFO@BÜCHER.example', 'info@xn--bcher-kva.example'],
    ['info@xn--bcher-kva.example', 'info@xn--bcher-kva.example'],
    ['jürgen@example.org', 'jürgen@example.org'],
    ['ju\u0308rgen@example.org', 'jürgen@example.org'],
    ['почта@пример.рф', 'почта@xn--e1afmkfd.xn--p1ai'],
  ])('%j is the same as %j', (written, key) => {
    expect(readAddress(written)).toMatchObject({ kind: 'valid', key });
  });

  test.each([
    '',
    'anna',
    '@example.org',
    'anna@',
    'anna@localhost',
    'anna@example',
    'anna@example.org.',
    'anna@.example.org',
    'anna@exa mple.org',
    'an na@example.org',
    'anna@example.org, berta@example.org',
    'anna@example.org\r\nBcc: x@example.org',
    'anna@example.org\tx',
    'Anna <anna@example.org>',
    '"anna"@example.org',
    'anna(comment)@example.org',
    'anna@[192.0.2.1]',
    'anna@192.0.2.1',
    'anna@0x7f.1',
    'anna@berta@example.org',
    '.anna@example.org',
    'anna.@example.org',
    'an..na@example.org',
    'anna@-example.org',
    'anna@example-.org',
    'anna@exam_ple.org',
    'anna@example.org:25',
    'anna@example.org/path',
    'anna@ex%61mple.org',
    'an\u200bna@example.org',
    'an\u202ena@example.org',
    'an\u0000na@example.org',
    `${'a'.repeat(65)}@example.org`,
    `${'ü'.repeat(33)}@example.org`,
    `anna@${'a'.repeat(64)}.org`,
    `anna@${'abcdefg.'.repeat(40)}org`,
  ])('is not %j', (written) => {
    expect(readAddress(written)).toMatchObject({ kind: 'invalid' });
  });

  test('never holds what could break out of a header or a command, whatever is written', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom('@', '.', 'a', '<', ' ', '\r\n'),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (parts) => {
        const reading = readAddress(`${parts.join('')}@example.org`);
        if (reading.kind === 'valid') expect(reading.address).toMatch(/^[^\s<>,;:"()[\]\\\x00-\x1f\x7f]+$/);
      }),
    );
  });
});
