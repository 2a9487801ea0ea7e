import { expect, test } from 'vitest';
import { checkContributions, foundBy } from '../../../support/checked-issue.js';
import { contributionText } from '../../../support/workspace-fixture.js';

const check = (event: string) =>
  checkContributions({ 'lefoe/a.md': contributionText(`title: A\nevent: { ${event} }`) });

test.each([
  ['start: 2021-01-25, end: 2021-01-25T17:30', 'start: 2021-01-25T10:00'],
  ['start: 2021-01-25, end: 2021-01-27T12:00', 'end: 2021-01-27'],
  // The hour that comes twice.
  ['start: 2020-10-25T02:30, timezone: Europe/Amsterdam', 'start: 2020-10-25T00:30'],
  ['start: 2020-10-25T02:30, timezone: Europe/Amsterdam', 'start: 2020-10-25T01:30'],
  ['start: 2020-10-25T03:00, timezone: Europe/Kyiv', 'start: 2020-10-25T00:00'],
  ['start: 2020-10-25T01:59, timezone: Europe/London', 'start: 2020-10-25T00:59'],
  ['start: 2020-10-25T01:00, end: 2020-10-25T02:00, timezone: Europe/Berlin', 'end: 2020-10-25T00:00'],
  // The hour that never comes.
  ['start: 2021-03-28T02:30, timezone: Europe/Vienna', 'start: 2021-03-28T03:30'],
  ['start: 2021-03-28T03:15, timezone: Europe/Kyiv', 'start: 2021-03-28T04:15'],
  ['start: 2021-03-28T01:15, timezone: Europe/Dublin', 'start: 2021-03-28T02:15'],
])('%s is found', async (event, right) => {
  const found = foundBy('front-matter/event-times', await check(event));
  expect(found.map(({ severity }) => severity)).toEqual(['error']);
  expect(found[0]?.help).toContain(right);
});

test.each([
  'start: 2021-01-25, end: 2021-01-26',
  'start: 2021-01-25T10:00, end: 2021-01-25',
  'start: 2020-10-25T03:00, timezone: Europe/Amsterdam',
  'start: 2020-10-25T01:59, timezone: Europe/Amsterdam',
  'start: 2021-03-28T03:00, timezone: Europe/Vienna',
  'start: 2020-10-25T02:30, timezone: UTC',
  'start: 2020-10-25T02:30, timezone: Europe/Istanbul',
])('%s is nothing to remark on', async (event) => {
  expect(foundBy('front-matter/event-times', await check(event))).toEqual([]);
});
