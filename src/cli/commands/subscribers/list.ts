import { Command, Option } from 'commander';
import { SUBSCRIBER_STATES, type Subscriber, type SubscriberState } from '../../../model/send/subscriber.js';
import { withCommonOptions, type Run } from '../../command-context.js';
import { count } from '../../../model/text/amounts/count.js';
import type { CommonOptions } from '../../output.js';
import { repeated } from '../../repeated.js';

/** Options that select subscribers. */
export interface FilterOptions extends CommonOptions {
  readonly state?: SubscriberState;
  readonly tag?: readonly string[];
  readonly language?: string;
}

/** Adds the options that select subscribers. */
export function withFilterOptions(command: Command): Command {
  return withCommonOptions(command)
    .addOption(new Option('--state <state>', 'only those in this state').choices(SUBSCRIBER_STATES))
    .option('--tag <tag>', 'only those with this tag, or with one of several (can be repeated)', repeated)
    .option('--language <code>', 'only those who read in this language');
}

/** A subscriber for programs: every field but the number of the row, `null` where there is no value. */
function subscriberDocument(subscriber: Subscriber): Readonly<Record<string, unknown>> {
  const fields = Object.entries(subscriber).filter(([name]) => name !== 'id');
  return Object.fromEntries(fields.map(([name, value]: [string, unknown]) => [name, value ?? null]));
}

/** `newsletter subscribers list`. */
export function listCommand(run: Run): Command {
  return withFilterOptions(new Command('list'))
    .description('list the subscribers')
    .action((options: FilterOptions) =>
      run(options, 'at-once', async ({ output, request }) => {
        const { openWorkspace } = await import('../../../app/workspace/open-workspace.js');
        const { listSubscribers } = await import('../../../app/subscribers/list-subscribers.js');
        const { configuration } = openWorkspace(request);
        const { state, tag: tags, language: written } = options;
        const subscribers = await listSubscribers({ configuration, state, tags, language: written });
        output.document(subscribers.map(subscriberDocument));
        for (const { email, name, state } of subscribers) {
          const shown = state === 'active' ? '' : output.colours.dim(` (${state})`);
          output.print(`${email}${name === undefined ? '' : `  ${name}`}${shown}`);
        }
        output.note(count(subscribers.length, 'subscriber'));
        return 0;
      }),
    );
}
