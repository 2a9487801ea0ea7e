import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText, suggest } from '../../../src/model/text/suggestion.js';

test.each([
  ['LEFÖ', 'lefo'],
  ['La Strada – Moldova!', 'lastradamoldova'],
  ['ОТВОРЕНА порта', 'отворенапорта'],
  ['2020/12', '202012'],
  ['…', ''],
])('%j without case, accents and punctuation is %j', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test.each([
  ['sumary', 'summary'],
  ['Titel', 'title'],
  ['imagess', 'images'],
  ['zebra', undefined],
  ['', undefined],
])('%j probably meant %j', (written, meant) => {
  expect(suggest(written, ['title', 'summary', 'image', 'images'])).toBe(meant);
});

test('of two the nearer one, of two as near the first', () => {
  expect(suggest('2020-11', ['2020-01', '2020-12', '2021-11'])).toBe('2020-01');
  expect(suggest('image', ['images', 'image'])).toBe('image');
});

test('what is suggested is always a candidate', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ unit: 'grapheme' })), (written, candidates) => {
      const meant = suggest(written, candidates);
      expect(meant === undefined || candidates.includes(meant)).toBe(true);
    }),
  );
});
