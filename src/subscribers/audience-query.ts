import type { SkipReason } from '../model/send/delivery.js';
import type { SubscriberState } from '../model/send/subscriber.js';
import type { Queries } from '../store/database.js';
import { hasAnyTag } from '../store/rows/subscriber-tags.js';

/** Which subscribers an issue is sent to. */
export interface AudienceChoice {
  /** Selects subscribers with at least one of these tags; `undefined` selects everybody. */
  readonly tags: readonly string[] | undefined;
}

/**
 * Selects the subscribers who get the newsletter: active, not suppressed, and chosen. Only this query decides that for
 * a whole list.
 */
function audienceQuery(query: Queries, { tags = [] }: AudienceChoice) {
  return query
    .selectFrom('subscribers')
    .leftJoin('suppressions', 'suppressions.address_hash', 'subscribers.address_hash')
    .where('subscribers.state', '=', 'active')
    .where('suppressions.address_hash', 'is', null)
    .$if(tags.length > 0, (rest) => rest.where(hasAnyTag(tags)));
}

/** Selects the numbers of all subscribers who may be mailed, for use in another query's condition. */
export function eligibleSubscribers(query: Queries) {
  return audienceQuery(query, { tags: undefined }).select('subscribers.id');
}

/** Counts the subscribers whom the audience would include but who cannot be mailed, by reason. */
export async function countIneligible(
  query: Queries,
  { tags = [] }: AudienceChoice,
): Promise<ReadonlyMap<SkipReason, number>> {
  const rows = await query
    .selectFrom('subscribers')
    .leftJoin('suppressions', 'suppressions.address_hash', 'subscribers.address_hash')
    .select((expression) => [
      'subscribers.state',
      expression('suppressions.address_hash', 'is not', null).as('suppressed'),
      expression.fn.countAll<number>().as('count'),
    ])
    .$if(tags.length > 0, (rest) => rest.where(hasAnyTag(tags)))
    .groupBy(['subscribers.state', 'suppressed'])
    .execute();
  const counts = new Map<SkipReason, number>();
  for (const { state, suppressed, count } of rows) {
    const reason = ineligibility(state, Number(suppressed) === 1);
    if (reason !== undefined) counts.set(reason, (counts.get(reason) ?? 0) + count);
  }
  return counts;
}

/** Selects the next page of the audience, ordered by subscriber number, for the query that freezes it page by page. */
export function nextOfAudience(query: Queries, choice: AudienceChoice, after: number, limit: number) {
  return audienceQuery(query, choice).where('subscribers.id', '>', after).orderBy('subscribers.id').limit(limit);
}

/** Counts the current audience. */
export async function countAudience(query: Queries, choice: AudienceChoice): Promise<number> {
  const { count } = await audienceQuery(query, choice)
    .select((expression) => expression.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/**
 * Says why a subscriber who was in the audience once is not mailed now, or returns `undefined` when they may be mailed.
 *
 * @param state their current state, or `undefined` when they were erased.
 * @param suppressed whether their address is suppressed.
 */
export function ineligibility(state: SubscriberState | undefined, suppressed: boolean): SkipReason | undefined {
  if (state === undefined) return 'forgotten';
  if (suppressed) return 'suppressed';
  return state === 'active' ? undefined : state;
}
