import { requireAddress, subscriberMissing } from '../audience/require-address.js';
import { removeSubscriber as removeFromDatabase } from '../audience/subscribers.js';
import type { RemoveResult } from '../audience/subscribers.js';
import type { Configuration } from '../model/configuration.js';
import { openExistingDatabase } from '../store/database.js';

export type { RemoveResult };

export interface RemoveSubscriberRequest {
  readonly configuration: Configuration;
  readonly email: string;
  readonly now: () => Date;
}

/**
 * Takes one subscriber off the list, for good as far as imports go.
 *
 * @throws NewsletterError `address-invalid`, `subscriber-missing`.
 */
export async function removeSubscriber(request: RemoveSubscriberRequest): Promise<RemoveResult> {
  const { address } = requireAddress(request.email);
  const database = await openExistingDatabase(request.configuration.databasePath);
  if (database === undefined) throw subscriberMissing(address);
  try {
    return await removeFromDatabase({ database, source: 'secretariat', at: request.now() }, address);
  } finally {
    await database.close();
  }
}
