import type { Configuration } from '../../model/settings/configuration.js';
import type { SubscriberState } from '../../model/send/subscriber.js';
import { openExistingDatabase } from '../../store/database.js';
import { withDatabase } from '../../store/with-database.js';
import { findByAddress } from '../../subscribers/find-subscribers.js';
import { findSuppressions, type SuppressionFacts } from '../../subscribers/find-suppressions.js';
import { requireAddress } from '../../subscribers/require-address.js';
import { hashAddress, openKeys } from '../../subscribers/tokens/keys.js';

/** What is known about one address that may be suppressed. */
export interface ShownSuppression {
  readonly address: string;
  /** `null` when the address may be mailed. */
  readonly suppression: SuppressionFacts | null;
  readonly people: readonly { readonly name: string | null; readonly state: SubscriberState }[];
}

/**
 * Says whether an address is suppressed, and why.
 *
 * @throws NewsletterError `address-invalid`, and those of the database and the keys.
 */
export async function showSuppression(configuration: Configuration, written: string): Promise<ShownSuppression> {
  const { address, key } = requireAddress(written);
  return withDatabase(openExistingDatabase(configuration.databasePath), async (database) => {
    if (database === undefined) return { address, suppression: null, people: [] };
    const { query } = database;
    const hash = hashAddress(await openKeys(configuration, query), key);
    const [found] = await findSuppressions(query, { hash });
    const people = (await findByAddress(query, key)).map(({ name, state }) => ({ name, state }));
    return { address, suppression: found === undefined ? null : withoutAddress(found), people };
  });
}

function withoutAddress({ reason, since, note, askedAgainAt, end, event }: SuppressionFacts): SuppressionFacts {
  return { reason, since, note, askedAgainAt, end, event };
}
