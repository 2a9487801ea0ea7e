import { Command } from 'commander';
import type { CurrentStatus } from '../../../app/issue/status/issue-status.js';
import { CONTRIBUTION_STATE_WORDS } from '../../../model/issue/contribution.js';
import type { Finding } from '../../../model/finding.js';
import type { ContributorStatus } from '../../../model/issue/issue-status.js';
import { withCommonOptions, type Run } from '../../command-context.js';
import type { CommonOptions, Output } from '../../output.js';
import { count } from '../../../model/text/amounts/count.js';
import { durationWords } from '../../../model/text/amounts/duration-words.js';

function deadlineLine({ deadline, timezone, untilDeadline }: CurrentStatus): string {
  if (deadline === undefined || untilDeadline === undefined)
    return 'No deadline is set (issue.yaml: deadline, timezone).';
  const when = `${deadline.replace('T', ', ')} (${timezone})`;
  return untilDeadline >= 0
    ? `Deadline: ${when}, in ${durationWords(untilDeadline)}.`
    : `Deadline: ${when}, over for ${durationWords(-untilDeadline)}.`;
}

/** Prints what is wrong and what to do; an example of several lines stays below it. */
function printAdvice(place: string, { message, help }: Finding, output: Output): void {
  const [toDo = '', ...example] = help.split('\n');
  output.print(output.colours.dim(`      ${place}${message} ${toDo}`));
  for (const line of example) output.print(output.colours.dim(`        ${line}`));
}

function printContributor(who: ContributorStatus, findings: readonly Finding[], output: Output): void {
  const { colours } = output;
  const colour = {
    in: colours.green,
    warned: colours.yellow,
    refused: colours.red,
    excluded: colours.dim,
    'passed-over': colours.dim,
  };
  output.print(`  ${colours.bold(who.name)}${who.country === undefined ? '' : colours.dim(` (${who.country})`)}`);
  for (const { file, title, state } of who.contributions) {
    const name = file.split('/').slice(-1)[0] ?? file;
    output.print(
      `    ${colour[state](CONTRIBUTION_STATE_WORDS[state])}  ${name}${title === undefined ? '' : `  “${title}”`}`,
    );
    for (const finding of findings) {
      if (finding.file !== file) continue;
      if (state === 'passed-over') output.print(colours.dim(`      ${finding.message}`));
      if ((state !== 'refused' && state !== 'warned') || finding.severity === 'info') continue;
      printAdvice(`line ${String(finding.line)}: `, finding, output);
    }
  }
  for (const file of who.filesNotIn) {
    output.print(`    ${colours.red('not in')}  ${file.split('/').at(-1) ?? file}`);
    const finding = findings.find((one) => one.file === file);
    if (finding !== undefined) printAdvice('', finding, output);
  }
}

function printStatus(status: CurrentStatus, output: Output): void {
  const { colours } = output;
  const reports = status.contributors.flatMap(({ contributions }) => contributions);
  const inIssue = reports.filter(({ state }) => state === 'in' || state === 'warned').length;
  const refused = reports.filter(({ state }) => state === 'refused').length;
  output.print(colours.bold(`Issue ${status.issue}, ${status.title}`));
  output.print(deadlineLine(status));
  output.print();
  const fix = refused === 0 ? '' : `, ${colours.red(`${String(refused)} to be fixed`)}`;
  output.print(`${count(inIssue, 'contribution')} in the issue${fix}:`);
  for (const who of status.contributors) printContributor(who, status.findings, output);
  output.print();
  output.print(
    status.silent.length === 0
      ? 'Everybody has sent something.'
      : `Nothing yet from ${count(status.silent.length, 'member')}:`,
  );
  for (const { name, country } of status.silent) output.print(`  ${name} ${colours.dim(`(${country})`)}`);
  const elsewhere = new Set(reports.map(({ file }) => file));
  const others = status.findings.filter(({ file, severity }) => !elsewhere.has(file) && severity === 'error');
  if (others.length > 0) output.print();
  for (const { file, line, message } of others) output.print(colours.red(`${file}, line ${String(line)}: ${message}`));
}

/** `newsletter status`: for each member what is in and what needs fixing, who is silent, and how much time is left. */
export function statusCommand(run: Run): Command {
  return withCommonOptions(new Command('status'))
    .argument('[issue]', 'such as 2020-12 (default: the newest)')
    .summary('say what is in, what to fix, who is silent')
    .description('say what has come in, what needs fixing, who is silent and how much time is left')
    .action((issue: string | undefined, options: CommonOptions) =>
      run(options, 'at-once', async ({ output, request }) => {
        const { issueStatus } = await import('../../../app/issue/status/issue-status.js');
        const status = await issueStatus({ ...request, issue, now: new Date() });
        output.document(status);
        printStatus(status, output);
        return 0;
      }),
    );
}
