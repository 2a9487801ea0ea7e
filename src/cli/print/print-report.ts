import type { SendReport } from '../../model/send/delivery.js';
import { count } from '../../model/text/amounts/count.js';
import type { Output } from '../output.js';

/** Prints the ledger of a send in numbers, without zeros that need no action. */
export function printReport(report: SendReport, output: Output): void {
  const what = report.kind === 'rehearsal' ? 'Rehearsal' : 'Send';
  output.print(`${what} of issue ${report.issue}, ${count(report.audience, 'subscriber')}:`);
  const where =
    report.kind === 'rehearsal' ? `written to outbox/${report.issue}/` : 'the transport took responsibility';
  const rows: readonly (readonly [name: string, number: number, words: string])[] = [
    ['submitted', report.submitted, where],
    ['pending', report.pending, 'not taken yet: run the command again'],
    ['failed', report.failed, 'refused for good'],
    ['uncertain', report.uncertain, 'nobody can tell whether it was taken; never sent again by itself'],
    ['skipped', report.skipped, 'passed over: left the list since, or left out by you'],
  ];
  for (const [name, number, words] of rows) {
    if (number > 0 || name === 'submitted')
      output.print(`  ${name.padEnd(10)} ${String(number).padStart(6)}  ${output.colours.dim(words)}`);
  }
}
