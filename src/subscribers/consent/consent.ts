import type { ConsentAction, SubscriberState } from '../../model/send/subscriber.js';
import type { NewsletterDatabase, Queries } from '../../store/database.js';
import type { ConsentRecordRow } from '../../store/tables.js';
import type { Keys } from '../tokens/keys.js';

/** Where a change comes from, and its proof. */
export interface ConsentBasis {
  /** The source, such as `form`, `one-click`, `mail`, `secretariat` or `import:readers.csv`. */
  readonly source: string;
  /** The person's own words, or what they agreed to. */
  readonly detail?: string | undefined;
  /** The version of the text that was shown to the person, if one was shown. */
  readonly wording?: string | undefined;
  readonly at: Date;
}

/**
 * What a change of one subscriber needs. Each change is one transaction, which is durable when the function returns.
 */
export interface ConsentContext extends ConsentBasis {
  readonly database: NewsletterDatabase;
  readonly keys: Keys;
}

/** The subscriber and the states that a consent record is about. */
export interface ConsentChange {
  readonly subscriberId: number;
  readonly action: ConsentAction;
  /** `undefined` when the person was not in the database before. */
  readonly before: SubscriberState | undefined;
  /** `undefined` when the person is no longer in the database. */
  readonly after: SubscriberState | undefined;
}

/**
 * Adds one consent record, in the transaction of the change that it records.
 *
 * @returns the number of the record.
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
 * Records a decision that changes nothing, if only an import set the state that it confirms. When that import is
 * undone, the person then stays as they decided.
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

/** Finds the newest consent record of a subscriber, of any action or only of the given ones. */
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

/** Says whether a time is at most `days` days before another. */
export function isWithinDays(at: string, now: Date, days: number): boolean {
  return isWithinHours(at, now, days * 24);
}

/** Says whether a time is at most `hours` hours before another. */
export function isWithinHours(at: string, now: Date, hours: number): boolean {
  return now.getTime() - Date.parse(at) <= hours * 60 * 60 * 1000;
}
