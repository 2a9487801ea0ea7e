import { Command } from 'commander';
import { withCommonOptions, type Run } from '../../command-context.js';
import type { CommonOptions } from '../../output.js';

/** `newsletter subscribers unsubscribe`. */
export function unsubscribeCommand(run: Run): Command {
  return withCommonOptions(new Command('unsubscribe'))
    .alias('remove')
    .argument('<address>', 'the e-mail address')
    .description('take one subscriber off the list; no import brings them back')
    .action((email: string, options: CommonOptions) =>
      run(options, 'at-once', async ({ output, request }) => {
        const { openWorkspace } = await import('../../../app/workspace/open-workspace.js');
        const { unsubscribeByHand } = await import('../../../app/subscribers/unsubscribe-by-hand.js');
        const { configuration } = openWorkspace(request);
        const result = await unsubscribeByHand({ configuration, email, now: () => new Date() });
        output.document(result);
        const words = { removed: 'is off the list now', unchanged: 'was off the list already' };
        output.print(`${result.subscriber.email} ${words[result.outcome]}.`);
        return 0;
      }),
    );
}
