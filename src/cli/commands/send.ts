import { Command, InvalidArgumentError, Option } from 'commander';
import type { SendPlan } from '../../app/send/plan-send.js';
import type { SendIssueRequest, SendIssueResult } from '../../app/send/send-issue.js';
import { NewsletterError } from '../../model/error.js';
import { withCommonOptions, type CommandContext, type Run } from '../command-context.js';
import { confirmByName } from '../confirm.js';
import { count } from '../../model/text/count.js';
import type { CommonOptions } from '../output.js';
import { asNewsletterError } from '../print-error.js';
import { repeated } from '../repeated.js';
import { visibleJson } from '../shown.js';
import { writeOutput } from '../write-output.js';

interface SendOptions extends CommonOptions {
  readonly transport?: string;
  readonly dryRun?: boolean;
  readonly test?: readonly string[];
  readonly yes?: boolean;
  readonly again?: boolean;
  readonly limit?: number;
  readonly wait?: number;
  readonly only?: 'failed';
  readonly uncertain?: 'list' | 'resend' | 'skip';
  readonly cancel?: boolean;
  readonly events?: boolean;
}

/** How long somebody at a terminal sees the command wait for those who were not taken at first. */
const WAIT_AT_TERMINAL_MINUTES = 5;
const MINUTE_MS = 60_000;

function positiveNumber(written: string): number {
  if (!/^[1-9]\d{0,8}$/.test(written)) throw new InvalidArgumentError('Write a whole number from 1 upward.');
  return Number(written);
}

function minutes(written: string): number {
  if (!/^\d{1,5}$/.test(written)) throw new InvalidArgumentError('Write whole minutes, such as 60; 0 does not wait.');
  return Number(written);
}

function isOnTerminal(): boolean {
  return process.stdin.isTTY && process.stderr.isTTY;
}

/** Asks a person, and lets them change their mind before the first message. A rehearsal leaves the machine as it was. */
function confirmation(options: SendOptions, undoSeconds: number, context: CommandContext): SendIssueRequest['confirm'] {
  const { output, signal } = context;
  const pauses = undoSeconds > 0 && isOnTerminal() && !output.json;
  if (options.yes === true && !pauses) return undefined;
  return async (plan) => {
    if (plan.send === 'rehearsal') return true;
    if (options.yes !== true && !(await confirmByName(wordsFor(plan, options), output, signal))) return false;
    if (plan.begun || !pauses) return !signal.aborted;
    const { undoPause } = await import('../undo-pause.js');
    return undoPause(undoSeconds, output, signal);
  };
}

const LEFT_OUT_WORDS: Readonly<Record<SendPlan['about']['leftOut'][number]['reason'], string>> = {
  pending: 'did not confirm yet',
  unsubscribed: 'left the list',
  suppressed: 'must not be mailed any more',
  forgotten: 'were erased',
  cancelled: 'were left out by --cancel',
  uncertain: 'may have got it already',
  'import-undone': 'came with an import that was undone',
  'other-tags': 'have none of the tags that the issue is for',
};

/** What readers will see first, and how many they are. */
function detailsOf({ about, outgoing }: SendPlan): readonly string[] {
  const all = about.leftOut.reduce((sum, { count: number }) => sum + number, 0);
  const reasons = about.leftOut.map(({ reason, count: number }) => `${String(number)} ${LEFT_OUT_WORDS[reason]}`);
  return [
    `  Subject:  ${about.subject}`,
    `  From:     ${about.sender}`,
    ...(about.date === undefined ? [] : [`  Date:     ${about.date}`]),
    `  Readers:  ${String(outgoing)}`,
    ...(all === 0 ? [] : [`  Left out: ${String(all)} (${reasons.join(', ')})`]),
  ];
}

function wordsFor(plan: SendPlan, options: SendOptions) {
  const { report, outgoing, deferred } = plan;
  const { issue } = report;
  const also = deferred === 0 ? '' : `, and tries ${count(deferred, 'message')} again that could not be taken yet`;
  if (options.only === 'failed') {
    return { issue, what: `This tries once more ${count(outgoing, 'message')} of issue ${issue} that failed${also}.` };
  }
  if (options.uncertain === 'resend') {
    return {
      issue,
      what: `This sends issue ${issue} once more to ${count(outgoing, 'subscriber')} who may have got it already${also}.`,
      risk: 'Whoever did gets it twice.',
    };
  }
  return { issue, details: detailsOf(plan), what: `This sends issue ${issue} to ${count(outgoing, 'subscriber')}.` };
}

async function sendRequest(issue: string, options: SendOptions, context: CommandContext): Promise<SendIssueRequest> {
  const { openWorkspace } = await import('../../app/workspace/open-workspace.js');
  const { readIssueFacts } = await import('../../app/send/read-issue-facts.js');
  const { streamSend, watchSend } = await import('../send-progress.js');
  const workspace = openWorkspace(context.request);
  const { configuration } = workspace;
  const waits = options.wait ?? (isOnTerminal() ? WAIT_AT_TERMINAL_MINUTES : 0);
  return {
    configuration,
    issue,
    transport: options.transport,
    dryRun: options.dryRun === true,
    testAddresses: options.test ?? [],
    restartRehearsal: options.again,
    limit: options.limit,
    retry: options.only ?? (options.uncertain === 'resend' ? 'uncertain' : undefined),
    waitMilliseconds: waits * MINUTE_MS,
    signal: context.signal,
    now: () => new Date(),
    onProgress: options.events === true ? streamSend(writeEvent) : watchSend(context.output),
    confirm: confirmation(options, configuration.send.undoSeconds, context),
    isBuildStale: async () => {
      const { staleness } = await import('../../app/builds/stale-build.js');
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

/** Whoever reads the stream learns of an end by an error too. */
async function sendAsStream(request: SendIssueRequest): Promise<SendIssueResult> {
  const { sendIssue } = await import('../../app/send/send-issue.js');
  try {
    const result = await sendIssue(request);
    writeLastEvent(result);
    return result;
  } catch (error) {
    writeEvent({ event: 'stopped', complete: false, ...errorIn(error) });
    throw error;
  }
}

async function send(named: string | undefined, options: SendOptions, context: CommandContext): Promise<number> {
  const { openWorkspace } = await import('../../app/workspace/open-workspace.js');
  const { newestIssue } = await import('../../app/issue/find-issue.js');
  const issue = newestIssue(openWorkspace(context.request).configuration.root, named);
  if (options.uncertain === 'list' || options.uncertain === 'skip' || options.cancel === true) {
    const { printUncertain, resolveUncertainInTerminal: settleSend } = await import('../resolve-uncertain.js');
    if (options.uncertain === 'list') return printUncertain(issue, context);
    if (options.dryRun === true) throw nothingToTry();
    const what = options.cancel === true ? 'pending' : 'uncertain';
    return settleSend(what, { issue, yes: options.yes === true }, context);
  }
  const { sendIssue } = await import('../../app/send/send-issue.js');
  const { printSendResult } = await import('../print-send-result.js');
  const request = await sendRequest(issue, options, context);
  const result = await (options.events === true ? sendAsStream(request) : sendIssue(request));
  return printSendResult(result, context.output);
}

function nothingToTry(): NewsletterError {
  return new NewsletterError('usage', {
    message: '--uncertain skip writes at once, so it cannot be tried with --dry-run.',
    expected: '--uncertain list to see whom it is about, or --uncertain skip alone',
    help: 'Nothing was done. Look at the list first.',
  });
}

/** `newsletter send`: a message to every subscriber, through a transport; run again it goes on where it stopped. */
export function sendCommand(run: Run): Command {
  const careful = ['again', 'test', 'dryRun', 'events'];
  return withCommonOptions(new Command('send'))
    .argument('[issue]', 'such as 2020-12 (default: the newest)')
    .option('--transport <name>', 'how messages leave (default: the one in newsletter.yaml)')
    .option('--dry-run', 'look at everything, say what would be sent, and write nothing')
    .option('--test <address>', 'send only a test copy to this address (can be repeated)', repeated)
    .option('--yes', 'do not ask before sending')
    .option('--again', 'begin a rehearsal afresh (outbox only)')
    .option('--limit <number>', 'hand over at most so many messages in this run', positiveNumber)
    .option('--wait <minutes>', 'wait so long for mailboxes that ask to try later (default: 5 on a terminal)', minutes)
    .addOption(
      new Option('--only <which>', 'try only those once more that failed')
        .choices(['failed'])
        .conflicts(['uncertain', 'again', 'test']),
    )
    .addOption(
      new Option('--uncertain <what>', 'those of whom nobody can tell whether they got it')
        .choices(['list', 'resend', 'skip'])
        // All of them or none: whoever was left over would be sent theirs by the next run, without a question.
        .conflicts(['again', 'test', 'limit']),
    )
    .addOption(
      new Option('--cancel', 'end a send that has begun: whoever is left does not get it').conflicts([
        ...careful,
        'limit',
        'only',
        'uncertain',
      ]),
    )
    .addOption(
      new Option('--events', 'print what happens as it happens, one JSON object a line').conflicts(['json', 'test']),
    )
    .summary('send an issue; run again, it goes on')
    .description('send an issue to every subscriber; run again, it goes on where it stopped')
    .action((issue: string | undefined, options: SendOptions) =>
      run(options.events === true ? { ...options, quiet: true } : options, 'gracefully', (context) =>
        send(issue, options, context),
      ),
    );
}
