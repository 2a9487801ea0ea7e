import path from 'node:path';
import { Command } from 'commander';
import type { ColumnMapping, ImportReport, ImportTrial } from '../../../app/subscribers/import-subscribers.js';
import { NewsletterError } from '../../../model/error.js';
import { withCommonOptions, type Run } from '../../command-context.js';
import { count } from '../../../model/text/amounts/count.js';
import type { CommonOptions, Output } from '../../output.js';
import { repeated } from '../../repeated.js';
import { confirmImport, printFirstPeople } from './confirm-import.js';

interface ImportOptions extends CommonOptions {
  readonly map?: readonly string[];
  readonly ignore?: readonly string[];
  readonly tag?: readonly string[];
  readonly language?: string;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
}

/** The words of `--map FIELD=COLUMN`; a field can come several times. */
function readMapping(written: readonly string[], fields: readonly string[]): ColumnMapping {
  const columns = new Map<string, readonly string[]>();
  for (const one of written) {
    const sign = one.indexOf('=');
    const field = one.slice(0, Math.max(sign, 0)).trim();
    const column = one.slice(sign + 1).trim();
    if (fields.includes(field) && column !== '') {
      columns.set(field, [...(columns.get(field) ?? []), column]);
      continue;
    }
    throw new NewsletterError('usage', {
      message: `--map ${one} is not understood.`,
      expected: `FIELD=COLUMN, where FIELD is one of: ${fields.join(', ')}`,
      help: 'Write for example --map email="Mail of the office".',
    });
  }
  return Object.fromEntries(columns);
}

function printTrial(trial: ImportTrial, output: Output): void {
  output.print('Nothing was stored. The import would come to this:');
  printImport(trial, output);
  printFirstPeople(trial, output.print);
}

function printImport(report: ImportReport, output: Output): void {
  output.print(`${count(report.added, 'subscriber')} added.`);
  const others: readonly (readonly [number: number, words: string])[] = [
    [report.pending, 'added as pending, until they confirm'],
    [report.unchanged, 'on the list already, and left as they were'],
    [report.duplicates, 'came twice in the file'],
    [report.takenOff, 'taken off the list, since the file says that they left or cannot be reached'],
    [report.unsubscribed, 'left the list before, and stay off it'],
    [report.suppressed, 'must not be mailed again, and stay off the list'],
  ];
  for (const [number, words] of others) if (number > 0) output.print(`${String(number)} ${words}.`);
  const { refusalColumns } = report;
  if (refusalColumns.length > 0) output.print(`Read for who must not be mailed: ${refusalColumns.join(', ')}.`);
  const { positions, others: unused } = report.notStored;
  if (positions.length > 0) output.print(`Never stored, as they tell where somebody was: ${positions.join(', ')}.`);
  if (unused.length > 0) output.print(`Not stored: ${unused.join(', ')}.`);
  const lines = (title: string, remarks: ImportReport['rejected']) => {
    if (remarks.length === 0) return;
    output.print(title);
    for (const { line, written, reason } of remarks) output.print(`  line ${String(line)}: “${written}”: ${reason}`);
  };
  const remarks = report.remarks.length + report.furtherRemarks;
  lines(`${count(remarks, 'line was', 'lines were')} taken, but not in full:`, report.remarks);
  if (report.furtherRemarks > 0) output.print(`  and ${String(report.furtherRemarks)} more`);
  lines(output.colours.red(`${count(report.rejected.length, 'line was', 'lines were')} not taken:`), report.rejected);
}

/** `newsletter subscribers import`. */
export function importCommand(run: Run): Command {
  return withCommonOptions(new Command('import'))
    .argument('<file.csv>', 'a table with a column of e-mail addresses')
    .option('--map <field=column>', 'which column holds what, such as email="Office mail" (can be repeated)', repeated)
    .option('--ignore <column>', 'a column that does not say who must not be mailed (can be repeated)', repeated)
    .option('--tag <tag>', 'a tag for everybody in the file (can be repeated)', repeated)
    .option('--language <code>', 'the language of people who have none in the file')
    .option('--dry-run', 'only say what would be stored')
    .option('--yes', 'do not ask whether the people in the file agreed')
    .description('add everybody in a CSV file; who left before stays off the list')
    .action((file: string, options: ImportOptions) =>
      run(options, 'at-once', async (context) => {
        const { output, request } = context;
        const { openWorkspace } = await import('../../../app/workspace/open-workspace.js');
        const { importSubscribers, tryImport, IMPORT_FIELDS } =
          await import('../../../app/subscribers/import-subscribers.js');
        const mapping = readMapping(options.map ?? [], IMPORT_FIELDS);
        const { configuration } = openWorkspace(request);
        const importing = {
          configuration,
          file: path.resolve(request.from, file),
          mapping,
          ignored: options.ignore,
          tags: options.tag,
          language: options.language,
          now: () => new Date(),
        };
        if (options.dryRun === true) {
          const trial = await tryImport(importing);
          output.document({ dryRun: true, ...trial });
          printTrial(trial, output);
          return trial.rejected.length === 0 ? 0 : 1;
        }
        const agreement = options.yes === true ? undefined : await confirmImport(importing, context);
        const report = await importSubscribers({ ...importing, agreement });
        output.document(report);
        printImport(report, output);
        output.print(
          `This is import ${String(report.import)}. If it was the wrong file: newsletter subscribers undo ${String(report.import)}`,
        );
        return report.rejected.length === 0 ? 0 : 1;
      }),
    );
}
