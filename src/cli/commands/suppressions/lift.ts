import { Command } from 'commander';
import type { LiftResult } from '../../../app/suppressions/lift-suppression.js';
import { withCommonOptions, type Run } from '../../command-context.js';
import type { CommonOptions } from '../../output.js';

interface LiftOptions extends CommonOptions {
  readonly reason: string;
  readonly dryRun?: boolean;
}

function liftWords({ outcome, address, people }: LiftResult, dryRun: boolean): string {
  if (outcome === 'unchanged') return `${address} is not suppressed: there is nothing to lift.`;
  if (outcome === 'asked-again') {
    return `${address} ${dryRun ? 'could be' : 'can be'} asked to confirm. They get the newsletter once they fill in the form again and confirm it: please tell them so.`;
  }
  const states = [...new Set(people.map(({ state }) => state))].join(', ');
  const onList = people.length === 0 ? 'nobody on the list has it' : `on the list: ${states}`;
  return `The suppression of ${address} ${dryRun ? 'would be' : 'is'} lifted; ${onList}.`;
}

/** `newsletter suppressions lift`. */
export function liftCommand(run: Run): Command {
  return withCommonOptions(new Command('lift'))
    .argument('<address>', 'the e-mail address')
    .requiredOption('--reason <text>', 'why, in your words')
    .option('--dry-run', 'only say what would be done')
    .description('mail an address again; after a complaint or an erasure its reader has to ask for it first')
    .action((address: string, options: LiftOptions) =>
      run(options, 'at-once', async ({ output, request }) => {
        const { openWorkspace } = await import('../../../app/workspace/open-workspace.js');
        const { liftByHand } = await import('../../../app/suppressions/lift-suppression.js');
        const { configuration } = openWorkspace(request);
        const { reason } = options;
        const dryRun = options.dryRun === true;
        const result = await liftByHand({ configuration, address, reason, dryRun, now: () => new Date() });
        output.document({ dryRun, ...result });
        output.print(liftWords(result, dryRun));
        return 0;
      }),
    );
}
