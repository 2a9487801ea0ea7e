import { Command, InvalidArgumentError } from 'commander';
import type { UndoImportRequest, UndoReport } from '../../../app/subscribers/undo-import.js';
import { NewsletterError } from '../../../model/error.js';
import { askLine } from '../../ask-line.js';
import { withCommonOptions, type CommandContext, type Run } from '../../command-context.js';
import { CONSENT_WORDS } from '../../print/consent-words.js';
import { count } from '../../../model/text/amounts/count.js';
import type { CommonOptions, Output } from '../../output.js';

interface UndoOptions extends CommonOptions {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
}

function importNumber(written: string): number {
  if (!/^[1-9]\d{0,8}$/.test(written)) {
    throw new InvalidArgumentError('Write the number that "newsletter subscribers imports" shows, such as 3.');
  }
  return Number(written);
}

type PrintLine = (line: string) => void;

function nameOf({ import: number, file }: UndoReport): string {
  return `Import ${String(number)} (${file})`;
}

/** Prints what the undo did, or would do. */
function describeUndo(report: UndoReport, say: PrintLine): void {
  const { removed, restored, lifted, kept, gone } = report;
  const people = (number: number) => count(number, 'person', 'people');
  say(`  ${people(removed)} who came with it: off the list, as if they had never come.`);
  if (restored > 0) say(`  ${people(restored)} whom it had taken off: back as they were before.`);
  if (lifted > 0) say(`  ${count(lifted, 'address', 'addresses')} that it had blocked: no longer blocked.`);
  if (gone > 0) say(`  ${people(gone)} of it had been erased before.`);
  if (kept > 0) say(`  ${people(kept)} kept, because something happened to them since:`);
  for (const { email, state, action, at, source } of report.keptPeople) {
    say(`    ${email} (${state}): ${CONSENT_WORDS[action]}, ${at.slice(0, 10)} (${source})`);
  }
  if (kept > report.keptPeople.length) say(`    and ${String(kept - report.keptPeople.length)} more`);
  describeMailed(report, say);
  for (const later of report.laterImports) {
    say(
      `  Import ${String(later.import)} (${later.file}) found ${people(later.unchanged)} on the list already. Who of them came only with import ${String(report.import)} is missing now: import ${later.file} again.`,
    );
  }
}

function describeMailed({ mailed }: UndoReport, say: PrintLine): void {
  if (mailed.people === 0) return;
  say(
    `  ${count(mailed.people, 'person', 'people')} of those were sent ${mailed.issues.join(', ')} meanwhile. The ledger keeps that, and their links to leave still count: then no import brings them back.`,
  );
}

/**
 * Shows what the undo would do, and asks for confirmation.
 *
 * @throws NewsletterError `confirmation-missing` when nobody can be asked, or the answer differs.
 */
async function confirmUndo(request: UndoImportRequest, { output, signal }: CommandContext): Promise<void> {
  const { undoImport } = await import('../../../app/subscribers/undo-import.js');
  const plan = await undoImport({ ...request, dryRun: true });
  if (plan.outcome === 'undone-before') return;
  const refusal = (message: string) =>
    new NewsletterError('confirmation-missing', {
      message,
      expected: 'yes, typed by a person, or --yes',
      help: 'Nothing was done. Look at it with --dry-run.',
    });
  if (!process.stdin.isTTY || !process.stderr.isTTY || output.json) {
    throw refusal(`This undoes import ${String(plan.import)}, and there is nobody to ask whether that is meant.`);
  }
  output.note(`To undo: ${nameOf(plan)}, of ${plan.at.slice(0, 10)}`);
  describeUndo(plan, output.note);
  const answer = await askLine(`Type yes to undo import ${String(plan.import)}: `, signal);
  if (answer?.trim().toLowerCase() !== 'yes') throw refusal('The undo was not confirmed.');
}

function printUndo(report: UndoReport, dryRun: boolean, output: Output): void {
  if (report.outcome === 'undone-before') {
    output.print(`${nameOf(report)} was undone already, on ${report.undoneAt.slice(0, 10)}. Nothing was done now.`);
    return;
  }
  output.print(dryRun ? `${nameOf(report)} would be undone. Nothing was done now:` : `${nameOf(report)} is undone.`);
  describeUndo(report, output.print);
}

/** `newsletter subscribers undo`: undoes an import. */
export function undoCommand(run: Run): Command {
  return withCommonOptions(new Command('undo'))
    .argument('<import>', 'its number, as "subscribers imports" shows it', importNumber)
    .option('--dry-run', 'only say what would be done')
    .option('--yes', 'do not ask')
    .description('undo exactly what one import did; people who acted since stay as they are')
    .action((number: number, options: UndoOptions) =>
      run(options, 'at-once', async (context) => {
        const { output } = context;
        const { openWorkspace } = await import('../../../app/workspace/open-workspace.js');
        const { undoImport } = await import('../../../app/subscribers/undo-import.js');
        const { configuration } = openWorkspace(context.request);
        const dryRun = options.dryRun === true;
        const request = { configuration, number, now: () => new Date() };
        if (!dryRun && options.yes !== true) await confirmUndo(request, context);
        const report = await undoImport({ ...request, dryRun });
        output.document({ dryRun, ...report });
        printUndo(report, dryRun, output);
        return 0;
      }),
    );
}
