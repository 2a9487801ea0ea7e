import { Command } from 'commander';
import { withCommonOptions, type Run } from '../../command-context.js';
import type { CommonOptions } from '../../output.js';
import { repeated } from '../../repeated.js';

interface AddOptions extends CommonOptions {
  readonly name?: string;
  readonly language?: string;
  readonly tag?: readonly string[];
  readonly consent?: string;
}

/** `newsletter subscribers add`. */
export function addCommand(run: Run): Command {
  return withCommonOptions(new Command('add'))
    .argument('<address>', 'the e-mail address')
    .option('--name <name>', 'how the person is greeted')
    .option('--language <code>', 'such as en, de or uk')
    .option('--tag <tag>', 'a tag (can be repeated)', repeated)
    .option('--consent <text>', 'how and when the person asked for the newsletter')
    .description('add one subscriber')
    .action((email: string, options: AddOptions) =>
      run(options, 'at-once', async ({ output, request }) => {
        const { openWorkspace } = await import('../../../app/workspace/open-workspace.js');
        const { addSubscriber } = await import('../../../app/subscribers/add-subscriber.js');
        const { configuration } = openWorkspace(request);
        const { name, language, tag: tags, consent } = options;
        const now = () => new Date();
        const result = await addSubscriber({ configuration, email, name, language, tags, consent, now });
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
