import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type Sqlite from 'better-sqlite3';
import type { Kysely, Transaction } from 'kysely';
import { errorCode, isMissing } from '../files/error-code.js';
import { NewsletterError } from '../model/error.js';
import { prepareBulkRows, type BulkRows } from './rows/bulk-rows.js';
import {
  describeDatabaseError,
  foreignDatabase,
  describeCode,
  newerDatabase,
  unsupportedDatabase,
} from './database-errors.js';
import { makeDatabaseFile, requireOneName } from './database-file.js';
import { APPLICATION_ID, requireOurs } from './database-header.js';
import { prepareDeliverySteps, type DeliverySteps } from './rows/delivery-steps.js';
import { MIGRATIONS } from './migrations.js';
import type { Tables } from './tables.js';

/** Queries, inside or outside a transaction. */
export type Queries = Kysely<Tables> | Transaction<Tables>;

/** Queries inside a transaction. */
export type TransactionQueries = Transaction<Tables>;

/** An open database. SQLite and kysely are loaded only when one is opened. */
export interface NewsletterDatabase {
  readonly query: Kysely<Tables>;
  /** Runs all of the work or none of it; other writers wait in the meantime. Transactions are not nested. */
  transaction<T>(work: (query: Transaction<Tables>) => Promise<T>): Promise<T>;
  /** Runs the work in a transaction, rolls it back, and returns the work's result. */
  tryOut<T>(work: (query: Transaction<Tables>) => Promise<T>): Promise<T>;
  /** Statements for many rows; each call prepares them again. */
  bulkRows(): BulkRows;
  /** Statements for the steps of a send; each call prepares them again. */
  deliverySteps(): DeliverySteps;
  /**
   * Rewrites the database so that no deleted data is left in any of its files.
   *
   * @returns whether it succeeded; another program that is reading can hold a file back until it has finished.
   */
  compact(): boolean;
  /** Commits a change that changes nothing; it fails when nothing can be written. */
  tryToWrite(): Promise<void>;
  /** A number that changes when another connection has committed something; to read it costs hardly anything. */
  foreignChanges(): number;
  close(): Promise<void>;
}

/**
 * SQLite's name for a temporary database, which is in memory while it is small (https://sqlite.org/inmemorydb.html).
 */
const SCRATCH = '';
const BUSY_TIMEOUT_MS = 5000;
/** The cache is small, so that a send to a long list needs hardly more memory than one to a short list. */
const CACHE_KIB = 2048;
/** With a small cache, an import of a million rows writes most pages several times. */
const IMPORT_CACHE_KIB = 65_536;

/**
 * Opens the database and migrates it; makes it (0600, a new folder 0700) when there is none.
 *
 * @param location absolute path of the file.
 * @param busyTimeoutMs for how many milliseconds a query waits while another program writes; it blocks the process.
 * @throws NewsletterError `database-unusable`, `database-foreign`, `database-linked`, or `database-unsupported` for a
 *   server's address.
 */
export async function openDatabase(location: string, busyTimeoutMs = BUSY_TIMEOUT_MS): Promise<NewsletterDatabase> {
  const path = databaseFile(location);
  try {
    await requireOneName(path);
    await makeDatabaseFile(path);
    await requireOurs(path);
  } catch (error) {
    throw describeDatabaseError(toCannotOpenError(error), path);
  }
  return connect(path, busyTimeoutMs);
}

/** Opens the database if there is one, so that a command that only reads never leaves a file behind. */
export async function openExistingDatabase(location: string): Promise<NewsletterDatabase | undefined> {
  const path = databaseFile(location);
  try {
    await stat(path);
    await requireOneName(path);
    await requireOurs(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw describeDatabaseError(toCannotOpenError(error), path);
  }
  return connect(path);
}

/** Opens an empty database for a trial; its content is lost when it is closed. */
export function openScratchDatabase(): Promise<NewsletterDatabase> {
  return connect(SCRATCH);
}

/**
 * Returns the path of the file that a location names.
 *
 * @throws NewsletterError `database-unsupported` for a server's address.
 */
export function databaseFile(location: string): string {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(location)?.[1]?.toLowerCase();
  if (scheme === undefined) return location;
  if (scheme === 'file') return fileURLToPath(location);
  throw unsupportedDatabase(scheme);
}

/** The file system's errors (no permission, no folder) read like SQLite's; ours are returned unchanged. */
function toCannotOpenError(error: unknown): Error {
  if (error instanceof NewsletterError) return error;
  const code = errorCode(error) ?? '';
  const sqliteCode = code === 'EROFS' || code === 'EACCES' || code === 'EPERM' ? 'SQLITE_READONLY' : 'SQLITE_CANTOPEN';
  return Object.assign(new Error(code, { cause: error }), { code: code === 'ENOSPC' ? 'SQLITE_FULL' : sqliteCode });
}

async function connect(path: string, busyTimeoutMs = BUSY_TIMEOUT_MS): Promise<NewsletterDatabase> {
  const [{ default: Driver }, { Kysely }, { NewsletterSqliteDialect }] = await Promise.all([
    import('better-sqlite3'),
    import('kysely'),
    import('./sqlite-dialect.js'),
  ]);
  const sqlite = openSqlite(Driver, path, busyTimeoutMs);
  const query = new Kysely<Tables>({ dialect: new NewsletterSqliteDialect(sqlite, path) });
  return {
    query,
    transaction: (work) => query.transaction().execute(work),
    tryOut: (work) => tryOut(query, work),
    bulkRows: () => {
      sqlite.pragma(`cache_size = -${String(IMPORT_CACHE_KIB)}`);
      return prepareBulkRows(sqlite, path);
    },
    deliverySteps: () => prepareDeliverySteps(sqlite, path),
    compact: () => compact(sqlite, path),
    tryToWrite: () =>
      query.transaction().execute(() => {
        describeCode(path, () => {
          // Sets the version that it already has: SQLite writes the page nevertheless, and no row is touched.
          setUserVersion(sqlite, userVersion(sqlite));
        });
        return Promise.resolve();
      }),
    foreignChanges: () => describeCode(path, () => Number(sqlite.pragma('data_version', { simple: true }))),
    close: async () => {
      await query.destroy();
      sqlite.close();
    },
  };
}

/** Ends a transaction whose work is only a trial. */
class DryRunResult<T> extends Error {
  readonly result: T;

  constructor(result: T) {
    super('only tried out');
    this.result = result;
  }
}

async function tryOut<T>(query: Kysely<Tables>, work: (query: Transaction<Tables>) => Promise<T>): Promise<T> {
  let triedOut: DryRunResult<T> | undefined;
  try {
    return await query.transaction().execute(async (transaction) => {
      triedOut = new DryRunResult(await work(transaction));
      throw triedOut;
    });
  } catch (error) {
    if (triedOut !== undefined && error === triedOut) return triedOut.result;
    throw error;
  }
}

function openSqlite(Driver: typeof Sqlite, path: string, busyTimeoutMs: number): Sqlite.Database {
  let sqlite: Sqlite.Database | undefined;
  try {
    sqlite = new Driver(path, { fileMustExist: true, timeout: busyTimeoutMs });
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('foreign_keys = ON');
    // Deleted data is overwritten at once, even without a compaction.
    sqlite.pragma('secure_delete = ON');
    sqlite.pragma(`cache_size = -${String(CACHE_KIB)}`);
    migrate(sqlite, path);
    return sqlite;
  } catch (error) {
    sqlite?.close();
    throw describeDatabaseError(error, path);
  }
}

function compact(sqlite: Sqlite.Database, path: string): boolean {
  try {
    // Pages that SQLite rearranged can hold a second copy of a row; only a rewrite is sure to leave none.
    sqlite.exec('VACUUM');
    return Number(sqlite.pragma('wal_checkpoint(TRUNCATE)', { simple: true })) === 0;
  } catch (error) {
    throw describeDatabaseError(error, path);
  }
}

function migrate(sqlite: Sqlite.Database, path: string): void {
  if (userVersion(sqlite) === MIGRATIONS.length && isOurs(sqlite)) return;
  // Takes the lock before it reads the version: two commands may start at once on a new database.
  sqlite
    .transaction(() => {
      const version = userVersion(sqlite);
      if (version > 0 ? !isOurs(sqlite) : hasTables(sqlite)) throw foreignDatabase(path);
      if (version > MIGRATIONS.length) throw newerDatabase(path, version, MIGRATIONS.length);
      for (const migration of MIGRATIONS.slice(version)) sqlite.exec(migration.sql);
      sqlite.pragma(`application_id = ${String(APPLICATION_ID)}`);
      setUserVersion(sqlite, MIGRATIONS.length);
    })
    .immediate();
}

function userVersion(sqlite: Sqlite.Database): number {
  return Number(sqlite.pragma('user_version', { simple: true }));
}

function setUserVersion(sqlite: Sqlite.Database, version: number): void {
  sqlite.pragma(`user_version = ${String(version)}`);
}

function isOurs(sqlite: Sqlite.Database): boolean {
  return Number(sqlite.pragma('application_id', { simple: true })) === APPLICATION_ID;
}

function hasTables(sqlite: Sqlite.Database): boolean {
  return sqlite.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() !== undefined;
}
