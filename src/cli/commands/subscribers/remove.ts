import { Command } from 'commander';
import { withCommonOptions, type Run } from '../../command-context.js';
import type { CommonOptions } from '../../output.js';

/** `newsletter subscribers remove`. */
export function removeCommand(run: Run): Command {
  return withCommonOptions(new Command('remove'))
    .argument('<address>', 'the e-mail address')
    .description('take one subscriber off the list, for good as far as imports go')
    .action((email: string, options: CommonOptions) =>
      run(options, 'at-once', async ({ output, request }) => {
        const { openWorkspace } = await import('../../../app/open-workspace.js');
        const { removeSubscriber } = await import('../../../app/remove-subscriber.js');
        const { configuration } = openWorkspace(request);
        const result = await removeSubscriber({ configuration, email, now: () => new Date() });
        output.document(result);
        const words = { removed: 'is off the list now', unchanged: 'was off the list already' };
        output.print(`${result.subscriber.email} ${words[result.outcome]}.`);
        return 0;
      }),
    );
}
