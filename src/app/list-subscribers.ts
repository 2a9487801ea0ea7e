import { readSubscribers } from '../audience/subscribers.js';
import type { Configuration } from '../model/configuration.js';
import type { Subscriber, SubscriberState } from '../model/subscriber.js';
import { openExistingDatabase } from '../store/database.js';

export interface ListSubscribersRequest {
  readonly configuration: Configuration;
  /** Only those in this state. */
  readonly state?: SubscriberState | undefined;
}

/** The subscribers in the order in which they came; none where there is no database yet. */
export async function listSubscribers(request: ListSubscribersRequest): Promise<readonly Subscriber[]> {
  const database = await openExistingDatabase(request.configuration.databasePath);
  if (database === undefined) return [];
  try {
    const subscribers: Subscriber[] = [];
    for await (const page of readSubscribers(database.query)) {
      subscribers.push(...page.filter(({ state }) => request.state === undefined || state === request.state));
    }
    return subscribers;
  } finally {
    await database.close();
  }
}
