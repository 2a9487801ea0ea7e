import { Command } from 'commander';
import type { ShownSuppression } from '../../../app/suppressions/show-suppression.js';
import { withCommonOptions, type Run } from '../../command-context.js';
import type { CommonOptions, Output } from '../../output.js';
import { eventLine, liftLines, suppressionWords } from '../../print/suppression-words.js';

function printShown({ address, suppression, people }: ShownSuppression, { print }: Output): void {
  if (suppression === null) {
    print(`${address} is not suppressed.`);
  } else {
    const { reason, since, note, event } = suppression;
    print(`${address} must not be mailed since ${since.slice(0, 10)}: ${suppressionWords(reason)} (${reason}).`);
    if (note !== null) print(`  “${note}”`);
    if (event !== null) print(`  issue ${event.issue}, ${eventLine(event)}`);
    for (const line of liftLines(address, suppression)) print(line);
  }
  if (people.length === 0) print('Nobody on the list has this address.');
  for (const { name, state } of people) print(`On the list: ${name ?? address}, ${state}.`);
}

/** `newsletter suppressions show`: why one address must not be mailed. */
export function showCommand(run: Run): Command {
  return withCommonOptions(new Command('show'))
    .argument('<address>', 'the e-mail address')
    .description('say whether an address must not be mailed, why, and how to lift it')
    .action((address: string, options: CommonOptions) =>
      run(options, 'at-once', async ({ output, request }) => {
        const { openWorkspace } = await import('../../../app/workspace/open-workspace.js');
        const { showSuppression } = await import('../../../app/suppressions/show-suppression.js');
        const shown = await showSuppression(openWorkspace(request).configuration, address);
        output.document(shown);
        printShown(shown, output);
        return 0;
      }),
    );
}
