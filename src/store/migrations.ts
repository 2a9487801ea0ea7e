/** A step of the schema; its number is its place in the list, counted from 1. Steps are added, never changed. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

export const MIGRATIONS: readonly Migration[] = [
  {
    name: 'subscribers, sends and the ledger',
    sql: `
      CREATE TABLE subscribers (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        email TEXT NOT NULL,
        address_key TEXT NOT NULL UNIQUE,
        address_hash TEXT NOT NULL,
        name TEXT,
        language TEXT,
        tags TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('pending', 'active', 'unsubscribed', 'suppressed')),
        created_at TEXT NOT NULL
      ) STRICT;

      CREATE TABLE consent_records (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        subscriber_id INTEGER NOT NULL REFERENCES subscribers (id) ON DELETE CASCADE,
        at TEXT NOT NULL,
        action TEXT NOT NULL,
        source TEXT NOT NULL,
        detail TEXT
      ) STRICT;
      CREATE INDEX consent_records_of_subscriber ON consent_records (subscriber_id);

      CREATE TABLE suppressions (
        address_hash TEXT PRIMARY KEY,
        reason TEXT NOT NULL,
        created_at TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE sends (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        issue TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('real', 'rehearsal')),
        build_hash TEXT NOT NULL,
        message TEXT NOT NULL,
        date_header TEXT NOT NULL,
        audience INTEGER NOT NULL,
        created_at TEXT NOT NULL,
        completed_at TEXT,
        UNIQUE (issue, kind)
      ) STRICT;

      -- No reference to subscribers: who was erased since is skipped, and the row stays as proof.
      CREATE TABLE deliveries (
        send_id INTEGER NOT NULL REFERENCES sends (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        id TEXT NOT NULL UNIQUE,
        subscriber_id INTEGER NOT NULL,
        address TEXT NOT NULL,
        name TEXT,
        language TEXT,
        message_id TEXT NOT NULL UNIQUE,
        state TEXT NOT NULL
          CHECK (state IN ('pending', 'submitting', 'submitted', 'failed', 'uncertain', 'skipped')),
        reason TEXT,
        attempts INTEGER NOT NULL DEFAULT 0,
        attempt_after TEXT,
        updated_at TEXT NOT NULL,
        PRIMARY KEY (send_id, position)
      ) STRICT;
      -- Claiming reads it in order; with WITHOUT ROWID, SQLite would walk through all that was submitted before.
      CREATE INDEX deliveries_by_state ON deliveries (send_id, state, position);
      CREATE INDEX deliveries_of_subscriber ON deliveries (subscriber_id);

      CREATE TABLE leases (
        issue TEXT NOT NULL,
        kind TEXT NOT NULL,
        fencing INTEGER NOT NULL,
        pid INTEGER,
        host TEXT NOT NULL,
        renewed_at TEXT NOT NULL,
        PRIMARY KEY (issue, kind)
      ) STRICT, WITHOUT ROWID;
    `,
  },
];
