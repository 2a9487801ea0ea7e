import { expect, test } from 'vitest';
import { checkContributions, foundBy } from '../../../support/checked-issue.js';
import { contributionText } from '../../../support/workspace-fixture.js';

async function daysIn(text: string): Promise<readonly string[]> {
  const checked = await checkContributions({ 'lefoe/a.md': contributionText('title: A', text) });
  return foundBy('timeliness/no-such-day', checked).map(({ severity, actual }) => `${severity} ${actual}`);
}

test.each(['31.11.2026', '31. 4. 2021', '30.02.2020', '29.2.2021', '31.06.2021', '31.9.2021'])(
  '%s is a day that there is not',
  async (day) => {
    expect(await daysIn(`Please register until ${day} at the latest.`)).toEqual([`warning "${day}"`]);
  },
);

test.each(['30.11.2026', '29.2.2020', '31.12.2021', '31.13.2021', '1.31.11.2026', '31.11', '45.11.2026'])(
  '%s is let pass',
  async (day) => {
    expect(await daysIn(`Please register until ${day} at the latest.`)).toEqual([]);
  },
);
