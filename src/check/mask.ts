import type { ContributionReport } from '../model/contribution.js';
import type { Finding } from '../model/finding.js';

const HIDDEN = '(hidden)';

/** A function that puts "(hidden)" in the place of everything that must not be repeated. */
function hider(secrets: readonly string[]): (text: string) => string {
  // Longest first, so that no part of a longer one is left standing.
  const ordered = [...new Set(secrets)].filter((secret) => secret.trim() !== '').sort((a, b) => b.length - a.length);
  return (text) => ordered.reduce((hidden, secret) => hidden.split(secret).join(HIDDEN), text);
}

/** Findings and reports in which nothing that a confidentiality rule found stands any more, titles and file names too. */
export function maskSecrets(
  secrets: readonly string[],
  findings: readonly Finding[],
  contributions: readonly ContributionReport[],
): { readonly findings: readonly Finding[]; readonly contributions: readonly ContributionReport[] } {
  if (secrets.length === 0) return { findings, contributions };
  const hide = hider(secrets);
  return {
    findings: findings.map((finding) => ({
      ...finding,
      file: hide(finding.file),
      message: hide(finding.message),
      expected: hide(finding.expected),
      actual: hide(finding.actual),
      help: hide(finding.help),
    })),
    contributions: contributions.map((report) => ({
      ...report,
      file: hide(report.file),
      title: report.title === undefined ? undefined : hide(report.title),
    })),
  };
}
