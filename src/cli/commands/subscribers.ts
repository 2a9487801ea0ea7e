import path from 'node:path';
import { Command, Option } from 'commander';
import type { ImportReport } from '../../app/import-subscribers.js';
import { SUBSCRIBER_STATES, type SubscriberState } from '../../model/subscriber.js';
import { withCommonOptions, type Run } from '../command-context.js';
import { count } from '../count.js';
import type { CommonOptions, Output } from '../output.js';
import { repeated } from '../repeated.js';

interface ListOptions extends CommonOptions {
  readonly state?: SubscriberState;
}

interface AddOptions extends CommonOptions {
  readonly name?: string;
  readonly language?: string;
  readonly tag?: readonly string[];
  readonly consent?: string;
}

function printImport(report: ImportReport, output: Output): void {
  output.print(`${count(report.added, 'subscriber')} added.`);
  const others: readonly (readonly [number: number, words: string])[] = [
    [report.unchanged, 'on the list already, and left as they were'],
    [report.duplicates, 'came twice in the file'],
    [report.unsubscribed, 'left the list before, and stay off it'],
    [report.suppressed, 'must not be mailed again, and stay off the list'],
  ];
  for (const [number, words] of others) if (number > 0) output.print(`${String(number)} ${words}.`);
  const lines = (title: string, remarks: ImportReport['rejected']) => {
    if (remarks.length === 0) return;
    output.print(title);
    for (const { line, written, reason } of remarks) output.print(`  line ${String(line)}: “${written}”: ${reason}`);
  };
  lines(`${count(report.remarks.length, 'line was', 'lines were')} taken, but not in full:`, report.remarks);
  lines(output.colours.red(`${count(report.rejected.length, 'line was', 'lines were')} not taken:`), report.rejected);
}

function importCommand(run: Run): Command {
  return withCommonOptions(new Command('import'))
    .argument('<file.csv>', 'a table with a column of e-mail addresses')
    .description('add everybody in a CSV file; who left before stays off the list')
    .action((file: string, options: CommonOptions) =>
      run(options, 'at-once', async ({ output, request }) => {
        const { openWorkspace } = await import('../../app/open-workspace.js');
        const { importSubscribers } = await import('../../app/import-subscribers.js');
        const { configuration } = openWorkspace(request);
        const report = await importSubscribers({
          configuration,
          file: path.resolve(request.from, file),
          now: () => new Date(),
        });
        output.document(report);
        printImport(report, output);
        return report.rejected.length === 0 ? 0 : 1;
      }),
    );
}

function listCommand(run: Run): Command {
  return withCommonOptions(new Command('list'))
    .addOption(new Option('--state <state>', 'only those in this state').choices(SUBSCRIBER_STATES))
    .description('list the subscribers')
    .action((options: ListOptions) =>
      run(options, 'at-once', async ({ output, request }) => {
        const { openWorkspace } = await import('../../app/open-workspace.js');
        const { listSubscribers } = await import('../../app/list-subscribers.js');
        const { configuration } = openWorkspace(request);
        const subscribers = await listSubscribers({ configuration, state: options.state });
        output.document(
          subscribers.map(({ email, name, state, language, tags }) => ({
            email,
            name: name ?? null,
            state,
            language: language ?? null,
            tags,
          })),
        );
        for (const { email, name, state } of subscribers) {
          const shown = state === 'active' ? '' : output.colours.dim(` (${state})`);
          output.print(`${email}${name === undefined ? '' : `  ${name}`}${shown}`);
        }
        output.note(count(subscribers.length, 'subscriber'));
        return 0;
      }),
    );
}

function addCommand(run: Run): Command {
  return withCommonOptions(new Command('add'))
    .argument('<address>', 'the e-mail address')
    .option('--name <name>', 'how the person is greeted')
    .option('--language <code>', 'such as en, de or uk')
    .option('--tag <tag>', 'a tag (can be repeated)', repeated)
    .option('--consent <text>', 'how and when the person asked for the newsletter')
    .description('add one subscriber')
    .action((email: string, options: AddOptions) =>
      run(options, 'at-once', async ({ output, request }) => {
        const { openWorkspace } = await import('../../app/open-workspace.js');
        const { addSubscriber } = await import('../../app/add-subscriber.js');
        const { configuration } = openWorkspace(request);
        const { name, language, tag: tags, consent } = options;
        const result = await addSubscriber({
          configuration,
          email,
          name,
          language,
          tags,
          consent,
          now: () => new Date(),
        });
        output.document(result);
        const words = {
          added: 'is on the list now',
          unchanged: 'was on the list already',
          returned: 'is back on the list',
        };
        output.print(`${result.subscriber.email} ${words[result.outcome]}.`);
        return 0;
      }),
    );
}

function removeCommand(run: Run): Command {
  return withCommonOptions(new Command('remove'))
    .argument('<address>', 'the e-mail address')
    .description('take one subscriber off the list, for good as far as imports go')
    .action((email: string, options: CommonOptions) =>
      run(options, 'at-once', async ({ output, request }) => {
        const { openWorkspace } = await import('../../app/open-workspace.js');
        const { removeSubscriber } = await import('../../app/remove-subscriber.js');
        const { configuration } = openWorkspace(request);
        const result = await removeSubscriber({ configuration, email, now: () => new Date() });
        output.document(result);
        const words = { removed: 'is off the list now', unchanged: 'was off the list already' };
        output.print(`${result.subscriber.email} ${words[result.outcome]}.`);
        return 0;
      }),
    );
}

/** `newsletter subscribers`: the people on the list. */
export function subscribersCommand(run: Run): Command {
  const command = new Command('subscribers').description('import, list, add and remove subscribers');
  for (const create of [importCommand, listCommand, addCommand, removeCommand]) command.addCommand(create(run));
  return command;
}
