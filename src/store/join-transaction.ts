import type { NewsletterDatabase, TransactionQueries } from './database.js';

/** The database as seen from within a transaction: what would begin one of its own becomes a part of it. */
export function joinTransaction(database: NewsletterDatabase, query: TransactionQueries): NewsletterDatabase {
  return { ...database, query, transaction: (work) => work(query) };
}
