import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src/files/parse-json.js';

describe('parseJson', () => {
  it.each([
    ['{"a":[1,null]}', { a: [1, null] }],
    ['null', null],
    ['false', false],
  ])('reads %j', (text, value) => {
    expect(parseJson(text)).toEqual(value);
  });

  it.each(['', '{"a":', '{"a":1}}', "{'a':1}", '\ufeff{}', 'undefined'])('finds no JSON in %j', (text) => {
    expect(parseJson(text)).toBeUndefined();
  });
});
