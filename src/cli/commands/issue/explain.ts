import { Command, Option } from 'commander';
import { withCommonOptions, type Run } from '../../command-context.js';
import type { CommonOptions } from '../../output.js';
import { rulesAsMarkdown } from '../../print/rules-as-markdown.js';

interface ExplainOptions extends CommonOptions {
  readonly format: 'text' | 'markdown';
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}

/** `newsletter explain`: why there is a rule, an example, and how to fix it. */
export function explainCommand(run: Run): Command {
  return withCommonOptions(new Command('explain'))
    .argument('[rule]', 'such as front-matter/value (default: list all rules)')
    .summary('say why there is a rule, and how to fix it')
    .description('say why there is a rule, with an example and how to fix it')
    .addOption(
      new Option('--format <format>', 'how the list of all rules is printed')
        .choices(['text', 'markdown'])
        .default('text'),
    )
    .action((id: string | undefined, options: ExplainOptions) =>
      run(options, 'at-once', async ({ output }) => {
        const { explainRule, listRules } = await import('../../../app/issue/check/explain-rule.js');
        if (id === undefined) {
          const rules = listRules();
          output.document(rules);
          if (options.format === 'markdown') output.printLines(rulesAsMarkdown(rules).trimEnd());
          else for (const rule of rules) output.printLines(`${output.colours.bold(rule.id)}\n${indented(rule.why)}`);
          return 0;
        }
        const { id: name, why, wrong, right } = explainRule(id);
        output.document({ id: name, why, wrong, right });
        output.print(output.colours.bold(name));
        output.printLines(`${why}\n`);
        output.printLines(`${output.colours.red('To be fixed:')}\n${indented(wrong)}\n`);
        output.printLines(`${output.colours.green('Right:')}\n${indented(right)}`);
        return 0;
      }),
    );
}
