import type { FoundSend } from '../../app/send/open-deliveries.js';
import type { CommandContext } from '../command-context.js';
import { count } from '../../model/text/amounts/count.js';

/** `newsletter send --uncertain list`: reads only. */
export async function printUncertain(found: FoundSend, context: CommandContext): Promise<number> {
  const { output } = context;
  const { uncertainDeliveries } = await import('../../app/send/open-deliveries.js');
  const { issue } = found;
  const uncertain = await uncertainDeliveries(found);
  output.document(uncertain.map(({ address, at, reason }) => ({ address, at, reason })));
  for (const { address, at, reason } of uncertain) {
    const shown = address === '' ? '(erased since)' : address;
    output.print(`${at.slice(0, 16).replace('T', ' ')}  ${shown}  ${output.colours.dim(reason)}`);
  }
  output.print(
    uncertain.length === 0
      ? `Issue ${issue}: nobody is uncertain.`
      : `${count(uncertain.length, 'subscriber')} may or may not have got issue ${issue}. "--uncertain resend" sends it to them once more, "--uncertain skip" leaves them out.`,
  );
  return 0;
}
