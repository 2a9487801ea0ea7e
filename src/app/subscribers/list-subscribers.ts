import { requireLanguage } from '../../subscribers/subscriber-details.js';
import { readSubscribers, type SubscriberFilter } from '../../subscribers/subscribers.js';
import type { Configuration } from '../../model/settings/configuration.js';
import type { Subscriber } from '../../model/send/subscriber.js';
import { openExistingDatabase } from '../../store/database.js';
import { withDatabase } from '../../store/with-database.js';

export type { SubscriberFilter };

export interface ListSubscribersRequest extends SubscriberFilter {
  readonly configuration: Configuration;
}

/**
 * Lists the subscribers in the order in which they were added; none when there is no database yet.
 *
 * @throws NewsletterError `usage` for a text that is not a language.
 */
export async function listSubscribers(request: ListSubscribersRequest): Promise<readonly Subscriber[]> {
  const { state, tags } = request;
  const language = request.language === undefined ? undefined : requireLanguage(request.language);
  return withDatabase(openExistingDatabase(request.configuration.databasePath), async (database) => {
    if (database === undefined) return [];
    const subscribers: Subscriber[] = [];
    for await (const page of readSubscribers(database.query, { state, tags, language })) {
      subscribers.push(...page);
    }
    return subscribers;
  });
}
