import type { ContributionReport } from '../../model/issue/contribution.js';
import type { Finding } from '../../model/finding.js';

const HIDDEN = '(hidden)';

/** This many characters of a secret that was cut off already tell too much. */
const TELLING = 4;
/** Where a quotation may have been cut: before the mark that closes it, before an ellipsis, at the end. */
const CUT = /["”…]|$/g;

/** How many characters before a place are the beginning of a secret whose rest was cut off. */
function remainder(text: string, end: number, secret: string): number {
  for (let length = Math.min(secret.length - 1, end); length >= TELLING; length -= 1) {
    if (text.startsWith(secret.slice(0, length), end - length)) return length;
  }
  return 0;
}

/** A long quotation is cut short, and the cut may have gone through a secret. */
function hideRemainders(text: string, secrets: readonly string[]): string {
  let hidden = '';
  let from = 0;
  for (const { index: cut } of text.matchAll(CUT)) {
    const length = Math.max(0, ...secrets.map((secret) => remainder(text, cut, secret)));
    if (length === 0 || cut - length < from) continue;
    hidden += text.slice(from, cut - length) + HIDDEN;
    from = cut;
  }
  return hidden + text.slice(from);
}

/** A short name in a file's name is hidden with the dot behind it, and the ending of the file stays one. */
function inPlaceOf(secret: string): string {
  return secret.endsWith('.') ? `${HIDDEN}.` : HIDDEN;
}

/** A function that puts "(hidden)" in the place of everything that must not be repeated. */
function hider(secrets: readonly string[]): (text: string) => string {
  // Longest first, so that no part of a longer one is left standing.
  const ordered = [...new Set(secrets)].filter((secret) => secret.trim() !== '').sort((a, b) => b.length - a.length);
  return (text) =>
    hideRemainders(
      ordered.reduce((hidden, secret) => hidden.split(secret).join(inPlaceOf(secret)), text),
      ordered,
    );
}

/** Hides everything that a confidentiality rule found in the texts and file names of findings. */
export function maskFindings(secrets: readonly string[], findings: readonly Finding[]): readonly Finding[] {
  if (secrets.length === 0) return findings;
  const hide = hider(secrets);
  return findings.map((finding) => ({
    ...finding,
    file: hide(finding.file),
    message: hide(finding.message),
    expected: hide(finding.expected),
    actual: hide(finding.actual),
    help: hide(finding.help),
  }));
}

/** Hides everything that a confidentiality rule found in the titles and file names of reports. */
export function maskReports(
  secrets: readonly string[],
  reports: readonly ContributionReport[],
): readonly ContributionReport[] {
  if (secrets.length === 0) return reports;
  const hide = hider(secrets);
  return reports.map((report) => ({
    ...report,
    file: hide(report.file),
    title: report.title === undefined ? undefined : hide(report.title),
  }));
}
