import { Command } from 'commander';
import { SUBSCRIBER_STATES } from '../../../model/send/subscriber.js';
import { withCommonOptions, type Run } from '../../command-context.js';
import type { CommonOptions, Output } from '../../output.js';

function printTable(title: string, rows: readonly (readonly [name: string, value: string])[], output: Output): void {
  if (rows.length === 0) return;
  const width = Math.max(...rows.map(([name]) => name.length));
  output.print(title);
  for (const [name, value] of rows) output.print(`  ${name.padEnd(width)}  ${value.padStart(7)}`);
}

/** `newsletter subscribers stats`: the list in numbers. */
export function statsCommand(run: Run): Command {
  return withCommonOptions(new Command('stats'))
    .description('the list in numbers: states, languages, tags, and growth by month')
    .action((options: CommonOptions) =>
      run(options, 'at-once', async ({ output, request }) => {
        const { openWorkspace } = await import('../../../app/workspace/open-workspace.js');
        const { subscriberStatistics } = await import('../../../app/subscribers/subscriber-statistics.js');
        const statistics = await subscriberStatistics(openWorkspace(request).configuration);
        output.document(statistics);
        const { states, languages, tags, growth } = statistics;
        printTable(
          'Subscribers',
          SUBSCRIBER_STATES.map((state) => [state, String(states[state])]),
          output,
        );
        printTable(
          'Languages of the active ones',
          languages.map(({ language, count }) => [language ?? 'not known', String(count)]),
          output,
        );
        printTable(
          'Tags of the active ones',
          tags.map(({ tag, count }) => [tag, String(count)]),
          output,
        );
        printTable(
          'By month: joined and left',
          growth.map(({ month, joined, left }) => [month, `+${String(joined)}  −${String(left)}`]),
          output,
        );
        return 0;
      }),
    );
}
