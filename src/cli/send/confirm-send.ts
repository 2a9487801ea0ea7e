import type { SendContext, SendPlan } from '../../app/send/send-context.js';
import type { RetryState } from '../../model/send/send-options.js';
import { count } from '../../model/text/amounts/count.js';
import type { CommandContext } from '../command-context.js';
import { confirmByName, isOnTerminal, type Confirmation } from '../confirm.js';

/**
 * How a person confirms a send: they type its name, and may change their mind before the first message. `undefined`
 * where nobody is to be asked. A rehearsal leaves the machine as it was, and needs neither.
 *
 * @param undoSeconds how long they have to change their mind.
 */
export function confirmSend(
  retryState: RetryState | undefined,
  yes: boolean,
  undoSeconds: number,
  { output, signal }: CommandContext,
): SendContext['confirm'] {
  const pauses = undoSeconds > 0 && isOnTerminal() && !output.json;
  if (yes && !pauses) return undefined;
  return async (plan) => {
    if (plan.send === 'rehearsal') return true;
    if (!yes && !(await confirmByName(question(plan, retryState), output, signal))) return false;
    if (plan.begun || !pauses) return !signal.aborted;
    const { undoPause } = await import('./undo-pause.js');
    return undoPause(undoSeconds, output, signal);
  };
}

function question(plan: SendPlan, retryState: RetryState | undefined): Confirmation {
  const { report, outgoing, deferred } = plan;
  const { issue } = report;
  const also = deferred === 0 ? '' : `, and tries ${count(deferred, 'message')} again that could not be taken yet`;
  switch (retryState) {
    case 'failed':
      return {
        issue,
        what: `This tries once more ${count(outgoing, 'message')} of issue ${issue} that failed${also}.`,
      };
    case 'uncertain':
      return {
        issue,
        what: `This sends issue ${issue} once more to ${count(outgoing, 'subscriber')} who may have got it already${also}.`,
        risk: 'Those who did get it twice.',
      };
    case undefined:
      return {
        issue,
        details: detailsOf(plan),
        what: `This sends issue ${issue} to ${count(outgoing, 'subscriber')}.`,
      };
  }
}

/** What readers will see first, and how many they are. */
function detailsOf({ about, outgoing }: SendPlan): readonly string[] {
  const all = about.leftOut.reduce((sum, { count: number }) => sum + number, 0);
  const reasons = about.leftOut.map(({ reason, count: number }) => `${String(number)} ${LEFT_OUT_WORDS[reason]}`);
  return [
    `  Subject:  ${about.subject}`,
    `  From:     ${about.sender}`,
    ...(about.date === undefined ? [] : [`  Date:     ${about.date}`]),
    `  Readers:  ${String(outgoing)}`,
    ...(all === 0 ? [] : [`  Left out: ${String(all)} (${reasons.join(', ')})`]),
  ];
}

const LEFT_OUT_WORDS: Readonly<Record<SendPlan['about']['leftOut'][number]['reason'], string>> = {
  pending: 'did not confirm yet',
  unsubscribed: 'left the list',
  suppressed: 'must not be mailed any more',
  forgotten: 'were erased',
  cancelled: 'were left out by --cancel',
  uncertain: 'may have got it already',
  'import-undone': 'came with an import that was undone',
  'other-tags': 'have none of the tags that the issue is for',
};
