import type { NewsletterDatabase } from './database.js';

/**
 * Does some work with a database and closes it, even after an error.
 *
 * @param opened what `openDatabase` or `openExistingDatabase` returns; the work gets `undefined` when there is no
 *   database.
 */
export async function withDatabase<Opened extends NewsletterDatabase | undefined, Result>(
  opened: Promise<Opened>,
  work: (database: Opened) => Promise<Result>,
): Promise<Result> {
  const database = await opened;
  try {
    return await work(database);
  } finally {
    await database?.close();
  }
}
