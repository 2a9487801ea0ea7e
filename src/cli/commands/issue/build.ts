import path from 'node:path';
import { Command } from 'commander';
import { hasErrors } from '../../../model/finding.js';
import { sizeWords } from '../../../model/text/amounts/size-words.js';
import { withCommonOptions, type Run } from '../../command-context.js';
import type { CommonOptions } from '../../output.js';
import { printFindings, summarise } from '../../print/print-findings.js';

interface BuildOptions extends CommonOptions {
  readonly out?: string;
}

/** `newsletter build`: checks an issue and writes all its editions, or nothing. */
export function buildCommand(run: Run): Command {
  return withCommonOptions(new Command('build'))
    .argument('[issue]', 'such as 2020-12 (default: the newest)')
    .option('--out <folder>', 'write to exactly this folder (default: out/<issue>)')
    .summary('check an issue, write its e-mail and web edition')
    .description('check an issue and write its e-mail and web edition')
    .action((issue: string | undefined, options: BuildOptions) =>
      run(options, 'at-once', async ({ output, request }) => {
        const { openWorkspace } = await import('../../../app/workspace/open-workspace.js');
        const { buildIssue } = await import('../../../app/builds/build-issue.js');
        const { outFolder, writeBuild } = await import('../../../app/builds/write-build.js');
        const workspace = openWorkspace(request);
        const built = await buildIssue(workspace, { issue, onProgress: output.progress });
        const { findings, checked } = built;
        const { contributions } = checked;
        const summary = `Issue ${checked.issue}: ${summarise(findings, contributions)}`;
        if (hasErrors(findings)) {
          output.document({ issue: checked.issue, built: false, contributions, findings });
          printFindings(findings, output);
          output.print(summary);
          output.note('Nothing was written; the earlier build, if there is one, is as it was.');
          return 1;
        }
        const { root } = workspace.configuration;
        const folder =
          options.out === undefined ? outFolder(root, checked.issue) : path.resolve(request.from, options.out);
        const { manifest } = writeBuild(built, folder);
        const { outputs } = manifest;
        output.document({ issue: checked.issue, built: true, folder, outputs, contributions, findings });
        printFindings(findings, output);
        output.print(summary);
        const shown = path.relative(request.from, folder) || '.';
        const size = (name: string) => sizeWords(outputs.find(({ path: file }) => file === name)?.bytes ?? 0);
        output.print(
          `  ${path.join(shown, 'email.html')}  the e-mail, to look at in a browser (${size('email.html')})`,
        );
        output.print(`  ${path.join(shown, 'email.txt')}  the e-mail as text (${size('email.txt')})`);
        output.print(`  ${path.join(shown, 'web', 'index.html')}  the web edition (${size('web/index.html')})`);
        return 0;
      }),
    );
}
