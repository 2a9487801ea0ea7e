import { errorCode } from '../files/error-code.js';
import { NewsletterError, type ErrorText } from '../model/error.js';
const RESTORE =
  'Stop other programs that use it, check the disk, and restore the file from your last backup if it is damaged.';

const READ_ONLY = /^SQLITE_(READONLY|PERM|AUTH)/;
/** The result codes of opening and writing when there is no space even for the log beside the database. */
const FULL = /^SQLITE_(FULL|IOERR_(WRITE|FSYNC|TRUNCATE|SHM\w+))/;
const LOCKED = /^SQLITE_(BUSY|LOCKED)/;

function noDatabaseText(path: string): ErrorText {
  return {
    message: `${path} is not a database of this program.`,
    expected: 'a database that `newsletter` made, or no file at all',
    help: 'Move the file away; a new database is made by the next import. Or restore the right file from a backup.',
  };
}

/** What SQLite's result codes mean for a person (https://sqlite.org/rescode.html). */
const TEXTS: readonly (readonly [code: RegExp, text: (path: string) => ErrorText])[] = [
  [
    READ_ONLY,
    (path) => ({
      message: `The database ${path} cannot be written to.`,
      expected: 'a file and a folder that you may write to',
      help: 'Give yourself the right to write to the file and its folder, or move the workspace to a disk that is not read-only.',
    }),
  ],
  [
    FULL,
    (path) => ({
      message: `The disk is full, so the database ${path} could not be written. Nothing that was recorded is lost.`,
      expected: 'some free space on the disk of the workspace',
      help: 'Make room on the disk, then run the same command again: it goes on where it stopped.',
    }),
  ],
  [/^SQLITE_NOTADB/, noDatabaseText],
  [
    /^SQLITE_CORRUPT/,
    (path) => ({ message: `The database ${path} is damaged.`, expected: 'a whole database file', help: RESTORE }),
  ],
  [
    LOCKED,
    (path) => ({
      message: `The database ${path} is in use by another program, and did not become free within 5 seconds.`,
      expected: 'one writer at a time',
      help: 'Wait until the other command has finished, then run this one again.',
    }),
  ],
  [
    /^SQLITE_(CANTOPEN|IOERR)/,
    (path) => ({
      message: `The database ${path} could not be read or written.`,
      expected: 'a file on a disk of this computer (not on a network share) that you may write to',
      help: RESTORE,
    }),
  ],
];

/** Does some work with a database, and rethrows SQLite's errors in words for people. */
export function describeCode<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw describeDatabaseError(error, path);
  }
}

/** Converts an error of SQLite into words for people; any other error is returned unchanged. */
export function describeDatabaseError(error: unknown, path: string): unknown {
  const code = errorCode(error);
  if (code === undefined) return error;
  const text = TEXTS.find(([pattern]) => pattern.test(code))?.[1];
  return text === undefined ? error : new NewsletterError('database-unusable', text(path), error);
}

/** Why a database cannot be written, as a word for programs. */
export type DatabaseFailure = 'database-locked' | 'disk-full' | 'read-only' | 'database-unusable';

const FAILURES: readonly (readonly [code: RegExp, failure: DatabaseFailure])[] = [
  [LOCKED, 'database-locked'],
  [FULL, 'disk-full'],
  [READ_ONLY, 'read-only'],
  [/^SQLITE_(NOTADB|CORRUPT|CANTOPEN|IOERR)/, 'database-unusable'],
];

/** Returns what kept a database from working; `undefined` for an error about something else. */
export function databaseFailureOf(error: unknown): DatabaseFailure | undefined {
  const cause = error instanceof NewsletterError ? error.cause : error;
  const code = errorCode(cause);
  if (code === undefined) return undefined;
  return FAILURES.find(([pattern]) => pattern.test(code))?.[1];
}

/**
 * Says whether an error means that another program was writing for too long. Nothing was written then, and the work can
 * be tried again.
 */
export function isDatabaseBusy(error: unknown): boolean {
  return databaseFailureOf(error) === 'database-locked';
}

/** Makes the error for a database that a newer version of this program made. */
export function newerDatabase(path: string, found: number, known: number): NewsletterError {
  return new NewsletterError('database-unusable', {
    message: `The database ${path} was made by a newer version of this program (its form is ${String(found)}, this version knows ${String(known)}).`,
    expected: 'a program at least as new as its database',
    help: 'Update `newsletter` on this computer, then run the command again.',
  });
}

/** Makes the error for a file that SQLite did not write. */
export function noDatabase(path: string): NewsletterError {
  return new NewsletterError('database-unusable', noDatabaseText(path));
}

/** Makes the error for a SQLite file that holds something else. */
export function foreignDatabase(path: string): NewsletterError {
  return new NewsletterError('database-foreign', {
    message: `${path} is a database of another program.`,
    expected: 'a database that `newsletter` made, or no file at all',
    help: 'Move the file away, or name another one in NEWSLETTER_DATABASE_URL.',
  });
}

/** Makes the error for a database, or one of SQLite's files beside it, that has a second name. */
export function databaseLinked(path: string): NewsletterError {
  return new NewsletterError('database-linked', {
    message: `${path} has more than one name on this disk (a hard link), so another program could use it without this one noticing, and readers would be mailed twice. Nothing was done.`,
    expected: 'a database with one name only',
    help: `Stop every program that uses it. The name under which it was used last is the right one, together with the files with -wal and -shm at their ends beside it. Remove the other name: "find / -samefile ${path}" lists all of them.`,
  });
}

/** Makes the error for a database that is mounted into a container by itself, without its folder. */
export function databaseMounted(path: string): NewsletterError {
  return new NewsletterError('database-linked', {
    message: `The file ${path} is mounted by itself, so what belongs beside it (-wal, -shm) is missing here: changes could be lost, and readers mailed twice. Nothing was done.`,
    expected: 'the folder of the database, mounted as a whole',
    help: 'Mount the folder of the workspace into the container, never the file of the database.',
  });
}

/** Makes the error for a log without its database: SQLite would throw its changes away. */
export function logWithoutDatabase(path: string, log: string): NewsletterError {
  return new NewsletterError('database-linked', {
    message: `${log} holds the latest changes of a database, but ${path} is missing or empty. Nothing was done.`,
    expected: 'the database together with its log, or neither',
    help: 'Bring the database back to its place beside the log. If you want to begin anew, move the log away as well.',
  });
}

/** Makes the error for a database server, which this version cannot use. */
export function unsupportedDatabase(scheme: string): NewsletterError {
  return new NewsletterError('database-unsupported', {
    message: `A database of the kind "${scheme}" is not supported yet.`,
    expected: 'a file, such as data/newsletter.db',
    help: 'Correct NEWSLETTER_DATABASE_URL, or remove it: the default is data/newsletter.db in the workspace.',
  });
}
