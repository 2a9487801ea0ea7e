import { issueRule, placeInSettings, type CheckContext } from '../../engine/rule.js';

const TELLING = ['number', 'title', 'subject'] as const;

/** The same number twice is always a slip; some newsletters have the same title each month. */
const SEVERITIES: Readonly<Record<(typeof TELLING)[number], 'error' | 'warning'>> = {
  number: 'error',
  title: 'warning',
  subject: 'warning',
};

function comparable(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Number, title and subject are those of this issue, and of no earlier one. */
export const repeatedSettings = issueRule({
  id: 'issue/repeated-settings',
  severity: ['error', 'warning'],
  why: 'Who copies the folder of the last issue easily leaves its number, title or subject: readers would take the new issue for the old one.',
  wrong: 'title: December 2026, in the issues 2026-12 and 2027-01',
  right: 'title: January 2027',
  *check({ earlierSettings }, context: CheckContext) {
    for (const key of TELLING) {
      const written = context.settings[key];
      if (written === undefined) continue;
      const earlier = earlierSettings.find(({ values }) => comparable(values[key] ?? '') === comparable(written));
      if (earlier === undefined) continue;
      yield {
        severity: SEVERITIES[key],
        ...placeInSettings(context, key),
        message: `The ${key} is the same as in the issue ${earlier.issue}.`,
        expected: `a ${key} of its own for each issue`,
        actual: `"${written}", as in ${earlier.file}`,
        help: `Correct "${key}:" in issue.yaml.`,
      };
    }
  },
});
