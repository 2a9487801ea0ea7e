import type { SendIssueResult } from '../../app/send/send-issue.js';
import { isSendComplete } from '../../model/send/delivery.js';
import { count } from '../../model/text/amounts/count.js';
import type { Output } from '../output.js';
import { asNewsletterError, printInWords } from '../print/print-error.js';
import { printPreflight } from './print-preflight.js';
import { printReport } from '../print/print-report.js';
import { timeOf } from './send-progress.js';

type SendOutcomeView = Extract<SendIssueResult, { kind: 'sent' }>;
type DryRun = Extract<SendIssueResult, { kind: 'dry-run' }>;

const INCOMPLETE = 3;
const REFUSED = 4;

/** Prints the result of a send, and returns the exit code. */
export function printSendResult(result: SendIssueResult, output: Output): number {
  switch (result.kind) {
    case 'test':
      return printCopies(result, output);
    case 'dry-run':
      return printDryRun(result, output);
    case 'not-begun':
      output.document(result.plan.report);
      output.note(
        result.plan.begun ? 'Stopped: nothing more was sent.' : 'Stopped: nothing was sent, and no send has begun.',
      );
      return 0;
    case 'sent':
      return printSent(result, output);
  }
}

function printCopies({ copies }: Extract<SendIssueResult, { kind: 'test' }>, output: Output): number {
  output.document({ copies });
  for (const { address, outcome } of copies) {
    const reason = 'reason' in outcome ? `: ${outcome.reason}` : '.';
    output.print(`Test copy for ${address}: ${outcome.outcome}${reason}`);
  }
  return copies.every(({ outcome }) => outcome.outcome === 'submitted') ? 0 : INCOMPLETE;
}

function printDryRun(result: DryRun, output: Output): number {
  const { report, preflight } = result;
  output.document({ ...report, preflight });
  printPreflight(result, output);
  const what = report.kind === 'rehearsal' ? 'A rehearsal' : 'A send';
  const left = result.nothingLeft
    ? 'nothing left to send'
    : `${count(result.outgoing + result.deferred, 'message')} would go out`;
  output.print(
    `${what} of issue ${report.issue} to ${count(report.audience, 'subscriber')}: ${left}. Nothing was written.`,
  );
  return preflight.some((one) => one.result === 'refused') ? REFUSED : 0;
}

function printSent(result: SendOutcomeView, output: Output): number {
  const { report } = result;
  const failure = result.failure === undefined ? undefined : asNewsletterError(result.failure);
  output.document(failure === undefined ? report : { ...report, error: errorOf(failure) });
  if (result.nothingLeft && isSendComplete(report)) {
    const what = report.kind === 'rehearsal' ? 'rehearsal' : 'send';
    output.print(
      result.cancelledAt === undefined
        ? `Issue ${report.issue}: nothing left. All ${count(report.audience, 'message')} of this ${what} are done.`
        : `Issue ${report.issue}: nothing left. This send was cancelled on ${result.cancelledAt.slice(0, 10)}; ${count(report.submitted, 'subscriber')} got it.`,
    );
    if (report.kind === 'rehearsal')
      output.note('To rehearse once more with the present build and subscribers, add --again.');
    return 0;
  }
  printReport(report, output);
  printWhatNext(result, output);
  if (failure !== undefined && !output.json) {
    output.endProgress();
    printInWords(failure);
  }
  return isSendComplete(report) ? 0 : INCOMPLETE;
}

function errorOf({ code, message, expected, help }: ReturnType<typeof asNewsletterError>) {
  return { code, message, expected, help };
}

/** What a person can do about the deliveries that were not submitted. */
function printWhatNext({ report, retryAt, interrupted, failure, noneToRetry }: SendOutcomeView, output: Output): void {
  if (retryAt !== undefined && !interrupted && failure === undefined) {
    output.print(
      `Some could not be taken yet. Run the same command again after ${timeOf(retryAt)}, or add --wait 60 to have it wait.`,
    );
  }
  if (noneToRetry) {
    output.print(
      'None of those who failed can be tried once more: they are not on the list any more. Why: "newsletter report".',
    );
  } else if (report.failed > 0)
    output.print('Why some failed: "newsletter report". Once more: "newsletter send --only failed".');
  if (report.uncertain > 0) output.print('Who is uncertain: "newsletter send --uncertain list".');
}
