import { Command } from 'commander';
import type { SendContext } from '../../../app/send/send-context.js';
import type { SendIssueResult } from '../../../app/send/send-issue.js';
import type { Workspace } from '../../../app/workspace/open-workspace.js';
import { withCommonOptions, type CommandContext, type Run } from '../../command-context.js';
import { asNewsletterError } from '../../print/print-error.js';
import {
  parseSendOptions,
  withSendOptions,
  type SendRequest,
  type WrittenSendOptions,
} from '../../send/send-options.js';
import { visibleJson } from '../../print/shown.js';
import { writeOutput } from '../../print/write-output.js';

/** A send as this command makes it: all that a send works with beside its options. */
async function createSendContext(
  workspace: Workspace,
  issue: string,
  { options, transportName, yes, events }: Extract<SendRequest, { action: 'send' }>,
  context: CommandContext,
): Promise<SendContext> {
  const { readIssueFacts } = await import('../../../app/send/read-issue-facts.js');
  const { confirmSend } = await import('../../send/confirm-send.js');
  const { streamSend, watchSend } = await import('../../send/send-progress.js');
  const { chooseTransport } = await import('../../../app/send/send-context.js');
  const { configuration } = workspace;
  const onEvent = events ? streamSend(writeEvent) : watchSend(context.output);
  const { transport, dkim } = await chooseTransport(transportName, { configuration, onEvent });
  return {
    configuration,
    issue,
    transport,
    dkim,
    signal: context.signal,
    now: () => new Date(),
    onEvent,
    confirm: confirmSend(options.retryState, yes, configuration.send.undoSeconds, context),
    isBuildStale: async () => {
      const { staleness } = await import('../../../app/builds/stale-build.js');
      return staleness(workspace, issue);
    },
    readFacts: () => readIssueFacts(workspace, issue),
  };
}

function writeEvent(event: object): void {
  writeOutput(process.stdout, `${visibleJson(event)}\n`);
}

/** The last event of a stream: the ledger as it is, and what stopped the run. */
function writeLastEvent(result: SendIssueResult): void {
  switch (result.kind) {
    case 'sent': {
      const { report, complete, failure, interrupted } = result;
      const event = interrupted || failure !== undefined ? 'stopped' : 'finished';
      writeEvent({ event, complete, ...report, ...(failure === undefined ? {} : errorIn(failure)) });
      return;
    }
    case 'not-begun':
      writeEvent({ event: 'stopped', complete: false, ...result.plan.report });
      return;
    case 'dry-run':
      writeEvent({ event: 'finished', complete: result.complete, ...result.report });
      return;
    case 'test':
      return;
  }
}

function errorIn(failure: unknown): object {
  const { code, message, help } = asNewsletterError(failure);
  return { error: { code, message, help } };
}

/** A program that reads the stream learns of an end by an error too. */
async function streamEnd(work: () => Promise<SendIssueResult>): Promise<SendIssueResult> {
  try {
    const result = await work();
    writeLastEvent(result);
    return result;
  } catch (error) {
    writeEvent({ event: 'stopped', complete: false, ...errorIn(error) });
    throw error;
  }
}

async function send(named: string | undefined, written: WrittenSendOptions, context: CommandContext): Promise<number> {
  const { openWorkspace } = await import('../../../app/workspace/open-workspace.js');
  const { newestIssue } = await import('../../../app/issue/find-issue.js');
  const workspace = openWorkspace(context.request);
  const issue = newestIssue(workspace.configuration.root, named);
  const request = parseSendOptions(written);
  if (request.action === 'send') return sendNow(workspace, issue, request, context);
  const found = { configuration: workspace.configuration, issue, now: () => new Date() };
  if (request.action === 'list-uncertain') {
    const { printUncertain } = await import('../../send/print-uncertain.js');
    return printUncertain(found, context);
  }
  const { skipInTerminal } = await import('../../send/confirm-skip.js');
  return skipInTerminal(request, found, context);
}

async function sendNow(
  workspace: Workspace,
  issue: string,
  request: Extract<SendRequest, { action: 'send' }>,
  context: CommandContext,
): Promise<number> {
  const { sendIssue } = await import('../../../app/send/send-issue.js');
  const { printSendResult } = await import('../../send/print-send-result.js');
  const work = async () => sendIssue(request.options, await createSendContext(workspace, issue, request, context));
  const result = await (request.events ? streamEnd(work) : work());
  return printSendResult(result, context.output);
}

/** `newsletter send`: a message to every subscriber, through a transport; run again it continues where it stopped. */
export function sendCommand(run: Run): Command {
  return withSendOptions(
    withCommonOptions(new Command('send')).argument('[issue]', 'such as 2020-12 (default: the newest)'),
  )
    .summary('send an issue; run again, it goes on')
    .description('send an issue to every subscriber; run again, it goes on where it stopped')
    .action((issue: string | undefined, written: WrittenSendOptions) =>
      run(written.events === true ? { ...written, quiet: true } : written, 'gracefully', (context) =>
        send(issue, written, context),
      ),
    );
}
