import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
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
  it.each([
    ['of a file that is not there', () => readFileSync('/no/such/file'), 'ENOENT'],
    ['of a folder that is read as a file', () => readFileSync('/'), 'EISDIR'],
    ['of Node', () => Buffer.alloc(-1), 'ERR_OUT_OF_RANGE'],
  ])('is the code %s', (_, work, code) => {
    expect(errorCode(thrownBy(work))).toBe(code);
  });

  it('is the code of our own errors', () => {
    expect(errorCode(new NewsletterError('findings', { message: 'm', expected: 'e', help: 'h' }))).toBe('findings');
  });

  it.each([
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

  it('of a missing file says so', () => {
    expect(isMissing(thrownBy(() => readFileSync('/no/such/file')))).toBe(true);
    expect(isMissing(thrownBy(() => readFileSync('/')))).toBe(false);
  });
});
