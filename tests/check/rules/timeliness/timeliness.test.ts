import { describe, expect, test } from 'vitest';
import { checkContributions, foundBy, placesOf, stateOf } from '../../../support/checked-issue.js';
import { contributionText } from '../../../support/workspace-fixture.js';

/** Every fixture's issue is of 18 December 2020. */
const check = (frontMatter: string, others: Readonly<Record<string, string>> = {}) =>
  checkContributions({ 'lefoe/a.md': contributionText(`title: A\n${frontMatter}`) }, others);

test.each([
  ['timeliness/old-news', 'date: 2020-10-18', 'warning', '3:1'],
  ['timeliness/old-news', 'date: 2020-05-15', 'warning', '3:1'],
  ['timeliness/future-date', 'date: 2020-12-19', 'error', '3:1'],
  ['timeliness/future-date', 'date: 2021-04-23', 'error', '3:1'],
  ['timeliness/embargo', 'embargo: 2020-12-19', 'error', '3:1'],
  ['timeliness/past-deadline', 'deadline: 2020-12-17', 'error', '3:1'],
  ['timeliness/past-event', 'event:\n  start: 2020-12-17', 'warning', '4:3'],
  ['timeliness/past-event', 'event:\n  start: 2020-12-01T09:00\n  end: 2020-12-17T23:00', 'warning', '5:3'],
  ['timeliness/past-event', 'events:\n  - start: 2021-01-25\n  - start: 2020-12-17T10:00', 'warning', '5:5'],
])('%s: %j is found', async (rule, frontMatter, severity, place) => {
  const checked = await check(frontMatter);
  expect(placesOf(rule, checked)).toEqual([`lefoe/a.md:${place}`]);
  expect(foundBy(rule, checked)).toMatchObject([{ severity }]);
  expect(stateOf('lefoe/a.md', checked)).toBe(severity === 'error' ? 'refused' : 'warned');
});

test.each([
  'date: 2020-10-19',
  'date: 2020-12-18',
  'embargo: 2020-12-18',
  'deadline: 2020-12-18',
  'event: { start: 2020-12-18 }',
  'event: { start: 2020-12-18T00:01 }',
  'event: { start: 2020-11-02, end: 2020-12-31 }',
  'event: { start: 2020-11-02T09:00, end: 2020-12-18T09:00 }',
])('%j is timely', async (frontMatter) => {
  expect((await check(frontMatter)).findings).toEqual([]);
});

describe('the age of news', () => {
  test('is measured by house-style.yaml', async () => {
    const style = { 'house-style.yaml': 'timeliness:\n  oldestDays: 10\n' };
    expect(placesOf('timeliness/old-news', await check('date: 2020-12-07', style))).toEqual(['lefoe/a.md:3:1']);
    expect((await check('date: 2020-12-08', style)).findings).toEqual([]);
  });

  test('is said in days', async () => {
    const [finding] = foundBy('timeliness/old-news', await check('date: 2020-10-01'));
    expect(finding?.message).toContain('78 days');
  });
});
