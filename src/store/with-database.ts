import type { NewsletterDatabase } from './database.js';

/**
 * Does some work with a database and closes it, whatever the work comes to.
 *
 * @param opened what `openDatabase` or `openExistingDatabase` gives; the work gets `undefined` where there is none.
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
