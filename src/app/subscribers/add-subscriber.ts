import { openKeys } from '../../subscribers/tokens/keys.js';
import { readName, readTags, requireLanguage } from '../../subscribers/subscriber-details.js';
import { requireAddress } from '../../subscribers/require-address.js';
import { addToList, type AddResult } from '../../subscribers/subscribers.js';
import type { Configuration } from '../../model/settings/configuration.js';
import { openDatabase } from '../../store/database.js';
import { withDatabase } from '../../store/with-database.js';

export type { AddResult };

export interface AddSubscriberRequest {
  readonly configuration: Configuration;
  readonly email: string;
  readonly name?: string | undefined;
  /** BCP 47. */
  readonly language?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  /** How and when the person asked for the newsletter; required for somebody who unsubscribed before. */
  readonly consent?: string | undefined;
  readonly now: () => Date;
}

/**
 * Adds one subscriber by hand.
 *
 * @throws NewsletterError `address-invalid`, `usage` for a text that is not a language, `subscriber-left`, and those of
 *   the database and the keys.
 */
export async function addSubscriber(request: AddSubscriberRequest): Promise<AddResult> {
  requireAddress(request.email);
  const person = {
    email: request.email,
    name: readName(request.name ?? ''),
    language: request.language === undefined ? null : requireLanguage(request.language),
    tags: readTags((request.tags ?? []).join(',')),
  };
  const consent = { source: 'secretariat', detail: readName(request.consent ?? '') ?? undefined, at: request.now() };
  return withDatabase(openDatabase(request.configuration.databasePath), async (database) => {
    const keys = await openKeys(request.configuration, database.query);
    return addToList({ ...consent, database, keys }, person, request.configuration.subscribers.sharedAddresses);
  });
}
