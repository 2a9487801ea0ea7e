import path from 'node:path';
import { Command } from 'commander';
import type { TemplateState } from '../../app/workspace/shipped-templates.js';
import { withCommonOptions, type CommandContext, type Run } from '../command-context.js';
import { count } from '../../model/text/amounts/count.js';
import type { CommonOptions } from '../output.js';

const STATE_WORDS: Record<TemplateState, string> = {
  shipped: '',
  own: 'yours',
  'own-same': 'yours, unchanged',
  'own-only': 'yours only',
};

async function list({ output, request }: CommandContext): Promise<number> {
  const { openWorkspace } = await import('../../app/workspace/open-workspace.js');
  const { listTemplates } = await import('../../app/workspace/shipped-templates.js');
  const templates = listTemplates(openWorkspace(request).configuration.root);
  output.document(
    templates.map(({ name, purpose, state }) => ({ name, purpose, overridden: state.startsWith('own'), state })),
  );
  const nameWidth = Math.max(...templates.map(({ name }) => name.length));
  const stateWidth = Math.max(...templates.map(({ state }) => STATE_WORDS[state].length));
  for (const { name, purpose, state } of templates) {
    const words = STATE_WORDS[state].padEnd(stateWidth);
    const columns = [name.padEnd(nameWidth), ...(stateWidth === 0 ? [] : [output.colours.green(words)]), purpose];
    output.print(columns.join('  '));
  }
  const own = templates.filter(({ state }) => state !== 'shipped').length;
  output.note(
    `${count(templates.length, 'template')}, ${String(own)} of them in the templates folder of this workspace.`,
  );
  return 0;
}

async function copy(name: string, force: boolean, { output, request }: CommandContext): Promise<number> {
  const { openWorkspace } = await import('../../app/workspace/open-workspace.js');
  const { copyTemplate } = await import('../../app/workspace/copy-template.js');
  const copied = copyTemplate(openWorkspace(request).configuration.root, name, force);
  output.document(copied);
  output.print(`${copied.replaced ? 'Replaced' : 'Copied to'} ${path.relative(request.from, copied.file)}`);
  output.print('From now on this file counts. Take it away, and the one that comes with newsletter counts again.');
  return 0;
}

/** `newsletter templates`: lists the files that change the design, and copies them to begin from. */
export function templatesCommand(run: Run): Command {
  const templates = new Command('templates').description('the templates: list them, copy one to change it');
  templates.addCommand(
    withCommonOptions(new Command('list'))
      .description('list every template, what it is, and which are your own')
      .action((options: CommonOptions) => run(options, 'at-once', list)),
  );
  templates.addCommand(
    withCommonOptions(new Command('copy'))
      .argument('<name>', 'such as email/parts/item or palette')
      .option('--force', 'replace a copy that is there already')
      .description('copy a template into your workspace, to change it there')
      .action((name: string, options: CommonOptions & { readonly force?: boolean }) =>
        run(options, 'at-once', (context) => copy(name, options.force === true, context)),
      ),
  );
  return templates;
}
