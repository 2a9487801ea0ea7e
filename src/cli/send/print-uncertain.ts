import type { FoundSend, TroubledDelivery } from '../../app/send/open-deliveries.js';
import type { CommandContext } from '../command-context.js';
import { count } from '../../model/text/amounts/count.js';
import type { Output } from '../output.js';

/** `newsletter send --uncertain list`: reads only. The JSON has those about which a person has to decide. */
export async function printUncertain(found: FoundSend, context: CommandContext): Promise<number> {
  const { output } = context;
  const { uncertainDeliveries } = await import('../../app/send/open-deliveries.js');
  const { issue } = found;
  const { open, leftOut } = await uncertainDeliveries(found);
  output.document(open.map(({ address, at, reason, messageId }) => ({ address, at, reason, messageId })));
  for (const delivery of open) printDelivery(delivery, output);
  output.print(
    open.length === 0
      ? `Issue ${issue}: nobody is uncertain.`
      : `${count(open.length, 'subscriber')} may or may not have got issue ${issue}. "--uncertain resend" sends it to them once more, "--uncertain skip" leaves them out.`,
  );
  if (leftOut.length === 0) return 0;
  output.print();
  output.print(`Left out with "--uncertain skip": ${count(leftOut.length, 'subscriber')}.`);
  for (const delivery of leftOut) printDelivery(delivery, output);
  return 0;
}

function printDelivery({ address, at, reason, messageId }: TroubledDelivery, output: Output): void {
  const shown = address === '' ? '(erased since)' : address;
  output.print(`${at.slice(0, 16).replace('T', ' ')}  ${shown}  <${messageId}>  ${output.colours.dim(reason)}`);
}
