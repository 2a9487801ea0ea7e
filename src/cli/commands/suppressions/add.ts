import { Command } from 'commander';
import { withCommonOptions, type Run } from '../../command-context.js';
import type { CommonOptions } from '../../output.js';

interface AddOptions extends CommonOptions {
  readonly reason: string;
  readonly dryRun?: boolean;
}

/** `newsletter suppressions add`. */
export function addCommand(run: Run): Command {
  return withCommonOptions(new Command('add'))
    .argument('<address>', 'the e-mail address')
    .requiredOption('--reason <text>', 'why, in your words')
    .option('--dry-run', 'only say what would be done')
    .description('never mail an address again, whether or not it is on the list')
    .action((address: string, options: AddOptions) =>
      run(options, 'at-once', async ({ output, request }) => {
        const { openWorkspace } = await import('../../../app/workspace/open-workspace.js');
        const { addSuppression } = await import('../../../app/suppressions/add-suppression.js');
        const { configuration } = openWorkspace(request);
        const { reason } = options;
        const dryRun = options.dryRun === true;
        const result = await addSuppression({ configuration, address, reason, dryRun, now: () => new Date() });
        output.document({ dryRun, ...result });
        output.print(
          result.outcome === 'unchanged'
            ? `${result.address} was suppressed already (${result.reason}).`
            : `${result.address} ${dryRun ? 'would not be mailed' : 'is not mailed'} any more.`,
        );
        return 0;
      }),
    );
}
