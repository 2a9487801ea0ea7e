/** A step of the schema. Its number is its position in the list, counted from 1. Steps are added, never changed. */
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
  {
    name: 'people who share an address, whole consent records, changes of address',
    sql: `
      -- Made anew, since SQLite cannot take a UNIQUE away. Children go before their parent: no row is deleted by cascade.
      CREATE TABLE new_subscribers (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        email TEXT NOT NULL,
        address_key TEXT NOT NULL,
        shared_by TEXT NOT NULL DEFAULT '',
        address_hash TEXT NOT NULL,
        name TEXT,
        language TEXT,
        tags TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('pending', 'active', 'unsubscribed', 'suppressed')),
        created_at TEXT NOT NULL,
        UNIQUE (address_key, shared_by)
      ) STRICT;
      INSERT INTO new_subscribers (id, email, address_key, address_hash, name, language, tags, state, created_at)
        SELECT id, email, address_key, address_hash, name, language, tags, state, created_at FROM subscribers;
      DELETE FROM sqlite_sequence WHERE name = 'new_subscribers';
      INSERT INTO sqlite_sequence (name, seq)
        SELECT 'new_subscribers', seq FROM sqlite_sequence WHERE name = 'subscribers';

      -- No reference to subscribers: of who was erased, what happened and when stays as proof, without the person.
      CREATE TABLE new_consent_records (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        subscriber_id INTEGER NOT NULL,
        at TEXT NOT NULL,
        action TEXT NOT NULL,
        source TEXT NOT NULL,
        detail TEXT,
        wording TEXT,
        state_before TEXT,
        state_after TEXT
      ) STRICT;
      INSERT INTO new_consent_records (id, subscriber_id, at, action, source, detail, state_before, state_after)
        SELECT id, subscriber_id, at, action, source, detail,
          CASE action WHEN 'return' THEN 'unsubscribed' WHEN 'remove' THEN 'active' END,
          CASE action WHEN 'remove' THEN 'unsubscribed' ELSE 'active' END
        FROM consent_records;

      DROP TABLE consent_records;
      DROP TABLE subscribers;
      ALTER TABLE new_subscribers RENAME TO subscribers;
      ALTER TABLE new_consent_records RENAME TO consent_records;
      CREATE INDEX consent_records_of_subscriber ON consent_records (subscriber_id);

      -- One open change for each subscriber; a new one has a new number, so that an older mail's link is void.
      CREATE TABLE address_changes (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        subscriber_id INTEGER NOT NULL UNIQUE REFERENCES subscribers (id) ON DELETE CASCADE,
        email TEXT NOT NULL,
        address_key TEXT NOT NULL,
        address_hash TEXT NOT NULL,
        requested_at TEXT NOT NULL
      ) STRICT;
    `,
  },
  {
    name: 'which transport a send last went through, and when it was cancelled',
    sql: `
      ALTER TABLE sends ADD COLUMN transport TEXT;
      ALTER TABLE sends ADD COLUMN cancelled_at TEXT;
    `,
  },
  {
    name: 'an index of the pending deliveries alone, which a delivery leaves for good when it is claimed',
    sql: `
      DROP INDEX deliveries_by_state;
      CREATE INDEX deliveries_pending ON deliveries (send_id, position) WHERE state = 'pending';
    `,
  },
  {
    name: 'which import wrote what, so that one can be undone',
    sql: `
      CREATE TABLE imports (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        file TEXT NOT NULL,
        at TEXT NOT NULL,
        options TEXT NOT NULL,
        counts TEXT NOT NULL,
        undone_at TEXT
      ) STRICT;

      -- No index: an import writes by the million, and is hardly ever undone.
      ALTER TABLE consent_records ADD COLUMN import_id INTEGER;
      ALTER TABLE suppressions ADD COLUMN import_id INTEGER;
    `,
  },
  {
    name: 'how many messages left when, so that limits hold over restarts and processes',
    sql: `
      CREATE TABLE quota_turns (
        scope TEXT PRIMARY KEY,
        next_at INTEGER NOT NULL,
        slow_ms INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE quota_uses (
        scope TEXT NOT NULL,
        minute INTEGER NOT NULL,
        messages INTEGER NOT NULL,
        PRIMARY KEY (scope, minute)
      ) STRICT, WITHOUT ROWID;
    `,
  },
  {
    name: 'why a delivery was uncertain, before a person decided about it',
    sql: `
      ALTER TABLE deliveries ADD COLUMN uncertain_reason TEXT;
    `,
  },
  {
    name: 'which mails of a folder on a mail server were read, so that each is read once',
    sql: `
      -- Numbers of the server and kinds, nothing of the mails themselves.
      CREATE TABLE mailbox_mails (
        mailbox TEXT NOT NULL,
        uid_validity INTEGER NOT NULL,
        uid INTEGER NOT NULL,
        kind TEXT NOT NULL,
        PRIMARY KEY (mailbox, uid_validity, uid)
      ) STRICT, WITHOUT ROWID;
    `,
  },
  {
    name: 'jobs, what forms asked for that is not done yet, and how often service mail was caused',
    sql: `
      -- The ids are all that a job knows. It is deleted with the subscriber whom it is about.
      CREATE TABLE jobs (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        ids TEXT NOT NULL,
        subscriber_id INTEGER REFERENCES subscribers (id) ON DELETE CASCADE,
        state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'uncertain')),
        attempts INTEGER NOT NULL DEFAULT 0,
        due_at TEXT,
        reason TEXT,
        via TEXT,
        worker TEXT,
        worker_pid INTEGER,
        worker_host TEXT,
        renewed_at TEXT,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX jobs_waiting ON jobs (due_at, id) WHERE due_at IS NOT NULL;
      CREATE INDEX jobs_running ON jobs (worker) WHERE worker IS NOT NULL;
      CREATE INDEX jobs_of_subscriber ON jobs (subscriber_id);

      -- subscriber_id: who wants the newsletter at this address; NULL for somebody who wants to subscribe.
      CREATE TABLE form_requests (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        subscriber_id INTEGER REFERENCES subscribers (id) ON DELETE CASCADE,
        email TEXT NOT NULL,
        address_hash TEXT NOT NULL,
        name TEXT,
        language TEXT,
        wording TEXT,
        requested_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX form_requests_by_address ON form_requests (address_hash);
      CREATE INDEX form_requests_of_subscriber ON form_requests (subscriber_id);

      CREATE TABLE service_mail_counts (
        scope TEXT NOT NULL,
        key_hash TEXT NOT NULL,
        times INTEGER NOT NULL,
        since TEXT NOT NULL,
        expires_at TEXT NOT NULL,
        PRIMARY KEY (scope, key_hash)
      ) STRICT;
      CREATE INDEX service_mail_counts_by_end ON service_mail_counts (expires_at);
    `,
  },
  {
    name: 'what came back for a delivery, and the facts of a suppression',
    sql: `
      -- Facts only: no text of a mail, no address. The digest tells a report that is read again.
      CREATE TABLE delivery_events (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        delivery_id TEXT NOT NULL REFERENCES deliveries (id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('permanent', 'temporary', 'policy', 'complaint')),
        digest TEXT NOT NULL,
        at TEXT NOT NULL,
        status TEXT,
        answer TEXT,
        UNIQUE (delivery_id, kind, digest)
      ) STRICT;

      ALTER TABLE suppressions ADD COLUMN note TEXT;
      ALTER TABLE suppressions ADD COLUMN event_id INTEGER;
      ALTER TABLE suppressions ADD COLUMN asked_again_at TEXT;
    `,
  },
];
