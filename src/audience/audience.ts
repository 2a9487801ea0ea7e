import type { SkipReason } from '../model/delivery.js';
import type { SubscriberState } from '../model/subscriber.js';
import type { Queries } from '../store/database.js';
import { hasAnyTag } from '../store/subscriber-tags.js';

/** A subscriber as a send freezes them. */
export interface AudienceMember {
  readonly subscriberId: number;
  readonly address: string;
  readonly name: string | undefined;
  readonly language: string | undefined;
}

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

/** The audience in pages, ordered by subscriber, so that a list of any length takes the same memory. */
export async function* readAudience(
  query: Queries,
  choice: AudienceChoice,
  pageSize: number,
): AsyncGenerator<readonly AudienceMember[]> {
  let after = 0;
  for (;;) {
    const rows = await audienceQuery(query, choice)
      .select(['subscribers.id', 'subscribers.email', 'subscribers.name', 'subscribers.language'])
      .where('subscribers.id', '>', after)
      .orderBy('subscribers.id')
      .limit(pageSize)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map((row) => ({
      subscriberId: row.id,
      address: row.email,
      name: row.name ?? undefined,
      language: row.language ?? undefined,
    }));
    after = last.id;
  }
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
