import { Command } from 'commander';
import type { DeliveryGroup, Returned, SendDetails } from '../../../app/send/report-send.js';
import { reportInWords } from '../../../model/send/status-words.js';
import { NewsletterError } from '../../../model/error.js';
import { withCommonOptions, type Run } from '../../command-context.js';
import type { CommonOptions, Output } from '../../output.js';
import { printReport } from '../../print/print-report.js';

const SHOWN_GROUPS = 20;

function printGroup({ state, reason, count, addresses }: DeliveryGroup, output: Output): void {
  const more = count - addresses.length;
  // Who unsubscribed is nobody's concern; who is on the list and did not get it, is.
  const who = state === 'skipped' || addresses.length === 0 ? '' : `: ${addresses.join(', ')}`;
  const others = who !== '' && more > 0 ? ` and ${String(more)} more` : '';
  output.print(`  ${state.padEnd(10)} ${String(count).padStart(6)}  ${reason}${output.colours.dim(who + others)}`);
}

/** Prints what came back, without kinds that nothing is of. */
function printReturned({ counts, policy }: Returned, output: Output): void {
  output.print();
  output.print('What came back, as far as the mailbox was read ("newsletter mailbox"):');
  const rows: readonly (readonly [name: string, number: number, words: string])[] = [
    ['permanent', counts.permanent, 'the address takes no mail any more: not mailed again'],
    ['temporary', counts.temporary, 'for now; not mailed again after three of the last five issues'],
    ['complaint', counts.complaint, 'reported as unwanted: not mailed again'],
    [
      'policy',
      counts.policy,
      'refused by a rule of the other side: a problem of the sender, and these readers got nothing',
    ],
  ];
  for (const [name, number, words] of rows) {
    if (number > 0) output.print(`  ${name.padEnd(10)} ${String(number).padStart(6)}  ${output.colours.dim(words)}`);
  }
  for (const { status, count, answer } of policy.slice(0, SHOWN_GROUPS)) {
    const meaning = reportInWords('policy', status);
    const words = answer === null ? '' : output.colours.dim(` (“${answer}”)`);
    output.print(`    ${status ?? 'no code'}, ${String(count)}: ${meaning}${words}`);
  }
}

function printDetails(details: SendDetails, output: Output): void {
  const { report, groups, returned, begunAt, completedAt, cancelledAt } = details;
  printReport(report, output);
  output.print(
    `  begun ${begunAt.slice(0, 16).replace('T', ' ')} UTC${completedAt === undefined ? '' : `, nothing pending since ${completedAt.slice(0, 16).replace('T', ' ')} UTC`}${cancelledAt === undefined ? '' : ', cancelled'}`,
  );
  if (returned !== undefined) printReturned(returned, output);
  if (groups.length === 0) return;
  output.print();
  output.print('Why:');
  for (const group of groups.slice(0, SHOWN_GROUPS)) printGroup(group, output);
  if (groups.length > SHOWN_GROUPS) output.print(`  … and ${String(groups.length - SHOWN_GROUPS)} more reasons`);
  if (report.uncertain > 0) {
    output.print(`Who is uncertain, and what to do: "newsletter send ${report.issue} --uncertain list".`);
  }
  output.print('Why one subscriber did or did not get it: "newsletter why ADDRESS".');
}

/** `newsletter report`: the ledger of a send in numbers, and why some deliveries did not succeed. */
export function reportCommand(run: Run): Command {
  return withCommonOptions(new Command('report'))
    .argument('[issue]', 'such as 2020-12 (default: the newest with a send)')
    .summary('say how far a send is, in numbers')
    .description('say how far a send is, in numbers, and why some did not get it')
    .action((issue: string | undefined, options: CommonOptions) =>
      run(options, 'at-once', async ({ output, request }) => {
        const { openWorkspace } = await import('../../../app/workspace/open-workspace.js');
        const { newestIssue } = await import('../../../app/issue/find-issue.js');
        const { reportSendDetails } = await import('../../../app/send/report-send.js');
        const { configuration } = openWorkspace(request);
        const id = issue === undefined ? undefined : newestIssue(configuration.root, issue);
        const details = await reportSendDetails({ configuration, issue: id, now: () => new Date() });
        if (details === undefined) {
          throw new NewsletterError('send-missing', {
            message: id === undefined ? 'Nothing was sent yet.' : `Issue ${id} was not sent yet.`,
            expected: 'an issue with a send or a rehearsal',
            help: 'Run "newsletter send --transport outbox" for a rehearsal.',
          });
        }
        // Said only after an event from outside.
        const returned = details.returned === undefined ? {} : { returned: details.returned.counts };
        output.document({ ...details.report, ...returned });
        printDetails(details, output);
        return 0;
      }),
    );
}
