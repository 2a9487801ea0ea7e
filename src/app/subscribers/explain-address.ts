import { openKeys } from '../../subscribers/tokens/keys.js';
import { requireAddress } from '../../subscribers/require-address.js';
import type { Configuration } from '../../model/settings/configuration.js';
import { explainAddress, type WhyReport } from '../../report/why.js';
import { openExistingDatabase } from '../../store/database.js';
import { withDatabase } from '../../store/with-database.js';

export type { WhyConsent, WhyDelivery, WhyPerson, WhyReport } from '../../report/why.js';

/**
 * Explains why somebody got an issue, or did not: consent, suppressions and every delivery of an address.
 *
 * @throws NewsletterError `address-invalid`, and those of the database and the keys.
 */
export async function whyAddress(
  configuration: Configuration,
  written: string,
  now: () => Date = () => new Date(),
): Promise<WhyReport> {
  const { address } = requireAddress(written);
  return withDatabase(openExistingDatabase(configuration.databasePath), async (database) => {
    if (database === undefined) return { address, suppression: null, people: [], formerDeliveries: [] };
    const keys = await openKeys(configuration, database.query);
    return explainAddress(database.query, keys, address, now());
  });
}
