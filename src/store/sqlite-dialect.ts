import type Sqlite from 'better-sqlite3';
import {
  CompiledQuery,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type SqliteDatabase,
  type SqliteDialectConfig,
  type SqliteStatement,
} from 'kysely';
import { describeCode } from './database-errors.js';

/** How many prepared statements are kept. The program has fewer, so only rare ones are prepared twice. */
const STATEMENT_LIMIT = 500;

/**
 * Begins with the write lock: otherwise a transaction that reads first and writes later could fail when another process
 * has written in between.
 */
class ImmediateDriver extends SqliteDriver {
  readonly #isInTransaction: () => boolean;

  constructor(configuration: SqliteDialectConfig, isInTransaction: () => boolean) {
    super(configuration);
    this.#isInTransaction = isInTransaction;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** SQLite has rolled back already when the disk is full; a second rollback would hide that behind another error. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#isInTransaction()) await super.rollbackTransaction(connection);
  }
}

/** Kysely's SQLite dialect with immediate transactions, cached statements and errors in words for people. */
export class NewsletterSqliteDialect extends SqliteDialect {
  readonly #configuration: SqliteDialectConfig;
  readonly #sqlite: Sqlite.Database;

  constructor(sqlite: Sqlite.Database, path: string) {
    const configuration = { database: keepStatements(sqlite, path) };
    super(configuration);
    this.#configuration = configuration;
    this.#sqlite = sqlite;
  }

  override createDriver(): ImmediateDriver {
    return new ImmediateDriver(this.#configuration, () => this.#sqlite.inTransaction);
  }
}

function keepStatements(sqlite: Sqlite.Database, path: string): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => {
      sqlite.close();
    },
    prepare: (sql) => {
      const kept = statements.get(sql);
      if (kept !== undefined) return kept;
      const statement = describeCode(path, () => describing(sqlite.prepare(sql), path));
      if (statements.size < STATEMENT_LIMIT) statements.set(sql, statement);
      return statement;
    },
  };
}

function describing(statement: Sqlite.Statement, path: string): SqliteStatement {
  return {
    reader: statement.reader,
    all: (parameters) => describeCode(path, () => statement.all(...parameters)),
    run: (parameters) => describeCode(path, () => statement.run(...parameters)),
    iterate: (parameters) => describeCode(path, () => statement.iterate(...parameters)),
  };
}
