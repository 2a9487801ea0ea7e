import { describe, expect, test } from 'vitest';
import { checkContributions, foundBy, placesOf } from '../../../support/checked-issue.js';
import { contributionText } from '../../../support/workspace-fixture.js';

const RULE = 'duplicate/near';
const TEXT = `On 23 and 24 November the organisation held an online expert meeting about residence permits for trafficked
persons. Six organisations from six countries took part and compared what a permit makes possible: work, a room, a plan.
The policy paper is announced for January and the report for February; both will be published on the project's pages.`;
const SHORTER = TEXT.split('\n').slice(0, 2).join('\n');
const CHANGED = TEXT.replace('organisation held', 'members held').replace('a room, a plan', 'a flat and a plan');
const OTHER = `The figures come from the ministry. In one year 131 people were given the status of a trafficked person, most of
them men. The count ends in November, so that nobody should call it the number for the whole of the year.`;

const item = (body: string, title = 'A') => contributionText(`title: ${title}`, body);

describe('inside an issue', () => {
  test.each([
    ['the same text with another title', TEXT],
    ['a text with some words changed', CHANGED],
    ['a text that is part of the other', SHORTER],
    ['a text with another paragraph', `${OTHER}\n\n${TEXT}`],
    [
      'a text in other markup',
      TEXT.replaceAll('expert meeting', '[expert meeting](https://example.org/) **in brief**'),
    ],
  ])('%s is found', async (_, text) => {
    const checked = await checkContributions({ 'lefoe/a.md': item(TEXT, 'One'), 'open-gate/b.md': item(text, 'Two') });
    expect(placesOf(RULE, checked)).toEqual(['open-gate/b.md:1:1']);
    expect(foundBy(RULE, checked)).toMatchObject([{ severity: 'warning' }]);
    expect(foundBy(RULE, checked)[0]?.actual).toMatch(
      /^\d+ per cent like issues\/2020-12\/contributions\/lefoe\/a\.md$/,
    );
  });

  test.each([
    ['the same title over another text', item(TEXT, 'The same'), item(OTHER, 'The same')],
    ['two short texts', item('We met in Vienna.'), item('We met in Vienna today.')],
    ['what is the same in every letter, which another rule finds', item(TEXT), item(TEXT)],
  ])('%s is not found', async (_, one, other) => {
    expect(foundBy(RULE, await checkContributions({ 'lefoe/a.md': one, 'open-gate/b.md': other }))).toEqual([]);
  });

  test('an excluded file is not compared', async () => {
    const checked = await checkContributions(
      { 'lefoe/a.md': item(TEXT, 'One'), 'open-gate/b.md': item(CHANGED, 'Two') },
      { 'issues/2020-12/issue.yaml': 'title: A\ndate: 2020-12-18\nitems:\n  lefoe/a.md: { exclude: came twice }\n' },
    );
    expect(foundBy(RULE, checked)).toEqual([]);
  });

  test('thirty copies of a press release are all found', async () => {
    const copies = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`lefoe/${String(index + 10)}.md`, item(`${TEXT} ${String(index)}.`)]),
    );
    expect(foundBy(RULE, await checkContributions(copies))).toHaveLength(29);
  });
});

describe('against the issues before', () => {
  const earlier = (issue: string, text: string) => ({ [`issues/${issue}/contributions/lefoe/old.md`]: text });
  const settings = (issue: string, more = '') => ({
    [`issues/${issue}/issue.yaml`]: `title: Old\ndate: ${issue}-18\n${more}`,
  });
  const check = (others: Readonly<Record<string, string>>) =>
    checkContributions({ 'open-gate/b.md': item(CHANGED) }, others);

  test('a text of the issue before is found, and the issue is named', async () => {
    const checked = await check({ ...earlier('2020-11', item(TEXT)), ...settings('2020-11') });
    expect(placesOf(RULE, checked)).toEqual(['open-gate/b.md:1:1']);
    expect(foundBy(RULE, checked)[0]?.actual).toContain(
      'issues/2020-11/contributions/lefoe/old.md, in the issue 2020-11',
    );
  });

  test('the last three issues count', async () => {
    const quiet = ['2020-11', '2020-10'].flatMap((issue) => Object.entries(earlier(issue, item(OTHER))));
    expect(
      foundBy(RULE, await check({ ...Object.fromEntries(quiet), ...earlier('2020-09', item(TEXT)) })),
    ).toHaveLength(1);
    const more = [...quiet, ...Object.entries(earlier('2020-09', item(OTHER)))];
    expect(foundBy(RULE, await check({ ...Object.fromEntries(more), ...earlier('2020-08', item(TEXT)) }))).toEqual([]);
  });

  test('later issues do not', async () => {
    expect(foundBy(RULE, await check(earlier('2021-01', item(TEXT))))).toEqual([]);
  });

  test('what was excluded then was never read', async () => {
    const excluded = settings('2020-11', 'items:\n  lefoe/old.md: { exclude: too late }\n');
    expect(foundBy(RULE, await check({ ...earlier('2020-11', item(TEXT)), ...excluded }))).toEqual([]);
  });

  test('what cannot be read there is no matter now', async () => {
    expect((await check(earlier('2020-11', '---js\nbroken'))).findings).toEqual([]);
  });
});
