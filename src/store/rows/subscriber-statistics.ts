import { sql } from 'kysely';
import type { SubscriberState } from '../../model/send/subscriber.js';
import type { Queries } from '../database.js';

/** Counts the subscribers in each state. */
export async function countByState(query: Queries): Promise<readonly { state: SubscriberState; count: number }[]> {
  return query
    .selectFrom('subscribers')
    .select((expression) => ['state', expression.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
}

/** Counts the active subscribers for each language, most first. */
export async function countByLanguage(query: Queries): Promise<readonly { language: string | null; count: number }[]> {
  return query
    .selectFrom('subscribers')
    .select((expression) => ['language', expression.fn.countAll<number>().as('count')])
    .where('state', '=', 'active')
    .groupBy('language')
    .orderBy('count', 'desc')
    .orderBy('language')
    .execute();
}

/** Counts the active subscribers with each tag, most first. */
export async function countByTag(query: Queries): Promise<readonly { tag: string; count: number }[]> {
  const { rows } = await sql<{ tag: string; count: number }>`
    select tag.value as tag, count(*) as count
    from subscribers, json_each(subscribers.tags) as tag
    where subscribers.state = 'active'
    group by tag.value
    order by count desc, tag.value
  `.execute(query);
  return rows;
}

/** Counts who subscribed and unsubscribed in each month, by the consent records; erased people are counted too. */
export async function countByMonth(
  query: Queries,
): Promise<readonly { month: string; joined: number; left: number }[]> {
  const { rows } = await sql<{ month: string; joined: number; left: number }>`
    select * from (
      select
        substr(at, 1, 7) as month,
        sum(state_after is 'active' and state_before is not 'active') as joined,
        sum(state_before is 'active' and state_after is not 'active') as "left"
      from consent_records
      group by month
    )
    where joined + "left" > 0
    order by month
  `.execute(query);
  return rows;
}
