import { textRule } from '../../engine/rule.js';

const WRITTEN_DAY = /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/g;

/** Whether a day is beyond the last day of its month. */
function isBeyondMonth(day: number, month: number, year: number): boolean {
  return month >= 1 && month <= 12 && day <= 31 && day > new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A day that its month does not have is a slip, and readers come on another one. */
export const noSuchDay = textRule({
  id: 'timeliness/no-such-day',
  severity: 'warning',
  why: 'Somebody who is asked to register until the 31st of November does not know which day is meant.',
  wrong: 'Please register until 31.11.2026.',
  right: 'Please register until 30.11.2026.',
  *check({ source, runs }) {
    if (source === 'attachment') return;
    for (const run of runs) {
      if (run.kind === 'address' || run.kind === 'file-name' || run.kind === 'code') continue;
      for (const { 0: written, 1: day, 2: month, 3: year, index } of run.text.matchAll(WRITTEN_DAY)) {
        if (!isBeyondMonth(Number(day), Number(month), Number(year))) continue;
        yield {
          ...run.placeAt(index),
          message: 'There is no such day: its month ends before it.',
          expected: 'a day that there is',
          actual: `"${written}"`,
          help: 'Correct the day or the month.',
        };
      }
    }
  },
});
