import { expect, test } from 'vitest';
import { instantOf } from '../../../src/model/text/dates/zoned-time.js';

test.each([
  ['2020-12-16T18:00', 'Europe/Amsterdam', '2020-12-16T17:00:00Z'],
  ['2020-06-16T18:00', 'Europe/Amsterdam', '2020-06-16T16:00:00Z'],
  ['2020-12-16', 'Europe/Kyiv', '2020-12-16T21:59:00Z'],
  ['2020-12-16T18:00', 'UTC', '2020-12-16T18:00:00Z'],
  ['2020-12-16T18:00', 'Asia/Kolkata', '2020-12-16T12:30:00Z'],
  ['2020-12-31T23:00', 'America/St_Johns', '2021-01-01T02:30:00Z'],
  // The hours around both changes of the clocks.
  ['2020-03-29T01:59', 'Europe/Amsterdam', '2020-03-29T00:59:00Z'],
  ['2020-03-29T03:00', 'Europe/Amsterdam', '2020-03-29T01:00:00Z'],
  ['2020-10-25T01:59', 'Europe/Amsterdam', '2020-10-24T23:59:00Z'],
  ['2020-10-25T03:00', 'Europe/Amsterdam', '2020-10-25T02:00:00Z'],
])('%s in %s is %s', (local, zone, instant) => {
  expect(new Date(instantOf(local, zone)).toISOString()).toBe(new Date(instant).toISOString());
});

test('an hour that the clocks show twice is one of the two, one that they skip is near', () => {
  const twice = instantOf('2020-10-25T02:30', 'Europe/Amsterdam');
  expect([Date.parse('2020-10-25T00:30Z'), Date.parse('2020-10-25T01:30Z')]).toContain(twice);
  const skipped = instantOf('2020-03-29T02:30', 'Europe/Amsterdam');
  expect(Math.abs(skipped - Date.parse('2020-03-29T01:00Z'))).toBeLessThanOrEqual(3_600_000);
});
