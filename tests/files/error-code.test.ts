import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { errorCode, isMissing } from '../../src/files/error-code.js';
import { NewsletterError } from '../../src/model/error.js';

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('errorCode', () => {
  test.each([
    ['of a file that is not there', () => readFileSync('/no/such/file'), 'ENOENT'],
    ['of a folder that is read as a file', () => readFileSync('/'), 'EISDIR'],
    ['of Node', () => Buffer.alloc(-1), 'ERR_OUT_OF_RANGE'],
  ])('is the code %s', (_, work, code) => {
    expect(errorCode(thrownBy(work))).toBe(code);
  });

  test('is the code of our own errors', () => {
    expect(errorCode(new NewsletterError('findings', { message: 'm', expected: 'e', help: 'h' }))).toBe('findings');
  });

  test.each([
    new Error('without'),
    Object.assign(new Error('a number'), { code: 7 }),
    { code: 'ENOENT' },
    'ENOENT',
    undefined,
    null,
  ])('is none of %j', (thrown) => {
    expect(errorCode(thrown)).toBeUndefined();
    expect(isMissing(thrown)).toBe(false);
  });

  test('of a missing file says so', () => {
    expect(isMissing(thrownBy(() => readFileSync('/no/such/file')))).toBe(true);
    expect(isMissing(thrownBy(() => readFileSync('/')))).toBe(false);
  });
});
