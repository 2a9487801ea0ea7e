import { requireAddress, subscriberMissing } from '../../subscribers/require-address.js';
import { takeOffList, type UnsubscribeByHandResult } from '../../subscribers/subscribers.js';
import type { Configuration } from '../../model/settings/configuration.js';
import { openExistingDatabase } from '../../store/database.js';
import { withDatabase } from '../../store/with-database.js';

export type { UnsubscribeByHandResult };

export interface UnsubscribeByHandRequest {
  readonly configuration: Configuration;
  readonly email: string;
  readonly now: () => Date;
}

/**
 * Unsubscribes one subscriber; no import brings them back.
 *
 * @throws NewsletterError `address-invalid`, `subscriber-missing`.
 */
export async function unsubscribeByHand(request: UnsubscribeByHandRequest): Promise<UnsubscribeByHandResult> {
  const { address } = requireAddress(request.email);
  return withDatabase(openExistingDatabase(request.configuration.databasePath), async (database) => {
    if (database === undefined) throw subscriberMissing(address);
    return takeOffList({ database, source: 'secretariat', at: request.now() }, address);
  });
}
