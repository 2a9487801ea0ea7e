import type Sqlite from 'better-sqlite3';
import type { SubscriberState } from '../../model/send/subscriber.js';
import { describeCode } from '../database-errors.js';
import type { NewConsentRecordRow, NewSubscriberRow, NewSuppressionRow } from '../tables.js';

/** What an import needs to know about people who are on the list already. */
export interface KnownAddress {
  readonly id: number;
  readonly name: string | null;
  readonly state: SubscriberState;
}

/**
 * Reads and writes millions of rows for imports. The statements are prepared once and run synchronously, because a
 * query builder would spend more time on each row than SQLite does. Use them only inside a transaction of the same
 * database.
 */
export interface BulkRows {
  /** The highest number that a subscriber ever had; an import continues from it. */
  highestSubscriberId(): number;
  findByAddressKey(addressKey: string): readonly KnownAddress[];
  isSuppressed(addressHash: string): boolean;
  /** The import that alone set somebody's state; `undefined` when anything else happened to them since. */
  importBehind(subscriberId: number): number | undefined;
  insertSubscriber(row: NewSubscriberRow): void;
  setState(id: number, state: SubscriberState): void;
  insertConsentRecord(row: NewConsentRecordRow): void;
  /** A hash that is already stored keeps its first reason. */
  insertSuppression(row: NewSuppressionRow): void;
}

export function prepareBulkRows(sqlite: Sqlite.Database, path: string): BulkRows {
  const highest = sqlite.prepare<[], { seq: number }>("SELECT seq FROM sqlite_sequence WHERE name = 'subscribers'");
  const find = sqlite.prepare<[string], KnownAddress>(
    'SELECT id, name, state FROM subscribers WHERE address_key = ? ORDER BY id',
  );
  const suppressed = sqlite.prepare<[string], { found: number }>(
    'SELECT 1 AS found FROM suppressions WHERE address_hash = ?',
  );
  const subscriber = sqlite.prepare(
    `INSERT INTO subscribers (id, email, address_key, shared_by, address_hash, name, language, tags, state, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const state = sqlite.prepare('UPDATE subscribers SET state = ? WHERE id = ?');
  const consent = sqlite.prepare(
    `INSERT INTO consent_records (subscriber_id, at, action, source, detail, state_before, state_after, import_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const suppression = sqlite.prepare(
    'INSERT OR IGNORE INTO suppressions (address_hash, reason, created_at, import_id) VALUES (?, ?, ?, ?)',
  );
  const behind = sqlite.prepare<[number], { import_id: number | null }>(
    `SELECT iif(state_before IS state_after, NULL, import_id) AS import_id
      FROM consent_records WHERE subscriber_id = ? ORDER BY id DESC LIMIT 1`,
  );
  return {
    highestSubscriberId: () => describeCode(path, () => highest.get()?.seq ?? 0),
    findByAddressKey: (key) => describeCode(path, () => find.all(key)),
    isSuppressed: (hash) => describeCode(path, () => suppressed.get(hash) !== undefined),
    importBehind: (id) => describeCode(path, () => behind.get(id)?.import_id ?? undefined),
    insertSubscriber: (row) => {
      const { id, email, address_key: key, shared_by: shared = '', address_hash: hash, name, language } = row;
      describeCode(path, () =>
        subscriber.run(id, email, key, shared, hash, name, language, row.tags, row.state, row.created_at),
      );
    },
    setState: (id, to) => {
      describeCode(path, () => state.run(to, id));
    },
    insertConsentRecord: (row) => {
      const { subscriber_id: id, at, action, source, detail, state_before: before, state_after: after } = row;
      describeCode(path, () => consent.run(id, at, action, source, detail, before, after, row.import_id));
    },
    insertSuppression: (row) => {
      describeCode(path, () => suppression.run(row.address_hash, row.reason, row.created_at, row.import_id));
    },
  };
}
