import { describe, expect, test } from 'vitest';
import { parseJson } from '../../src/files/parse-json.js';

describe('parseJson', () => {
  test.each([
    ['{"a":[1,null]}', { a: [1, null] }],
    ['null', null],
    ['false', false],
  ])('reads %j', (text, value) => {
    expect(parseJson(text)).toEqual(value);
  });

  test.each(['', '{"a":', '{"a":1}}', "{'a':1}", '\ufeff{}', 'undefined'])('finds no JSON in %j', (text) => {
    expect(parseJson(text)).toBeUndefined();
  });
});
