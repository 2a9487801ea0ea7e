import { expect, test } from 'vitest';
import { quotationsIn } from '../../../src/check/text/quotations.js';

const inside = (text: string) => quotationsIn(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ['He said “one” and “two”.', ['“one”', '“two”']],
  ['Er sagte „eins“ und „zwei”.', ['„eins“', '„zwei”']],
  ['Il dit « un » et «deux».', ['« un »', '«deux»']],
  ['Sie sagte »eins«.', ['»eins«']],
  ['She wrote ‘the victims’ rights’ once.', ['‘the victims’']],
  ['She wrote "one" and \'two\'.', ['"one"', "'two'"]],
  ["The victims' rights and the traffickers' gains", []],
  ['It’s the NGOs’ view', []],
  ['„one ‚two‘ three“', ['„one ‚two‘ three“']],
  ['“It goes on in the next paragraph', ['“It goes on in the next paragraph']],
  ['An inch is 1" long, victims are not', []],
  ['No “end', []],
  ['', []],
])('%j', (text, expected) => {
  expect(inside(text)).toEqual(expected);
});
