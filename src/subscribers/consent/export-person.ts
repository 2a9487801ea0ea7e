import type { DeliveryStateName, SendKind } from '../../model/send/delivery.js';
import type { ReportedEvent } from '../../model/send/delivery-report.js';
import type { ConsentAction, Subscriber, SubscriberState } from '../../model/send/subscriber.js';
import type { Queries } from '../../store/database.js';
import { toSubscriber, findSubscriber, findSuppression } from '../find-subscribers.js';

/** Everything that is stored about one person, for that person: without keys, hashes or other people's data. */
export interface PersonExport {
  readonly subscriber: Subscriber & { readonly since: string };
  /** A new address that waits for confirmation. */
  readonly addressChange: { readonly email: string; readonly requestedAt: string } | null;
  readonly consentRecords: readonly {
    readonly at: string;
    readonly action: ConsentAction;
    readonly source: string;
    readonly detail: string | null;
    readonly wording: string | null;
    readonly before: SubscriberState | null;
    readonly after: SubscriberState | null;
  }[];
  /** Every message to them that the ledger knows, with its result. */
  readonly deliveries: readonly {
    readonly issue: string;
    readonly kind: SendKind;
    readonly address: string;
    readonly name: string | null;
    readonly language: string | null;
    readonly messageId: string;
    readonly state: DeliveryStateName;
    readonly reason: string | null;
    readonly at: string;
    /** What came back for it. */
    readonly events: readonly ReportedEvent[];
  }[];
  /** Why their address is not mailed. */
  readonly suppression: { readonly reason: string; readonly since: string; readonly note: string | null } | null;
}

/**
 * Reads everything that is stored about one subscriber; `undefined` when they are not (or no longer) in the database.
 */
export async function readPersonData(query: Queries, subscriberId: number): Promise<PersonExport | undefined> {
  const row = await findSubscriber(query, subscriberId);
  if (row === undefined) return undefined;
  const change = await query
    .selectFrom('address_changes')
    .select(['email', 'requested_at as requestedAt'])
    .where('subscriber_id', '=', subscriberId)
    .executeTakeFirst();
  const consentRecords = await query
    .selectFrom('consent_records')
    .select(['at', 'action', 'source', 'detail', 'wording', 'state_before as before', 'state_after as after'])
    .where('subscriber_id', '=', subscriberId)
    .orderBy('id')
    .execute();
  const messages = await query
    .selectFrom('deliveries')
    .innerJoin('sends', 'sends.id', 'deliveries.send_id')
    .select([
      'deliveries.id',
      'sends.issue',
      'sends.kind',
      'deliveries.address',
      'deliveries.name',
      'deliveries.language',
    ])
    .select(['deliveries.message_id as messageId', 'deliveries.state', 'deliveries.reason'])
    .select(['deliveries.uncertain_reason as uncertainReason', 'deliveries.updated_at as at'])
    .where('deliveries.subscriber_id', '=', subscriberId)
    .orderBy('sends.id')
    .execute();
  const events = await query
    .selectFrom('delivery_events')
    .innerJoin('deliveries', 'deliveries.id', 'delivery_events.delivery_id')
    .select(['delivery_id', 'kind', 'at', 'status', 'answer'])
    .where('deliveries.subscriber_id', '=', subscriberId)
    .orderBy('delivery_events.id')
    .execute();
  const suppression = await findSuppression(query, row.address_hash);
  return {
    subscriber: { ...toSubscriber(row), since: row.created_at },
    addressChange: change ?? null,
    consentRecords,
    deliveries: messages.map(({ id, ...message }) => ({
      ...message,
      events: events
        .filter((event) => event.delivery_id === id)
        .map(({ kind, at, status, answer }) => ({ kind, at, status, answer })),
    })),
    suppression:
      suppression === undefined
        ? null
        : { reason: suppression.reason, since: suppression.created_at, note: suppression.note },
  };
}
