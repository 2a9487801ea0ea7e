import type { ContributionReport } from '../../model/issue/contribution.js';
import { countBySeverity, type Finding } from '../../model/finding.js';
import { count } from '../../model/text/amounts/count.js';
import { findingsInWords, SEVERITY_WORDS } from '../../model/text/amounts/severity-words.js';
import type { Output } from '../output.js';

const TEXT_FILE = /\.(md|markdown|ya?ml|hbs|mjml)$/i;

function printFinding(finding: Finding, output: Output): void {
  const { colours } = output;
  const colour = { error: colours.red, warning: colours.yellow, info: colours.dim }[finding.severity];
  // A line and column in a picture mean nothing.
  const place =
    finding.severity !== 'info' && finding.wholeFile !== true && TEXT_FILE.test(finding.file)
      ? ` in line ${String(finding.line)}, column ${String(finding.column)}`
      : '';
  output.print(`  ${colour(SEVERITY_WORDS[finding.severity])}${colours.dim(place)}: ${finding.message}`);
  if (finding.severity === 'info') return;
  output.print(`    found:      ${finding.actual}`);
  output.print(`    expected:   ${finding.expected}`);
  // Lines to copy stand below each other, as they do in the file.
  const [toDo = '', ...example] = finding.help.split('\n');
  output.print(`    what to do: ${toDo}`);
  for (const line of example) output.print(`                ${line}`);
  output.print(colours.dim(`    rule:       ${finding.ruleId}`));
}

/** Prints findings grouped by file, for somebody who has the file open. */
export function printFindings(findings: readonly Finding[], output: Output): void {
  const byFile = new Map<string, Finding[]>();
  for (const finding of findings) byFile.set(finding.file, [...(byFile.get(finding.file) ?? []), finding]);
  for (const [file, own] of byFile) {
    output.print(output.colours.bold(file));
    for (const finding of own) printFinding(finding, output);
    output.print();
  }
}

/** Sums up in one or two lines the findings and the states of the contributions. */
export function summarise(findings: readonly Finding[], contributions: readonly ContributionReport[]): string {
  const inIssue = contributions.filter(({ state }) => state === 'in' || state === 'warned').length;
  const refused = contributions.filter(({ state }) => state === 'refused').length;
  const excluded = contributions.filter(({ state }) => state === 'excluded').length;
  const parts = [
    `${count(inIssue, 'contribution')} in the issue`,
    ...(refused > 0 ? [`${String(refused)} to be fixed`] : []),
    ...(excluded > 0 ? [`${String(excluded)} excluded by issue.yaml`] : []),
  ];
  return `${parts.join(', ')}: ${findingsInWords(countBySeverity(findings))}.`;
}
