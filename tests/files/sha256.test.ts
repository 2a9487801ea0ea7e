import { describe, expect, test } from 'vitest';
import { sha256Hex } from '../../src/files/sha256.js';

describe('sha256Hex', () => {
  // Two of the examples that NIST gives.
  test.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ])('of %j is known', (text, hash) => {
    expect(sha256Hex(text)).toBe(hash);
  });

  test('takes a text as UTF-8', () => {
    expect(sha256Hex('Łódź')).toBe(sha256Hex(Buffer.from('Łódź', 'utf8')));
  });

  test('takes of a view only what is in it', () => {
    expect(sha256Hex(new TextEncoder().encode('xabcx').subarray(1, 4))).toBe(sha256Hex('abc'));
  });
});
