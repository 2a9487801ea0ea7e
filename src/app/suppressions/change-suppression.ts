import type { Configuration } from '../../model/settings/configuration.js';
import { NewsletterError } from '../../model/error.js';
import { openDatabase, openExistingDatabase, openScratchDatabase, type Queries } from '../../store/database.js';
import { withDatabase } from '../../store/with-database.js';
import type { ConsentBasis } from '../../subscribers/consent/consent.js';
import { readName } from '../../subscribers/subscriber-details.js';
import { openKeys, openKeysForTrial, type Keys } from '../../subscribers/tokens/keys.js';

export interface ChangeSuppressionRequest {
  readonly configuration: Configuration;
  readonly address: string;
  /** Why, in a person's words; it is stored on one line, at most 200 characters. */
  readonly reason: string;
  /** Only says what would be done; it makes neither a database nor keys. */
  readonly dryRun: boolean;
  readonly now: () => Date;
}

/** A person's decision, as the consent record keeps it. */
export interface PersonsDecision extends ConsentBasis {
  readonly detail: string;
  readonly keys: Keys;
}

/**
 * Does some work on suppressions in one transaction.
 *
 * @throws NewsletterError `usage` for an empty reason, and those of the database and the keys.
 */
export function changeSuppressions<T>(
  { configuration, reason, dryRun, now }: ChangeSuppressionRequest,
  work: (query: Queries, decision: PersonsDecision) => Promise<T>,
): Promise<T> {
  const decision = { source: 'secretariat', detail: requireReason(reason), at: now() };
  const { databasePath } = configuration;
  if (!dryRun) {
    return withDatabase(openDatabase(databasePath), async (database) => {
      const keys = await openKeys(configuration, database.query);
      return database.transaction((query) => work(query, { ...decision, keys }));
    });
  }
  const opened = openExistingDatabase(databasePath).then((existing) => existing ?? openScratchDatabase());
  return withDatabase(opened, async (database) => {
    const keys = await openKeysForTrial(configuration, database.query);
    return database.tryOut((query) => work(query, { ...decision, keys }));
  });
}

function requireReason(written: string): string {
  const reason = readName(written);
  if (reason !== null) return reason;
  throw new NewsletterError('usage', {
    message: 'The reason is empty.',
    expected: '--reason and a few words, such as --reason "asked by telephone"',
    help: 'Say why: a person who asks later reads it with "newsletter why".',
  });
}
