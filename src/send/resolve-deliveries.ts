import type { NewsletterDatabase, Queries } from '../store/database.js';
import type { FrozenSend } from './freeze.js';
import { checkLease } from './lease.js';
import type { Lease } from './lease.js';
import { recoverDeliveries } from './recover.js';
import { requeueAllDeliveries } from './requeue-deliveries.js';

/** Passes over everybody of whom nobody can tell whether they got theirs: a person decided that they are not mailed again. */
export function skipUncertain(database: NewsletterDatabase, send: FrozenSend, lease: Lease, at: Date): Promise<void> {
  return database.transaction(async (query) => {
    checkLease(database.deliverySteps(), lease);
    await recoverDeliveries(query, send, false, at);
    await requeueAllDeliveries(query, send.id, 'uncertain', { event: 'skip', reason: 'uncertain' }, at);
    await noteCompletion(query, send, at);
  });
}

/** Passes over everybody to whom nothing was handed over yet; what was under way stays as uncertain as it is. */
export function cancelPending(database: NewsletterDatabase, send: FrozenSend, lease: Lease, at: Date): Promise<void> {
  return database.transaction(async (query) => {
    checkLease(database.deliverySteps(), lease);
    await recoverDeliveries(query, send, false, at);
    await requeueAllDeliveries(query, send.id, 'pending', { event: 'skip', reason: 'cancelled' }, at);
    await query.updateTable('sends').set({ cancelled_at: at.toISOString() }).where('id', '=', send.id).execute();
    await noteCompletion(query, send, at);
  });
}

/** Nothing is pending any more: when that was, is noted once. */
async function noteCompletion(query: Queries, send: FrozenSend, at: Date): Promise<void> {
  const pending = query
    .selectFrom('deliveries')
    .select('id')
    .where('send_id', '=', send.id)
    .where('state', '=', 'pending');
  await query
    .updateTable('sends')
    .set({ completed_at: at.toISOString() })
    .where('id', '=', send.id)
    .where('completed_at', 'is', null)
    .where((where) => where.not(where.exists(pending)))
    .execute();
}
