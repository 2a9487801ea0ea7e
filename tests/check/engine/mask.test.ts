import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskFindings, maskReports } from '../../../src/check/engine/mask.js';
import { linkForm } from '../../../src/check/rules/link/form/link-form.js';
import type { ContributionReport } from '../../../src/model/issue/contribution.js';
import type { Finding } from '../../../src/model/finding.js';

const number = '020 7946 0123';
const finding: Finding = {
  ruleId: linkForm.id,
  severity: 'error',
  file: `issues/2020-12/contributions/kok/call ${number}.md`,
  line: 1,
  column: 1,
  message: `The link "tel:${number}" is not taken.`,
  expected: `not ${number}`,
  actual: number,
  help: `Take ${number} out.`,
};
const report: ContributionReport = {
  file: finding.file,
  member: 'kok',
  title: `Call ${number} now`,
  section: 'member-news',
  state: 'refused',
};

function maskSecrets(secrets: readonly string[], findings: readonly Finding[], reports: readonly ContributionReport[]) {
  return { findings: maskFindings(secrets, findings), contributions: maskReports(secrets, reports) };
}

describe('what a confidentiality rule found', () => {
  test('stands nowhere: not in findings of other rules, not in titles, not in names of files', () => {
    const masked = maskSecrets([number], [finding], [report]);
    expect(JSON.stringify(masked)).not.toContain(number);
    expect(masked.contributions[0]?.title).toBe('Call (hidden) now');
  });

  test('is hidden whole where one of two is part of the other', () => {
    const masked = maskSecrets(['Anna', 'Anna Example'], [{ ...finding, message: 'Anna Example, Anna' }], []);
    expect(masked.findings[0]?.message).toBe('(hidden), (hidden)');
  });

  test('is hidden too where a rule cut its quotation in the middle of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: number.length - 1 }), fc.constantFrom('"', '…"', '…', ''), (kept, end) => {
        const actual = `"https://example.org/?call=${number.slice(0, kept)}${end}`;
        const [masked] = maskSecrets([number], [{ ...finding, actual }], []).findings;
        expect(masked?.actual).toBe(`"https://example.org/?call=(hidden)${end}`);
      }),
    );
  });

  test('changes nothing where there is nothing to hide', () => {
    expect(maskSecrets([], [finding], [report])).toEqual({ findings: [finding], contributions: [report] });
  });
});
