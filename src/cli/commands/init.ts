import path from 'node:path';
import { Command } from 'commander';
import { withCommonOptions, type Run } from '../command-context.js';
import type { CommonOptions } from '../output.js';

/** `newsletter init`: a new workspace with its first issue. */
export function initCommand(run: Run): Command {
  return withCommonOptions(new Command('init'))
    .argument('[folder]', 'where to make it (default: here)')
    .summary('make a new workspace with a first issue')
    .description('make a new workspace with a first issue')
    .action((folder: string | undefined, options: CommonOptions) =>
      run(options, 'at-once', async ({ output, request }) => {
        const { initWorkspace } = await import('../../app/workspace/init-workspace.js');
        const root = path.resolve(request.from, folder ?? options.workspace ?? '.');
        const files = initWorkspace(root, new Date());
        output.document({ workspace: root, files });
        output.print(`A new workspace in ${root}:`);
        for (const file of files) output.print(`  ${file}`);
        output.print('Next: put your names into newsletter.yaml and members.yaml, then run "newsletter build".');
        return 0;
      }),
    );
}
