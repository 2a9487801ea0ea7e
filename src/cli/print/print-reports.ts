import type { ReadMailboxEntry, ReportAction } from '../../app/inbound/mailbox-entry.js';
import { DELIVERY_REPORT_KINDS, type DeliveryReportKind } from '../../model/send/delivery-report.js';
import { count } from '../../model/text/amounts/count.js';
import type { Output } from '../output.js';

/** How many mails of one sort are listed on a terminal. */
export const MAX_LISTED = 20;

/** Returns a file's name, with its mail's position in it. */
export function locationOf({ file, place }: Pick<ReadMailboxEntry, 'file' | 'place'>): string {
  return place === undefined ? file : `${file}, mail ${String(place)}`;
}

type ReportEntry = ReadMailboxEntry & { readonly report: ReportAction };

function isReport(entry: ReadMailboxEntry): entry is ReportEntry {
  return entry.report !== undefined;
}

const KIND_WORDS: Readonly<Record<DeliveryReportKind, string>> = {
  permanent: 'came back for good',
  temporary: 'came back for now',
  policy: 'refused by a rule of the other side',
  complaint: 'complained about',
};

/** Prints what was done about bounces and complaints, or would be: the sums, and a line for each mail. */
export function printReports(entries: readonly ReadMailboxEntry[], dryRun: boolean, output: Output): void {
  const reports = entries.filter(isReport);
  if (reports.length === 0) return;
  const sums = DELIVERY_REPORT_KINDS.map((kind) => ({
    kind,
    number: reports.filter((entry) => entry.kind === kind).length,
  }));
  const words = sums.flatMap(({ kind, number }) => (number === 0 ? [] : [`${String(number)} ${KIND_WORDS[kind]}`]));
  output.print(`${count(reports.length, 'report')} about messages: ${words.join(', ')}.`);
  printSuppressed(reports, dryRun, output);
  printLines(reports, output);
}

function printSuppressed(reports: readonly ReportEntry[], dryRun: boolean, output: Output): void {
  const suppressed = reports.filter(({ report }) => report.outcome === 'suppressed');
  const complaints = suppressed.filter(({ kind }) => kind === 'complaint').length;
  if (suppressed.length > 0) {
    const addresses = count(suppressed.length, 'address', 'addresses');
    const one = suppressed.length === 1;
    output.print(
      `${addresses} ${dryRun ? 'would not be mailed' : one ? 'is not mailed' : 'are not mailed'} any more; "newsletter suppressions show ADDRESS" says why.`,
    );
  }
  if (complaints > 0) {
    output.print(
      output.colours.yellow(
        `${count(complaints, 'reader')} reported an issue as unwanted. Nobody may be mailed again after that without their own new request.`,
      ),
    );
  }
}

/** What was counted before needs no line of its own. */
function printLines(reports: readonly ReportEntry[], output: Output): void {
  const news = reports.filter(({ report }) => report.outcome !== 'known');
  for (const entry of news.slice(0, MAX_LISTED)) output.print(`  ${lineOf(entry)}`);
  if (news.length > MAX_LISTED)
    output.print(`  … and ${String(news.length - MAX_LISTED)} more; --json lists them all.`);
  const known = reports.length - news.length;
  if (known > 0) output.print(`${count(known, 'report')} ${known === 1 ? 'was' : 'were'} counted before.`);
}

function lineOf(entry: ReportEntry): string {
  const { recipient, status, report } = entry;
  const issue = report.issue === undefined ? undefined : `issue ${report.issue}`;
  const facts = [recipient ?? undefined, issue, status ?? undefined].filter((fact) => fact !== undefined);
  const about = facts.length === 0 ? 'no address' : facts.join(', ');
  return `${about}: ${report.done} (${locationOf(entry)})`;
}
