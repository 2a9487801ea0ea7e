import { NewsletterError } from '../../model/error.js';
import { isSendComplete, type SendReport } from '../../model/send/delivery.js';
import type { FoundSend } from '../../app/send/open-deliveries.js';
import type { SkipState } from '../../model/send/send-options.js';
import type { CommandContext } from '../command-context.js';
import { confirmByName } from '../confirm.js';
import { count } from '../../model/text/amounts/count.js';
import { printReport } from '../print/print-report.js';
import type { SendRequest } from './send-options.js';

/** `newsletter send --uncertain skip` and `--cancel`: those subscribers do not get the issue any more. */
export async function skipInTerminal(
  { skipState, yes }: Extract<SendRequest, { action: 'skip' }>,
  found: FoundSend,
  { output, signal }: CommandContext,
): Promise<number> {
  const { issue } = found;
  const { skipDeliveries } = await import('../../app/send/open-deliveries.js');
  const report = await skipDeliveries(skipState, found, async (before) => {
    if (before[skipState] === 0) throw nothingToSkip(skipState, issue);
    return yes || confirmByName({ issue, ...wordsFor(skipState, before) }, output, signal);
  });
  if (report === undefined) return 0;
  output.document(report);
  printReport(report, output);
  return isSendComplete(report) ? 0 : 3;
}

function wordsFor(skipState: SkipState, report: SendReport) {
  const number = count(report[skipState], 'subscriber');
  return skipState === 'uncertain'
    ? { what: `This leaves out ${number} who may or may not have got issue ${report.issue}.` }
    : {
        what: `This cancels the rest of issue ${report.issue}: ${number} will not get it.`,
        risk: 'It cannot be taken back.',
      };
}

function nothingToSkip(skipState: SkipState, issue: string): NewsletterError {
  return new NewsletterError('usage', {
    message:
      skipState === 'uncertain'
        ? `Nobody is uncertain in issue ${issue}.`
        : `Issue ${issue} has nothing left to cancel.`,
    expected: skipState === 'uncertain' ? 'a send with uncertain deliveries' : 'a send that has not come to its end',
    help: `Look at \`newsletter report ${issue}\`.`,
  });
}
