import { describe, expect, test } from 'vitest';
import { checkContributions, stateOf } from '../checked-issue.js';
import { contributionText } from '../workspace-fixture.js';

const NAME = 'la-strada-md/a.md';
/** Milliseconds. */
const MOST_TIME = 5000;

const indented = (step: number, mark: string) =>
  Array.from({ length: Math.floor(64 / step) + 1 }, (_, level) => `${' '.repeat(level * step)}${mark} a\n`).join('');
/** Words in lines of less than 20,000 characters. */
const wrapped = (word: string, count: number) =>
  `${word.repeat(Math.floor(19_000 / word.length))}\n`.repeat(Math.ceil((count * word.length) / 19_000));

/** Each within the size of a contribution; most of them took minutes or all memory of one parser or another. */
const BODIES: Readonly<Record<string, string>> = {
  'brackets that open': '['.repeat(19_000),
  'brackets up to the bound': `${'['.repeat(1_200)}\n\n`.repeat(8),
  'links inside links': '[a]('.repeat(600),
  'pictures inside pictures': '![a'.repeat(900),
  emphasis: '*a _b '.repeat(3_000),
  'emphasis up to the bound': `a**b${'c* '.repeat(1_200)}`,
  '5,000 quotations inside each other': `${'>'.repeat(5_000)}a`,
  '5,000 quotations, one more a line': Array.from({ length: 300 }, (_, depth) => `${'> '.repeat(depth)}a`).join('\n'),
  'quotations up to the bound': `${'> '.repeat(20)}a\n`.repeat(3_000),
  'lists inside each other': `${'- '.repeat(5_000)}a`,
  'lists up to the bound': `${'- '.repeat(20)}a\n`.repeat(3_000),
  'numbered lists up to the bound': `${'1. '.repeat(20)}a\n`.repeat(1_900),
  'lists and quotations in turn': `${'> - 1. '.repeat(6)}a\n`.repeat(1_500),
  'a deep list by indentation': indented(2, '-') + `${' '.repeat(64)}- a\n\n`.repeat(2_900),
  'a deep list with much text': indented(2, '-') + `${' '.repeat(64)}a\n`.repeat(3_800),
  'underlines of headings': 'a\n='.repeat(2_900),
  'a table without end': `|a|b|\n|-|-|\n${'x\n'.repeat(5_900)}`,
  'a wide table': `|${'a|'.repeat(1_200)}\n|${'-|'.repeat(1_200)}\n`,
  backticks: Array.from({ length: 400 }, (_, length) => '`'.repeat(length)).join(' '),
  'HTML that opens': '<a '.repeat(6_000),
  entities: '&a;'.repeat(6_000),
  'addresses of mail': wrapped('a@b.c.d.', 31_000),
  'addresses of pages': wrapped('http://', 35_000),
  spaces: `a${' '.repeat(19_000)}\n`.repeat(13),
  footnotes: Array.from({ length: 1_400 }, (_, number) => `[^${String(number)}]: a`).join('\n\n'),
};

const FRONT_MATTERS: Readonly<Record<string, string>> = {
  'lists in brackets': `note: ${'['.repeat(19_000)}`,
  'lists in brackets, closed': `note: ${'['.repeat(1_200)}${']'.repeat(1_200)}`,
  'groups in brackets': `note: ${'{a: '.repeat(4_000)}`,
  'groups in brackets, closed': `note: ${'{a: '.repeat(2_000)}x${'}'.repeat(2_000)}`,
  'keys with a question mark': '? '.repeat(9_000),
  'lists by hyphens': `note: ${'- '.repeat(9_000)}`,
  'a key for every number': Array.from({ length: 2_500 }, (_, number) => `k${String(number)}: v`).join('\n'),
  'many keys in a line': `note: {${Array.from({ length: 3_500 }, (_, number) => number.toString(36)).join(',')}}`,
  'more keys than are taken': `note: {\n${wrapped('a1,', 80_000)}}`,
  'a quotation mark that never closes': `note: "${'a\n '.repeat(5_000)}`,
  colons: `note: ${'a: '.repeat(6_000)}`,
};

async function judge(text: string) {
  const start = performance.now();
  const checked = await checkContributions({ [NAME]: text });
  expect(performance.now() - start).toBeLessThan(MOST_TIME);
  const errors = checked.findings.filter(({ severity }) => severity === 'error');
  // Either it was read, or somebody is told in a few words why not.
  expect(stateOf(NAME, checked) === 'refused').toBe(errors.length > 0);
  for (const { message } of errors) expect(message).not.toMatch(/call stack|heap/i);
}

describe('no Markdown keeps anybody waiting', () => {
  test.each(Object.entries(BODIES))('%s', async (_, text) => {
    await judge(contributionText('title: A', text));
  });
});

describe('no front matter keeps anybody waiting', () => {
  test.each(Object.entries(FRONT_MATTERS))('%s', async (_, text) => {
    await judge(contributionText(`title: A\n${text}`));
  });

  test('nothing is said more than a few times about one broken file', async () => {
    const checked = await checkContributions({ [NAME]: contributionText(`title: A\nnote: ${'[a: {'.repeat(200)}`) });
    expect(checked.findings.filter(({ ruleId }) => ruleId === 'front-matter/yaml').length).toBeLessThanOrEqual(10);
    expect(stateOf(NAME, checked)).toBe('refused');
  });
});
