import { Command, Option } from 'commander';
import { hasErrors } from '../../../model/finding.js';
import { withCommonOptions, type Run } from '../../command-context.js';
import type { CommonOptions } from '../../output.js';
import { printAnnotations } from '../../print/print-annotations.js';
import { printFindings, summarise } from '../../print/print-findings.js';

interface CheckOptions extends CommonOptions {
  readonly format: 'text' | 'github';
  readonly online?: boolean;
}

/** `newsletter check`: checks an issue and says what to fix. */
export function checkCommand(run: Run): Command {
  return withCommonOptions(new Command('check'))
    .argument('[issue]', 'such as 2020-12 (default: the newest)')
    .summary('check contributions and say what to fix')
    .description("check an issue's contributions and say what to fix")
    .addOption(new Option('--format <format>', 'how findings are printed').choices(['text', 'github']).default('text'))
    .option('--online', 'ask the web sites as well whether the links answer (otherwise nothing is fetched)')
    .action((issue: string | undefined, options: CheckOptions) =>
      run(options, 'at-once', async ({ output, request }) => {
        const { openWorkspace } = await import('../../../app/workspace/open-workspace.js');
        const { checkIssue } = await import('../../../app/issue/check/check-issue.js');
        const checked = await checkIssue(openWorkspace(request), {
          issue,
          pictures: 'decode',
          keepPassing: false,
          online: options.online === true ? {} : undefined,
          onProgress: output.progress,
        });
        const { findings, contributions } = checked;
        output.document({ issue: checked.issue, contributions, findings });
        if (options.format === 'github') printAnnotations(findings, output);
        else printFindings(findings, output);
        output.print(`Issue ${checked.issue}: ${summarise(findings, contributions)}`);
        return hasErrors(findings) ? 1 : 0;
      }),
    );
}
