import { Command, Option } from 'commander';
import type { ListedSuppression } from '../../../app/suppressions/list-suppressions.js';
import { SUPPRESSION_REASONS, type SuppressionReason } from '../../../model/send/suppression.js';
import { count } from '../../../model/text/amounts/count.js';
import { withCommonOptions, type Run } from '../../command-context.js';
import type { CommonOptions, Output } from '../../output.js';

interface ListOptions extends CommonOptions {
  readonly waiting?: boolean;
  readonly reason?: SuppressionReason;
}

function printSuppression(suppression: ListedSuppression, { print, colours }: Output): void {
  const { address, reason, since, note, event, askedAgainAt } = suppression;
  const facts = [
    ...(event === null ? [] : [[`issue ${event.issue}`, event.status].filter((fact) => fact !== null).join(', ')]),
    ...(note === null ? [] : [`“${note}”`]),
    ...(askedAgainAt === null ? [] : [`asked again on ${askedAgainAt.slice(0, 10)}`]),
  ];
  const who = address ?? colours.dim('(address not stored)');
  print(`${since.slice(0, 10)}  ${reason.padEnd(12)}  ${who}${facts.map((fact) => `  ${colours.dim(fact)}`).join('')}`);
}

/** `newsletter suppressions list`. */
export function listCommand(run: Run): Command {
  return withCommonOptions(new Command('list'))
    .option('--waiting', 'only those who asked for the newsletter again, and wait for you')
    .addOption(new Option('--reason <reason>', 'only those with this reason').choices(SUPPRESSION_REASONS))
    .description('list the addresses that must not be mailed, the newest first')
    .action((options: ListOptions) =>
      run(options, 'at-once', async ({ output, request }) => {
        const { openWorkspace } = await import('../../../app/workspace/open-workspace.js');
        const { listSuppressions } = await import('../../../app/suppressions/list-suppressions.js');
        const { configuration } = openWorkspace(request);
        const { waiting, reason } = options;
        const suppressions = await listSuppressions({ configuration, waiting, reason });
        output.document(suppressions);
        for (const suppression of suppressions) printSuppression(suppression, output);
        output.note(count(suppressions.length, 'suppression'));
        return 0;
      }),
    );
}
