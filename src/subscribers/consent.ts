import type { ConsentAction, SubscriberState } from '../model/send/subscriber.js';
import type { NewsletterDatabase, Queries } from '../store/database.js';
import type { ConsentRecordRow } from '../store/tables.js';
import type { Keys } from './keys.js';

/** How a change came about. */
export interface ConsentBasis {
  /** Where it comes from, such as `form`, `one-click`, `mail`, `secretariat` or `import:readers.csv`. */
  readonly source: string;
  /** The person's own words, or what they agreed to. */
  readonly detail?: string | undefined;
  /** The version of the words that were shown to the person, where some were. */
  readonly wording?: string | undefined;
  readonly at: Date;
}

/** What a change of one subscriber is carried out with. Each change is one transaction, durable when it returns. */
export interface ConsentContext extends ConsentBasis {
  readonly database: NewsletterDatabase;
  readonly keys: Keys;
}

/** What a consent record is about. */
export interface ConsentChange {
  readonly subscriberId: number;
  readonly action: ConsentAction;
  /** Absent where the person was not there before. */
  readonly before: SubscriberState | undefined;
  /** Absent where the person is not there any more. */
  readonly after: SubscriberState | undefined;
}

/**
 * Adds one consent record; in the transaction of the change that it records.
 *
 * @returns its number.
 */
export async function recordConsent(query: Queries, change: ConsentChange, basis: ConsentBasis): Promise<number> {
  const { id } = await query
    .insertInto('consent_records')
    .values({
      subscriber_id: change.subscriberId,
      at: basis.at.toISOString(),
      action: change.action,
      source: basis.source,
      detail: basis.detail ?? null,
      wording: basis.wording ?? null,
      state_before: change.before ?? null,
      state_after: change.after ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/**
 * Records a decision that changes nothing, where the state that it confirms came from an import alone: undoing that
 * import then leaves the person as they decided.
 */
export async function recordRepeated(
  query: Queries,
  { id, state }: { readonly id: number; readonly state: SubscriberState },
  action: ConsentAction,
  basis: ConsentBasis,
): Promise<void> {
  const newest = await newestConsent(query, id);
  if (newest === undefined || newest.import_id === null) return;
  await recordConsent(query, { subscriberId: id, action, before: state, after: state }, basis);
}

/** The newest consent record of a subscriber, of any action or of the given ones. */
export function newestConsent(
  query: Queries,
  subscriberId: number,
  actions?: readonly ConsentAction[],
): Promise<ConsentRecordRow | undefined> {
  return query
    .selectFrom('consent_records')
    .selectAll()
    .where('subscriber_id', '=', subscriberId)
    .$if(actions !== undefined, (records) => records.where('action', 'in', actions ?? []))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Whether a time lies at most so many days before another. */
export function isWithinDays(at: string, now: Date, days: number): boolean {
  return isWithinHours(at, now, days * 24);
}

/** Whether a time lies at most so many hours before another. */
export function isWithinHours(at: string, now: Date, hours: number): boolean {
  return now.getTime() - Date.parse(at) <= hours * 60 * 60 * 1000;
}
