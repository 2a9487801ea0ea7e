import { Command } from 'commander';
import type { DeliveryGroup, SendDetails } from '../../../app/send/report-send.js';
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

function printDetails({ report, groups, begunAt, completedAt, cancelledAt }: SendDetails, output: Output): void {
  printReport(report, output);
  output.print(
    `  begun ${begunAt.slice(0, 16).replace('T', ' ')} UTC${completedAt === undefined ? '' : `, nothing pending since ${completedAt.slice(0, 16).replace('T', ' ')} UTC`}${cancelledAt === undefined ? '' : ', cancelled'}`,
  );
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
        output.document(details.report);
        printDetails(details, output);
        return 0;
      }),
    );
}
