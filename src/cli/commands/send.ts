import { Command, InvalidArgumentError } from 'commander';
import type { SendEvent, SendIssueResult } from '../../app/send-issue.js';
import type { SendReport } from '../../model/delivery.js';
import { withCommonOptions, type CommandContext, type Run } from '../command-context.js';
import { confirmSend } from '../confirm.js';
import { count } from '../count.js';
import type { CommonOptions, Output } from '../output.js';
import { asNewsletterError, printError } from '../print-error.js';
import { printReport } from '../print-report.js';
import { repeated } from '../repeated.js';

interface SendOptions extends CommonOptions {
  readonly transport?: string;
  readonly dryRun?: boolean;
  readonly test?: readonly string[];
  readonly yes?: boolean;
  readonly again?: boolean;
  readonly limit?: number;
}

function positiveNumber(written: string): number {
  if (!/^[1-9]\d{0,8}$/.test(written)) throw new InvalidArgumentError('Write a whole number from 1 upward.');
  return Number(written);
}

function isComplete(report: SendReport): boolean {
  return report.pending + report.failed + report.uncertain === 0;
}

function showProgress(event: SendEvent, output: Output): void {
  const { report } = event;
  if (event.event === 'resumed') output.note(`Going on where it stopped: ${count(report.pending, 'message')} left.`);
  if (event.event === 'progress') output.progress('messages', report.audience - report.pending, report.audience);
}

function printResult(result: SendIssueResult, output: Output, context: CommandContext): number {
  if (result.kind === 'test') {
    output.document({ copies: result.copies });
    for (const { address, outcome } of result.copies) output.print(`Test copy for ${address}: ${outcome.outcome}.`);
    return result.copies.every(({ outcome }) => outcome.outcome === 'submitted') ? 0 : 3;
  }
  const { report } = result;
  output.document(report);
  if (result.kind === 'dry-run') {
    const what = report.kind === 'rehearsal' ? 'A rehearsal' : 'A send';
    const left = result.complete ? 'nothing left to send' : `${count(report.pending, 'message')} would go out`;
    output.print(
      `${what} of issue ${report.issue} to ${count(report.audience, 'subscriber')}: ${left}. Nothing was written.`,
    );
    return 0;
  }
  if (result.nothingLeft && isComplete(report)) {
    output.print(
      `Issue ${report.issue}: nothing left. All ${count(report.audience, 'message')} of this ${report.kind === 'rehearsal' ? 'rehearsal' : 'send'} are done.`,
    );
    if (report.kind === 'rehearsal')
      output.note('To rehearse once more with the present build and subscribers, add --again.');
    return 0;
  }
  printReport(report, output);
  if (result.failure !== undefined) printError(asNewsletterError(result.failure), context.options);
  return isComplete(report) ? 0 : 3;
}

async function send(issue: string | undefined, options: SendOptions, context: CommandContext): Promise<number> {
  const { output, request, signal } = context;
  const { openWorkspace } = await import('../../app/open-workspace.js');
  const { newestIssue } = await import('../../app/find-issue.js');
  const { sendIssue } = await import('../../app/send-issue.js');
  const workspace = openWorkspace(request);
  const { configuration } = workspace;
  const id = newestIssue(configuration.root, issue);
  const testAddresses = options.test ?? [];
  const sending = {
    configuration,
    issue: id,
    transport: options.transport,
    testAddresses,
    again: options.again,
    limit: options.limit,
    signal,
    now: () => new Date(),
    onProgress: (event: SendEvent) => {
      showProgress(event, output);
    },
    isBuildStale: async () => {
      const { staleness } = await import('../../app/stale-build.js');
      return staleness(workspace, id);
    },
  };
  const dryRun = options.dryRun === true;
  if (!dryRun && testAddresses.length === 0 && options.yes !== true) {
    const planned = await sendIssue({ ...sending, dryRun: true });
    if (planned.kind === 'dry-run') await confirmSend(planned, output);
  }
  return printResult(await sendIssue({ ...sending, dryRun }), output, context);
}

/** `newsletter send`: a message to every subscriber, through a transport; run again it goes on where it stopped. */
export function sendCommand(run: Run): Command {
  return withCommonOptions(new Command('send'))
    .argument('[issue]', 'such as 2020-12 (default: the newest)')
    .option('--transport <name>', 'how messages leave (default: the one in newsletter.yaml)')
    .option('--dry-run', 'say what would be sent, and write nothing')
    .option('--test <address>', 'send only a test copy to this address (can be repeated)', repeated)
    .option('--yes', 'do not ask before sending')
    .option('--again', 'begin a rehearsal afresh (outbox only)')
    .option('--limit <number>', 'hand over at most so many messages in this run', positiveNumber)
    .description('send an issue to every subscriber; run again, it goes on where it stopped')
    .action((issue: string | undefined, options: SendOptions) =>
      run(options, 'in-good-order', (context) => send(issue, options, context)),
    );
}
