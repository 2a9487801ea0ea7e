import type { DeliveryEvent } from '../model/send/delivery.js';
import type { Transport } from '../model/send/outgoing-message.js';
import type { Queries } from '../store/database.js';
import type { FrozenSend } from './freeze.js';
import { requeueAllDeliveries } from './requeue-deliveries.js';

/** What a ledger needs to know of its send. */
export type LedgerSend = Pick<FrozenSend, 'id' | 'issue' | 'kind'>;

/** What is told of a delivery whose sender died. */
export const LOST_WITH_SENDER = 'the program ended while it was handing this message over';

/**
 * Whether what a dead sender left half-way may be handed over again: only by the very transport that had it, and only
 * where that takes no message twice.
 */
export async function isIdempotent(
  query: Queries,
  send: LedgerSend,
  transport: Pick<Transport, 'name' | 'idempotent'>,
): Promise<boolean> {
  if (!transport.idempotent) return false;
  const before = await query.selectFrom('sends').select('transport').where('id', '=', send.id).executeTakeFirst();
  const rehearsalOfOld = before?.transport === null && send.kind === 'rehearsal';
  return before?.transport === transport.name || rehearsalOfOld;
}

/** What a dead sender left half-way; the lease is the caller's. */
export async function recoverDeliveries(query: Queries, send: LedgerSend, takenOnce: boolean, at: Date): Promise<void> {
  const event: DeliveryEvent = takenOnce ? { event: 'defer' } : { event: 'lose', reason: LOST_WITH_SENDER };
  await requeueAllDeliveries(query, send.id, 'submitting', event, at);
  await query
    .updateTable('deliveries')
    .set({ attempt_after: null })
    .where('send_id', '=', send.id)
    .where('state', '=', 'pending')
    .where('attempt_after', 'is not', null)
    .execute();
}
