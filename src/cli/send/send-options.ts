import { InvalidArgumentError, Option, type Command } from 'commander';
import { NewsletterError } from '../../model/error.js';
import type { SendOptions, SkipState } from '../../model/send/send-options.js';
import { isOnTerminal } from '../confirm.js';
import type { CommonOptions } from '../output.js';
import { repeated } from '../repeated.js';

/** The options of `newsletter send` as commander gives them. */
export interface WrittenSendOptions extends CommonOptions {
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

/** What `newsletter send` is asked to do. */
export type SendRequest =
  | { readonly action: 'list-uncertain' }
  | { readonly action: 'skip'; readonly skipState: SkipState; readonly yes: boolean }
  | {
      readonly action: 'send';
      readonly options: SendOptions;
      /** Absent: the configured one. */
      readonly transportName: string | undefined;
      readonly yes: boolean;
      readonly events: boolean;
    };

/** How long a person at a terminal sees the command wait for deferred messages, where `--wait` says nothing else. */
const WAIT_AT_TERMINAL_MINUTES = 5;
const MINUTE_MS = 60_000;

/** @throws NewsletterError `usage` for `--uncertain skip --dry-run`. */
export function parseSendOptions(written: WrittenSendOptions): SendRequest {
  const yes = written.yes === true;
  if (written.uncertain === 'list') return { action: 'list-uncertain' };
  if (written.uncertain === 'skip' || written.cancel === true) {
    if (written.dryRun === true) throw nothingToTry();
    return { action: 'skip', skipState: written.cancel === true ? 'pending' : 'uncertain', yes };
  }
  const options: SendOptions = {
    dryRun: written.dryRun === true,
    testAddresses: written.test ?? [],
    restartRehearsal: written.again === true,
    retryState: written.only ?? (written.uncertain === 'resend' ? 'uncertain' : undefined),
    limit: written.limit,
    waitMs: (written.wait ?? (isOnTerminal() ? WAIT_AT_TERMINAL_MINUTES : 0)) * MINUTE_MS,
  };
  return { action: 'send', options, transportName: written.transport, yes, events: written.events === true };
}

function nothingToTry(): NewsletterError {
  return new NewsletterError('usage', {
    message: '--uncertain skip writes at once, so it cannot be tried with --dry-run.',
    expected: '--uncertain list to see whom it is about, or --uncertain skip alone',
    help: 'Nothing was done. Look at the list first.',
  });
}

function positiveNumber(written: string): number {
  if (!/^[1-9]\d{0,8}$/.test(written)) throw new InvalidArgumentError('Write a whole number from 1 upward.');
  return Number(written);
}

function minutes(written: string): number {
  if (!/^\d{1,5}$/.test(written)) throw new InvalidArgumentError('Write whole minutes, such as 60; 0 does not wait.');
  return Number(written);
}

/** Adds the options of `newsletter send`, and which of them exclude each other. */
export function withSendOptions(command: Command): Command {
  const careful = ['again', 'test', 'dryRun', 'events'];
  return command
    .option('--transport <name>', 'how messages leave (default: the one in newsletter.yaml)')
    .option('--dry-run', 'look at everything, say what would be sent, and write nothing')
    .option('--test <address>', 'send only a test copy to this address (can be repeated)', repeated)
    .option('--yes', 'do not ask before sending')
    .option('--again', 'begin a new rehearsal (outbox only)')
    .option('--limit <number>', 'send at most this number of messages in this run', positiveNumber)
    .option(
      '--wait <minutes>',
      'how long to wait for mailboxes that ask to try later (default: 5 on a terminal)',
      minutes,
    )
    .addOption(
      new Option('--only <which>', 'try only those once more that failed')
        .choices(['failed'])
        .conflicts(['uncertain', 'again', 'test']),
    )
    .addOption(
      new Option('--uncertain <what>', 'subscribers who may or may not have got it')
        .choices(['list', 'resend', 'skip'])
        // All of them or none: a delivery that was left over would go out with the next run, without a question.
        .conflicts(['again', 'test', 'limit']),
    )
    .addOption(
      new Option('--cancel', 'end a send that has begun: the readers who are left do not get it').conflicts([
        ...careful,
        'limit',
        'only',
        'uncertain',
      ]),
    )
    .addOption(
      new Option('--events', 'print what happens as it happens, one JSON object a line').conflicts(['json', 'test']),
    );
}
