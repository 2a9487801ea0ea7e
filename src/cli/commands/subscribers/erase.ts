import { Command } from 'commander';
import type { ErasePlan, EraseReport } from '../../../app/subscribers/erase-subscriber.js';
import { NewsletterError } from '../../../model/error.js';
import { askLine } from '../../ask-line.js';
import { withCommonOptions, type CommandContext, type Run } from '../../command-context.js';
import { count } from '../../../model/text/amounts/count.js';
import type { CommonOptions, Output } from '../../output.js';

interface EraseOptions extends CommonOptions {
  readonly yes?: boolean;
  readonly keepFiles?: boolean;
}

/**
 * Asks for confirmation of an erasure; the person has to type the address.
 *
 * @throws NewsletterError `confirmation-missing` when nobody can be asked, or the answer differs.
 */
async function confirmErase(plan: ErasePlan, keepFiles: boolean, { output, signal }: CommandContext): Promise<void> {
  const refusal = (message: string) =>
    new NewsletterError('confirmation-missing', {
      message,
      expected: 'the address, typed by a person, or --yes',
      help: 'Nothing was erased. What is erased cannot be brought back.',
    });
  if (!process.stdin.isTTY || !process.stderr.isTTY || output.json) {
    throw refusal('This erases somebody for good, and there is nobody to ask.');
  }
  if (plan.files.length > 0 && !keepFiles) {
    output.note(`Their lines are also taken out of ${plan.files.join(', ')} (not with --keep-files).`);
  }
  const answer = await askLine(`This erases ${plan.address} for good. Type the address to go on: `, signal);
  if (answer?.trim().toLowerCase() !== plan.address.toLowerCase()) throw refusal('The erasure was not confirmed.');
}

function printErase(address: string, report: EraseReport, output: Output): void {
  const { people, removedFiles, changedFiles, remainingFiles } = report;
  output.print(`${address} is erased, and no import brings it back.`);
  if (people > 1) output.print(`${String(people)} people shared the address; all of them are erased.`);
  if (removedFiles.length > 0) output.print(`${count(removedFiles.length, 'message')} removed from the outbox.`);
  for (const { file, records } of changedFiles) output.print(`${count(records, 'line')} taken out of ${file}.`);
  if (remainingFiles.length > 0) {
    output.print(output.colours.yellow('The address still stands in files that are yours to change:'));
    for (const file of remainingFiles) output.print(`  ${file}`);
  }
  if (!report.compacted) {
    output.print(
      'Another program has the database open. Run the command again when it has ended, to free the last bytes.',
    );
  }
}

/** `newsletter subscribers erase`: erases a person for good. */
export function eraseCommand(run: Run): Command {
  return withCommonOptions(new Command('erase'))
    .alias('forget')
    .argument('<address>', 'the e-mail address')
    .option('--yes', 'do not ask')
    .option('--keep-files', 'leave CSV files in the workspace as they are, and only name those with the address')
    .description('erase a person for good: database, outbox, caches, and their lines in CSV files of the workspace')
    .action((address: string, options: EraseOptions) =>
      run(options, 'at-once', async (context) => {
        const { output, request } = context;
        const { openWorkspace } = await import('../../../app/workspace/open-workspace.js');
        const { eraseAddressEverywhere, planToErase } = await import('../../../app/subscribers/erase-subscriber.js');
        const { configuration } = openWorkspace(request);
        const keepFiles = options.keepFiles === true;
        if (options.yes !== true) await confirmErase(await planToErase(configuration, address), keepFiles, context);
        const report = await eraseAddressEverywhere({ configuration, address, keepFiles, now: () => new Date() });
        output.document(report);
        printErase(address, report, output);
        return report.compacted && (keepFiles || report.remainingFiles.length === 0) ? 0 : 1;
      }),
    );
}
