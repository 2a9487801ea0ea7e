import { Command } from 'commander';
import type { RecordedImport } from '../../../app/subscribers/list-imports.js';
import { withCommonOptions, type Run } from '../../command-context.js';
import { count } from '../../../model/text/amounts/count.js';
import type { CommonOptions, Output } from '../../output.js';

function minuteOf(at: string): string {
  return at.slice(0, 16).replace('T', ' ');
}

function countsOf({ counts }: RecordedImport): string {
  if (counts === null) return '';
  const parts: readonly (readonly [number: number, words: string])[] = [
    [counts.pending, 'pending'],
    [counts.takenOff, 'taken off'],
    [counts.unchanged, 'on the list already'],
    [counts.duplicates, 'twice in the file'],
    [counts.unsubscribed, 'left'],
    [counts.suppressed, 'not to be mailed'],
    [counts.rejected, 'not taken'],
  ];
  const others = parts.filter(([number]) => number > 0).map(([number, words]) => `${String(number)} ${words}`);
  return [`${String(counts.added)} added`, ...others].join(', ');
}

function printImports(imports: readonly RecordedImport[], output: Output): void {
  const recorded = imports.filter(({ number }) => number !== null);
  const before = imports.filter(({ number }) => number === null);
  for (const one of recorded) {
    const undone = one.undoneAt === null ? '' : output.colours.yellow(`  undone ${minuteOf(one.undoneAt)}`);
    output.print(`${String(one.number).padStart(4)}  ${minuteOf(one.at)}  ${one.file}: ${countsOf(one)}${undone}`);
  }
  if (before.length > 0) {
    output.print('From before imports were recorded; these cannot be undone:');
    for (const { file } of before) output.print(`      ${file}`);
  }
  output.note(count(recorded.length, 'import'));
}

/** `newsletter subscribers imports`: what was imported, and when. */
export function importsCommand(run: Run): Command {
  return withCommonOptions(new Command('imports'))
    .description('list the imports, newest first; "undo" takes one back')
    .action((options: CommonOptions) =>
      run(options, 'at-once', async ({ output, request }) => {
        const { openWorkspace } = await import('../../../app/workspace/open-workspace.js');
        const { listImports } = await import('../../../app/subscribers/list-imports.js');
        const imports = await listImports(openWorkspace(request).configuration);
        output.document(imports);
        printImports(imports, output);
        return 0;
      }),
    );
}
