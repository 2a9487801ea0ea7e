import { Command, Option } from 'commander';
import type { ReadMailboxEntry, ReadMailboxResult } from '../../app/inbound/read-mailbox.js';
import { withCommonOptions, type Run } from '../command-context.js';
import { MAX_LISTED, locationOf, printReports } from '../print/print-reports.js';
import { count } from '../../model/text/amounts/count.js';
import { visibleJson } from '../print/shown.js';
import { writeOutput } from '../print/write-output.js';
import type { CommonOptions, Output } from '../output.js';
import type { Ending } from '../signals.js';

interface MailboxOptions extends CommonOptions {
  readonly dryRun?: boolean;
  readonly again?: boolean;
  readonly watch?: boolean;
  readonly events?: boolean;
}

function printRequests({ entries, answers }: ReadMailboxResult, dryRun: boolean, output: Output): void {
  const number = (outcome: ReadMailboxEntry['outcome']) => entries.filter((entry) => entry.outcome === outcome).length;
  const asked = number('unsubscribed');
  output.print(
    dryRun
      ? `${count(asked, 'request')} to leave would be carried out. Nothing was written.`
      : `${count(asked, 'request')} to leave ${asked === 1 ? 'was' : 'were'} carried out.`,
  );
  const before = number('left-before');
  if (before > 0) output.print(`${count(before, 'request')} came from readers who had left before.`);
  const older = number('older-than-return');
  if (older > 0)
    output.print(`${count(older, 'request')} came from readers who have come back since, and stay on the list.`);
  const returned = number('returned');
  if (returned > 0) output.print(`${count(returned, 'reader')} came back by the link in our mail.`);
  const written = answers.filter(({ kind }) => kind === 'written').length;
  if (written > 0) output.print(`${count(written, 'reader')} got a mail about it.`);
  printNotWritten(answers, output);
}

/** Mails to readers that were not written are not tried again, so somebody has to know. */
function printNotWritten(answers: ReadMailboxResult['answers'], output: Output): void {
  const reasons = answers.flatMap((answer) => (answer.kind === 'not-written' ? [answer.reason] : []));
  if (reasons.length === 0) return;
  const mails = count(reasons.length, 'mail');
  output.print(
    output.colours.yellow(
      `${mails} to readers could not be written, and will not be tried again: ${reasons[0] ?? ''} Their requests stand.`,
    ),
  );
}

function printNotes({ entries }: ReadMailboxResult, output: Output): void {
  const number = (kind: ReadMailboxEntry['kind']) =>
    entries.filter((entry) => entry.kind === kind && entry.outcome === undefined).length;
  const replies = number('auto-reply');
  if (replies > 0) output.print(`${count(replies, 'automatic reply', 'automatic replies')}: nothing to do.`);
  const others = number('other');
  if (others > 0)
    output.print(`${count(others, 'other mail')}: nothing was done with ${others === 1 ? 'it' : 'them'}.`);
}

/**
 * Prints one mail that a person has to act on: when it arrived, from whom, about what, where it is, and why it is
 * listed.
 */
function printMail(entry: ReadMailboxEntry, output: Output): void {
  const { described, command } = entry;
  const head =
    described === undefined
      ? []
      : [
          described.date?.slice(0, 10) ?? 'without a date',
          described.sender ?? 'without a sender',
          described.subject === '' ? '(no subject)' : `"${described.subject}"`,
        ];
  output.print(`  ${[...head, locationOf(entry)].join(', ')}`);
  output.print(`    It ${entry.reason}.`);
  if (command !== undefined) output.print(`    ${command}`);
}

function printList(entries: readonly ReadMailboxEntry[], title: string, output: Output): void {
  if (entries.length === 0) return;
  output.print(output.colours.yellow(title));
  for (const entry of entries.slice(0, MAX_LISTED)) printMail(entry, output);
  if (entries.length > MAX_LISTED)
    output.print(`  … and ${String(entries.length - MAX_LISTED)} more; --json lists them all.`);
}

/** Prints what the program does not decide, so that nobody who asks for something is overlooked. */
function printForPeople({ entries }: ReadMailboxResult, output: Output): void {
  const erase = entries.filter(({ kind }) => kind === 'erase');
  printList(
    erase,
    `${count(erase.length, 'mail')} ${erase.length === 1 ? 'asks' : 'ask'} to erase what is known of somebody. A mail alone never erases: look at it, then run the command.`,
    output,
  );
  const open = entries.filter(
    (entry) => entry.kind === 'unclear' || (entry.kind === 'unsubscribe' && entry.outcome === 'nobody'),
  );
  printList(open, `Please look at ${count(open.length, 'mail')} yourself:`, output);
  if (open.length > 0) {
    output.print(
      '  If somebody wants to leave, take them off with "newsletter subscribers unsubscribe" and their address.',
    );
  }
}

/** Returns an entry in the form of `--json`, with what helps a person find a mail that they have to act on. */
function asJson({ file, kind, status, recipient, reason: read, report, described, command }: ReadMailboxEntry) {
  const reason = report === undefined ? read : `${read}; ${report.done}`;
  const action = report?.issue === undefined ? {} : { issue: report.issue, action: report.outcome };
  const toRun = command === undefined ? {} : { command };
  return { file, kind, status, recipient, reason, ...action, ...described, ...toRun };
}

function printResult(result: ReadMailboxResult, dryRun: boolean, output: Output): void {
  output.print(`${count(result.mails, 'mail')} read.`);
  printRequests(result, dryRun, output);
  printReports(result.entries, dryRun, output);
  printNotes(result, output);
  printForPeople(result, output);
}

/** Files are let go of at once. A server is said goodbye to, after the mails that were fetched were acted on. */
function endingOf(paths: readonly string[]): Ending {
  return paths.length === 0 || paths.some((given) => /^imaps?:/i.test(given)) ? 'gracefully' : 'at-once';
}

/** `newsletter mailbox`: carries out requests to unsubscribe, and acts on bounces and complaints. */
export function mailboxCommand(run: Run): Command {
  return withCommonOptions(new Command('mailbox'))
    .argument(
      '[path...]',
      'a Maildir, an mbox file, .eml files or a folder of them; - for standard input; imaps://user@host/Folder for a mailbox on a server (default: NEWSLETTER_IMAP_URL)',
    )
    .option('--dry-run', 'say what would be done, and write nothing')
    .option('--again', 'also read the mails on a server that were read before')
    .addOption(
      new Option('--watch', 'keep reading: act on each mail on a server soon after it arrives').conflicts('json'),
    )
    .addOption(
      new Option('--events', 'with --watch: print each mail as one JSON object a line').implies({ quiet: true }),
    )
    .summary('act on mails that ask to leave or came back')
    .description('read a mailbox: take off the list who asks for it, and suppress addresses that are gone or complain')
    .action((paths: readonly string[], options: MailboxOptions) =>
      run(options, endingOf(paths), async ({ output, request, signal }) => {
        const { openWorkspace } = await import('../../app/workspace/open-workspace.js');
        const { configuration } = openWorkspace(request);
        const dryRun = options.dryRun === true;
        const reading = {
          configuration,
          paths,
          from: request.from,
          standardInput: process.stdin,
          environment: request.environment,
          dryRun,
          again: options.again === true,
          onNote: output.note,
          signal,
          now: () => new Date(),
        };
        if (options.watch === true) {
          const { watchMailbox } = await import('../../app/inbound/watch-mailbox.js');
          output.note('Reading, and waiting for mail. Ctrl-C ends it.');
          const onRound = (result: ReadMailboxResult) => {
            if (options.events === true)
              for (const entry of result.entries) writeOutput(process.stdout, `${visibleJson(asJson(entry))}\n`);
            else if (result.mails > 0) printResult(result, dryRun, output);
          };
          await watchMailbox({ ...reading, onRound });
          return 0;
        }
        const { readMailbox } = await import('../../app/inbound/read-mailbox.js');
        const result = await readMailbox(reading);
        if (result.failure === undefined) output.document(result.entries.map(asJson));
        printResult(result, dryRun, output);
        // What was read before is told first: it was acted on, and is not read a second time by itself.
        if (result.failure !== undefined) throw result.failure;
        return 0;
      }),
    );
}
