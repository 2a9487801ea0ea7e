import type { SkipReason } from '../model/send/delivery.js';
import type { SubscriberState } from '../model/send/subscriber.js';
import type { Queries } from '../store/database.js';
import { hasAnyTag } from '../store/subscriber-tags.js';

/** Whom an issue is for. */
export interface AudienceChoice {
  /** Subscribers with at least one of these tags; absent: everybody. */
  readonly tags: readonly string[] | undefined;
}

/** Who gets the newsletter: active, not suppressed, and chosen. The one place that says so for a whole list. */
function audienceQuery(query: Queries, { tags = [] }: AudienceChoice) {
  return query
    .selectFrom('subscribers')
    .leftJoin('suppressions', 'suppressions.address_hash', 'subscribers.address_hash')
    .where('subscribers.state', '=', 'active')
    .where('suppressions.address_hash', 'is', null)
    .$if(tags.length > 0, (rest) => rest.where(hasAnyTag(tags)));
}

/** The numbers of everybody who may be mailed, for a condition of another query. */
export function eligibleSubscribers(query: Queries) {
  return audienceQuery(query, { tags: undefined }).select('subscribers.id');
}

/** Why people whom an issue is for would not get it, with how many each. */
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

/** The next of the audience in the order of their numbers, for a query that freezes them page by page. */
export function nextOfAudience(query: Queries, choice: AudienceChoice, after: number, limit: number) {
  return audienceQuery(query, choice).where('subscribers.id', '>', after).orderBy('subscribers.id').limit(limit);
}

/** How many the audience has now. */
export async function countAudience(query: Queries, choice: AudienceChoice): Promise<number> {
  const { count } = await audienceQuery(query, choice)
    .select((expression) => expression.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/**
 * Why one subscriber, who was in the audience once, is not mailed now; `undefined` where they are.
 *
 * @param state their state now, or `undefined` when they were erased.
 * @param suppressed whether a suppression has their address.
 */
export function ineligibility(state: SubscriberState | undefined, suppressed: boolean): SkipReason | undefined {
  if (state === undefined) return 'forgotten';
  if (suppressed) return 'suppressed';
  return state === 'active' ? undefined : state;
}
