import { Command } from 'commander';
import { withCommonOptions, type Run } from '../../command-context.js';
import { count } from '../../../model/text/amounts/count.js';
import type { CommonOptions } from '../../output.js';

interface PurgeOptions extends CommonOptions {
  readonly dryRun?: boolean;
}

/** `newsletter subscribers purge`: erases what is older than the retention times. */
export function purgeCommand(run: Run): Command {
  return withCommonOptions(new Command('purge'))
    .option('--dry-run', 'only say what would be erased')
    .description('erase what is older than the retention times in newsletter.yaml')
    .action((options: PurgeOptions) =>
      run(options, 'at-once', async ({ output, request }) => {
        const { openWorkspace } = await import('../../../app/workspace/open-workspace.js');
        const { purgeSubscribers } = await import('../../../app/subscribers/purge-subscribers.js');
        const { configuration } = openWorkspace(request);
        const dryRun = options.dryRun === true;
        const report = await purgeSubscribers({ configuration, dryRun, now: () => new Date() });
        output.document({ dryRun, ...report });
        const { pendingDays, proofYears } = configuration.subscribers.retention;
        output.print(dryRun ? 'Would be erased:' : 'Erased:');
        output.print(
          `  ${count(report.pending, 'person', 'people')} who did not confirm within ${count(pendingDays, 'day')}`,
        );
        output.print(
          `  ${count(report.left, 'person', 'people')} who left more than ${count(proofYears, 'year')} ago; a keyed hash stays, so that no import brings them back`,
        );
        output.print(`  ${count(report.addressChanges, 'change')} of address that nobody confirmed`);
        return 0;
      }),
    );
}
