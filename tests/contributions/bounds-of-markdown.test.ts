import { describe, expect, test } from 'vitest';
import { checkContributions, placesOf, stateOf } from '../support/checked-issue.js';
import { contributionText } from '../support/workspace-fixture.js';

const NAME = 'la-strada-md/a.md';

/**
 * What a text may hold of each thing that costs a parser time: up to the bound it is read, one more and it is not.
 * The texts are harmless; only their number passes a bound.
 */
const BOUNDS: readonly (readonly [what: string, text: (count: number) => string, bound: number])[] = [
  // The first four lines, and the line end at the last one, are the front matter's and the file's.
  ['lines', (count) => 'word\n'.repeat(count - 6), 6_000],
  ['signs in a paragraph', (count) => '*a* '.repeat(count / 2).trim(), 2_500],
  ['signs in all', (count) => `${'*a* '.repeat(50).trim()}\n\n`.repeat(count / 100), 10_000],
  // The two lines around the front matter look like underlines as well.
  ['underlined headings', (count) => 'A\n=\n\n'.repeat(count - 2), 300],
  ['quotations inside each other', (count) => `${'> '.repeat(20)}a\n`.repeat(count / 20), 6_000],
];

async function judge(text: string) {
  const checked = await checkContributions({ [NAME]: contributionText('title: A', text) });
  return { read: stateOf(NAME, checked) !== 'refused', beyond: placesOf('file/out-of-bounds', checked).length };
}

describe('up to the bound a text is read, beyond it somebody is told', () => {
  test.each(BOUNDS)('%s', async (_, text, bound) => {
    expect(await judge(text(bound))).toEqual({ read: true, beyond: 0 });
    // A step that every one of the texts can take.
    expect(await judge(text(bound + 100))).toEqual({ read: false, beyond: 1 });
  });
});

describe('front matter that is nested or broken is a finding in a few words', () => {
  test.each([
    ['lists in brackets', `note: ${'['.repeat(30)}a${']'.repeat(30)}`],
    ['a bracket that never closes', 'note: [a'],
    ['groups in brackets', `note: ${'{a: '.repeat(30)}b${'}'.repeat(30)}`],
    ['a quotation mark that never closes', 'note: "a\n b'],
    ['hyphens in a line', 'note: - - a'],
  ])('%s', async (_, lines) => {
    const checked = await checkContributions({ [NAME]: contributionText(`title: A\n${lines}`) });
    const errors = checked.findings.filter(({ severity }) => severity === 'error');
    expect(stateOf(NAME, checked)).toBe('refused');
    expect(errors.length).toBeLessThanOrEqual(10);
    for (const { message } of errors) expect(message).not.toMatch(/call stack|heap/i);
  });
});
