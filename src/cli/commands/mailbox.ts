import { Command } from 'commander';
import type { ReadMailboxEntry, ReadMailboxResult } from '../../app/read-mailbox.js';
import { withCommonOptions, type Run } from '../command-context.js';
import { count } from '../count.js';
import type { CommonOptions, Output } from '../output.js';

interface MailboxOptions extends CommonOptions {
  readonly dryRun?: boolean;
}

const SHOWN = 20;

/** A file's name on one line, with its mail's place in it. */
function placeOf({ file, place }: ReadMailboxEntry): string {
  const name = file.replace(/\p{C}/gu, '?');
  return place === undefined ? name : `${name}, mail ${String(place)}`;
}

function printRequests({ entries }: ReadMailboxResult, dryRun: boolean, output: Output): void {
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
}

function printNotes({ entries }: ReadMailboxResult, output: Output): void {
  const number = (kind: ReadMailboxEntry['kind']) =>
    entries.filter((entry) => entry.kind === kind && entry.outcome === undefined).length;
  const bounced = number('permanent') + number('temporary') + number('policy');
  if (bounced > 0) {
    output.print(
      `${count(bounced, 'report')} of mail that did not arrive: ${String(number('permanent'))} for good, ${String(number('temporary'))} for now, ${String(number('policy'))} refused by a rule of the other side.`,
    );
  }
  const complaints = number('complaint');
  if (complaints > 0) output.print(`${count(complaints, 'complaint')}.`);
  if (bounced + complaints > 0) {
    output.print('  These are only counted: this version does not yet take anybody off the list for them.');
  }
  const replies = number('auto-reply');
  if (replies > 0) output.print(`${count(replies, 'automatic reply', 'automatic replies')}: nothing to do.`);
  const others = number('other');
  if (others > 0)
    output.print(`${count(others, 'other mail')}: nothing was done with ${others === 1 ? 'it' : 'them'}.`);
}

/** What the program cannot decide, so that nobody who asks to leave is overlooked. */
function printForPeople({ entries }: ReadMailboxResult, output: Output): void {
  const open = entries.filter(({ outcome }) => outcome === 'nobody' || outcome === 'unclear');
  if (open.length === 0) return;
  output.print(output.colours.yellow(`Please look at ${count(open.length, 'mail')} yourself:`));
  for (const entry of open.slice(0, SHOWN)) output.print(`  ${placeOf(entry)}: ${entry.reason}`);
  if (open.length > SHOWN) output.print(`  … and ${String(open.length - SHOWN)} more; --json lists them all.`);
  output.print(
    '  If somebody wants to leave, take them off with "newsletter subscribers unsubscribe" and their address.',
  );
}

/** `newsletter mailbox`: reads what came back by mail, and carries out the requests to leave. */
export function mailboxCommand(run: Run): Command {
  return withCommonOptions(new Command('mailbox'))
    .argument('<path...>', 'a Maildir, an mbox file, .eml files or a folder of them; - for standard input')
    .option('--dry-run', 'say what would be done, and write nothing')
    .summary('act on mails that ask to leave or came back')
    .description('read a mailbox, and take off the list who asks for it there; mails stay as they are')
    .action((paths: readonly string[], options: MailboxOptions) =>
      run(options, 'at-once', async ({ output, request }) => {
        const { openWorkspace } = await import('../../app/open-workspace.js');
        const { readMailbox } = await import('../../app/read-mailbox.js');
        const { configuration } = openWorkspace(request);
        const dryRun = options.dryRun === true;
        const result = await readMailbox({
          configuration,
          paths,
          from: request.from,
          standardInput: process.stdin,
          dryRun,
          now: () => new Date(),
        });
        output.document(
          result.entries.map(({ file, kind, status, recipient, reason }) => ({
            file,
            kind,
            status,
            recipient,
            reason,
          })),
        );
        output.print(`${count(result.mails, 'mail')} read.`);
        printRequests(result, dryRun, output);
        printNotes(result, output);
        printForPeople(result, output);
        return 0;
      }),
    );
}
