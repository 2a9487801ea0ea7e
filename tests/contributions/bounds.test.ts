import { describe, expect, test } from 'vitest';
import { checkContributions, foundBy, placesOf, stateOf } from '../support/checked-issue.js';
import { contributionText } from '../support/workspace-fixture.js';

const NAME = 'la-strada-md/a.md';
const KILOBYTES_256 = 256_000;

/** A contribution of exactly this size in bytes, in lines of an ordinary length. */
function ofSize(bytes: number): string {
  const head = contributionText('title: A', 'Text.');
  const filler = `${'word '.repeat(19)}end\n`.repeat(Math.ceil(bytes / 99));
  return (head + filler).slice(0, bytes);
}

async function judge(text: string) {
  const checked = await checkContributions({ [NAME]: text });
  return { state: stateOf(NAME, checked), beyond: placesOf('file/out-of-bounds', checked) };
}

const body = (text: string) => contributionText('title: A', text);
/** The line on which the body of `body` begins. */
const FIRST = 5;

describe('at the bound a contribution is read, one beyond it is not', () => {
  test.each([
    ['256 KB', ofSize(KILOBYTES_256), ofSize(KILOBYTES_256 + 1), 1],
    ['a line of 20,000 characters', body('a'.repeat(20_000)), body('a'.repeat(20_001)), FIRST],
    ['an indentation of 64', body(`- a\n${' '.repeat(64)}b`), body(`- a\n${' '.repeat(65)}b`), FIRST + 1],
    ['an indentation of 16 tabs', body(`- a\n${'\t'.repeat(16)}b`), body(`- a\n${'\t'.repeat(17)}b`), FIRST + 1],
    ['20 quotations', body(`${'> '.repeat(20)}a`), body(`${'> '.repeat(21)}a`), FIRST],
    ['20 quotations without spaces', body(`${'>'.repeat(20)}a`), body(`${'>'.repeat(21)}a`), FIRST],
    ['20 quotations and lists', body(`${'> - '.repeat(10)}a`), body(`${'> - '.repeat(10)}1. a`), FIRST],
    ['front matter of 32 KB', frontMatterOf(32 * 1024), frontMatterOf(32 * 1024 + 1), 1],
  ])('%s', async (_, within, beyond, line) => {
    // Long texts are remarked on, but taken.
    const judged = await judge(within);
    expect(['in', 'warned']).toContain(judged.state);
    expect(judged.beyond).toEqual([]);
    expect(await judge(beyond)).toEqual({ state: 'refused', beyond: [`${NAME}:${String(line)}:1`] });
  });

  test('bounds count from the first line of the file', async () => {
    expect(await judge(contributionText(`title: A\nnote: ${'a'.repeat(20_001)}`))).toEqual({
      state: 'refused',
      beyond: [`${NAME}:3:1`],
    });
  });

  test('a file of 50 MB is refused with its size, unread', async () => {
    const checked = await checkContributions({ [NAME]: Buffer.alloc(50_000_000, 'a') });
    expect(foundBy('file/out-of-bounds', checked)).toMatchObject([{ actual: '50 MB', expected: 'at most 256 KB' }]);
  });

  test('empty lines of many spaces are no indentation', async () => {
    expect(await judge(body(`One\n${' '.repeat(100)}\ntwo`))).toEqual({ state: 'in', beyond: [] });
  });
});

function frontMatterOf(length: number): string {
  const start = 'title: A\nnote: |\n';
  const filler = `  ${'word '.repeat(20)}end\n`.repeat(Math.ceil(length / 106));
  return contributionText((start + filler).slice(0, length).replace(/\s$/, 'x'));
}
