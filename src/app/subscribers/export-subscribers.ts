import { exportCsv } from '../../subscribers/csv/csv-export.js';
import { readPersonData, type PersonExport } from '../../subscribers/consent/export-person.js';
import { findByAddress } from '../../subscribers/find-subscribers.js';
import { requireAddress, subscriberMissing } from '../../subscribers/require-address.js';
import { nameKey, requireLanguage } from '../../subscribers/subscriber-details.js';
import type { SubscriberFilter } from '../../subscribers/subscribers.js';
import type { Configuration } from '../../model/settings/configuration.js';
import { NewsletterError } from '../../model/error.js';
import { openExistingDatabase } from '../../store/database.js';
import { withDatabase } from '../../store/with-database.js';

export type { PersonExport };

/**
 * Yields the list as CSV in pieces, guarded against formulas; nothing when there is no database yet.
 *
 * @throws NewsletterError `usage` for a text that is not a language.
 */
export async function* exportSubscribers(
  configuration: Configuration,
  filter: SubscriberFilter,
): AsyncGenerator<string> {
  const language = filter.language === undefined ? undefined : requireLanguage(filter.language);
  const database = await openExistingDatabase(configuration.databasePath);
  if (database === undefined) return;
  try {
    yield* exportCsv(database.query, { ...filter, language });
  } finally {
    await database.close();
  }
}

/**
 * Reads everything that is stored about the person with an address.
 *
 * @param name tells apart people who share the address, so that nobody sees what is stored about somebody else.
 * @throws NewsletterError `address-invalid`, `subscriber-missing`; `usage` when a name is needed.
 */
export async function exportPerson(
  configuration: Configuration,
  written: string,
  name: string | undefined,
): Promise<PersonExport> {
  const { address, key } = requireAddress(written);
  return withDatabase(openExistingDatabase(configuration.databasePath), async (database) => {
    if (database === undefined) throw subscriberMissing(address);
    const everybody = await findByAddress(database.query, key);
    const meant = everybody.filter((row) => name === undefined || nameKey(row.name ?? '') === nameKey(name));
    const [first, second] = meant;
    if (first === undefined) throw subscriberMissing(address);
    if (second !== undefined) throw nameMissing(address);
    const person = await readPersonData(database.query, first.id);
    if (person === undefined) throw subscriberMissing(address);
    return person;
  });
}

function nameMissing(address: string): NewsletterError {
  return new NewsletterError('usage', {
    message: `Several people share the address ${address}.`,
    expected: 'the name of the person who asked for their data',
    help: 'Add --name and the name as `newsletter subscribers list` shows it.',
  });
}
