import type { Finding } from '../../model/finding.js';
import { defineRule } from '../../model/rule.js';
import { fileFinding } from '../file-findings.js';
import type { WrittenNumbers } from './written-numbers.js';

/** A number with a point that is no list. */
export const numberAsText = defineRule({
  id: 'file/number-as-text',
  severity: 'warning',
  why: 'Markdown takes a number with a point at the beginning of a line for a list, and counts it from there: “18. Oktober” and “25. November” would become 18 and 19. Days, years and numbers that do not count up by one stay as they were written.',
  wrong: '18. Oktober: Konferenz\n\n25. November: Aktionstag',
  right: '18\\. Oktober: Konferenz\n\n25\\. November: Aktionstag',
});

/** As many numbers of one run are named. */
const MAX_NUMBERS_NAMED = 5;

const MESSAGES: Readonly<Record<WrittenNumbers['reason'], (several: boolean) => string>> = {
  date: (several) =>
    several
      ? 'These numbers read as days or years, so they are shown as text and not as a list.'
      : 'This number reads as a day or a year, so it is shown as text and not as a list.',
  'not-counting': (several) =>
    several
      ? 'These numbers do not count up by one, so they are shown as they were written and not as a list.'
      : 'This number stands alone, so it is shown as it was written and not as a list.',
};

/** Reports which numbers stay text that Markdown would have taken for a list. */
export function numberFindings(file: string, written: readonly WrittenNumbers[]): readonly Finding[] {
  return written.map(({ reason, markers }) => {
    const [first] = markers;
    const named = markers.slice(0, MAX_NUMBERS_NAMED).map(({ digits }) => `${digits}.`);
    return fileFinding(file, numberAsText, {
      line: first?.line ?? 1,
      column: first?.column ?? 1,
      message: MESSAGES[reason](markers.length > 1),
      expected: 'a list that counts 1., 2., 3.; or text, with a backslash before the point',
      actual: named.join(', ') + (markers.length > MAX_NUMBERS_NAMED ? ' …' : ''),
      help: `If it is text, nothing is wrong; ${first?.digits ?? '18'}\\. instead of ${first?.digits ?? '18'}. silences this. If it is a list, number it 1., 2., 3.`,
    });
  });
}
