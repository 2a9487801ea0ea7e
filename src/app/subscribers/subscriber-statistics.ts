import type { Configuration } from '../../model/settings/configuration.js';
import { SUBSCRIBER_STATES, type SubscriberState } from '../../model/send/subscriber.js';
import { openExistingDatabase } from '../../store/database.js';
import { withDatabase } from '../../store/with-database.js';
import { countByLanguage, countByMonth, countByState, countByTag } from '../../store/rows/subscriber-statistics.js';

/** The list in numbers. */
export interface SubscriberStatistics {
  readonly states: Readonly<Record<SubscriberState, number>>;
  /** Counts active subscribers. */
  readonly languages: readonly { readonly language: string | null; readonly count: number }[];
  /** Counts active subscribers. */
  readonly tags: readonly { readonly tag: string; readonly count: number }[];
  /** By month, `2020-12`; months without a change are left out. */
  readonly growth: readonly { readonly month: string; readonly joined: number; readonly left: number }[];
}

/** Returns the list in numbers; all are zero when there is no database yet. */
export async function subscriberStatistics(configuration: Configuration): Promise<SubscriberStatistics> {
  const states = { pending: 0, active: 0, unsubscribed: 0, suppressed: 0 };
  return withDatabase(openExistingDatabase(configuration.databasePath), async (database) => {
    if (database === undefined) return { states, languages: [], tags: [], growth: [] };
    const { query } = database;
    const counts = new Map((await countByState(query)).map(({ state, count }) => [state, count]));
    for (const state of SUBSCRIBER_STATES) states[state] = counts.get(state) ?? 0;
    return {
      states,
      languages: await countByLanguage(query),
      tags: await countByTag(query),
      growth: await countByMonth(query),
    };
  });
}
