import type { Configuration } from '../../model/settings/configuration.js';
import type { SubscriberState } from '../../model/send/subscriber.js';
import type { Queries } from '../../store/database.js';
import type { SubscriberRow } from '../../store/tables.js';
import type { ConsentContext } from './consent.js';
import { eraseSubscriber } from './erase-person.js';

/** How much is, or would be, erased. */
export interface PurgeReport {
  /** People who did not confirm in time. */
  readonly pending: number;
  /** People who unsubscribed longer ago than the proof of their consent is needed; a keyed hash is kept. */
  readonly left: number;
  /** Changes of address that were not confirmed in time. */
  readonly addressChanges: number;
}

/** Erases what is older than the retention times; with `dryRun` it only counts. */
export function purge(
  context: ConsentContext,
  retention: Configuration['subscribers']['retention'],
  dryRun: boolean,
): Promise<PurgeReport> {
  const { at } = context;
  const pendingBefore = new Date(at.getTime() - retention.pendingDays * 24 * 60 * 60 * 1000).toISOString();
  const leftBefore = yearsBefore(at, retention.proofYears).toISOString();
  return context.database.transaction(async (query) => {
    const pending = await unchangedSince(query, ['pending'], pendingBefore);
    const left = await unchangedSince(query, ['unsubscribed', 'suppressed'], leftBefore);
    const changes = await query
      .selectFrom('address_changes')
      .select('id')
      .where('requested_at', '<', pendingBefore)
      .execute();
    if (!dryRun) {
      for (const { id } of pending) await deletePending(query, id);
      for (const row of left) await eraseSubscriber(query, row, context);
      await query.deleteFrom('address_changes').where('requested_at', '<', pendingBefore).execute();
      await query.deleteFrom('form_requests').where('requested_at', '<', pendingBefore).execute();
      await query.deleteFrom('service_mail_counts').where('expires_at', '<=', at.toISOString()).execute();
    }
    return { pending: pending.length, left: left.length, addressChanges: changes.length };
  });
}

function yearsBefore(at: Date, years: number): Date {
  const before = new Date(at);
  before.setUTCFullYear(before.getUTCFullYear() - years);
  return before;
}

/** Selects subscribers in the given states who have no consent record newer than a time. */
function unchangedSince(query: Queries, states: readonly SubscriberState[], before: string): Promise<SubscriberRow[]> {
  return query
    .selectFrom('subscribers')
    .selectAll()
    .where('state', 'in', states)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('consent_records')
            .select('consent_records.id')
            .whereRef('consent_records.subscriber_id', '=', 'subscribers.id')
            .where('consent_records.at', '>=', before),
        ),
      ),
    )
    .execute();
}

/** They never were subscribers, so there is nothing to prove, and an import may bring them one day. */
async function deletePending(query: Queries, id: number): Promise<void> {
  await query.deleteFrom('consent_records').where('subscriber_id', '=', id).execute();
  await query.deleteFrom('subscribers').where('id', '=', id).execute();
}
