import type { Jobs, JobWorker } from '../../jobs/jobs.js';
import { createSqliteJobs } from '../../jobs/sqlite/sqlite-jobs.js';
import { openKeys, type Keys } from '../../subscribers/tokens/keys.js';
import type { ConsentContext } from '../../subscribers/consent/consent.js';
import type { Configuration } from '../../model/settings/configuration.js';
import { databaseFailureOf } from '../../store/database-errors.js';
import { databaseFile, openDatabase } from '../../store/database.js';
import { createTransport } from '../../transports/registry.js';
import { withinLimits } from '../send/send-quota.js';
import { openServiceMailComposer } from '../service-mail/compose-service-mail.js';
import { groupTransactions, type GroupedDatabase } from '../../store/group-commit.js';
import { ListHealth, type ListStatus } from './list-health.js';
import { openServiceMailWorker } from '../service-mail/service-mail-worker.js';

/** Reports, for the log, what went wrong when nobody waits for an answer; it never names an address. */
export type ReportWarning = (what: string, error: unknown) => void;

/** What the use cases of the public pages work with; it is open while the server runs. */
export interface ListContext {
  readonly configuration: Configuration;
  /** The address of its pages, without a slash at the end. */
  readonly publicUrl: string;
  readonly keys: Keys;
  /** Its transactions share commits. */
  readonly database: GroupedDatabase;
  readonly health: ListHealth;
  readonly jobs: Jobs;
  /** Carries out what the pages enqueue, once it was started. */
  readonly worker: JobWorker;
  readonly now: () => Date;
  readonly onWarning: ReportWarning;
  readonly close: () => Promise<void>;
}

/** Short, because no request is answered in the meantime; transactions are tried again. */
const TIMEOUT_MS = 50;

export interface OpenListContextRequest {
  readonly configuration: Configuration;
  readonly publicUrl: string;
  readonly now: () => Date;
  readonly onWarning: ReportWarning;
}

/**
 * Opens what the public pages need.
 *
 * @throws NewsletterError `transport-unknown`, `template-invalid`, and those of the database and the keys.
 */
export async function openListContext(request: OpenListContextRequest): Promise<ListContext> {
  const { configuration, publicUrl, now, onWarning } = request;
  const makeTransport = () => createTransport(configuration.transport, configuration);
  // Made once here, so that a wrong name is found when the server starts and not with the first mail.
  await makeTransport();
  const composer = await openServiceMailComposer(configuration);
  const plain = await openDatabase(configuration.databasePath, TIMEOUT_MS);
  const health = new ListHealth({ database: plain, databasePath: databaseFile(configuration.databasePath) });
  const database = groupTransactions(plain, {
    onTry: (failure) => {
      health.note(failure);
    },
  });
  const keys = await openKeysOrClose(configuration, database);
  const jobs = createSqliteJobs(database);
  const makeLimited = async () => withinLimits(await makeTransport(), { configuration, database, now });
  const mailContext = { configuration, publicUrl, keys, database, composer, createTransport: makeLimited, now };
  const worker = await openServiceMailWorker({ ...mailContext, jobs, onWarning });
  const close = async () => {
    await worker.stop();
    await database.close();
  };
  return { configuration, publicUrl, keys, database, health, jobs, worker, now, onWarning, close };
}

async function openKeysOrClose(configuration: Configuration, database: GroupedDatabase): Promise<Keys> {
  try {
    return await openKeys(configuration, database.query);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Returns the source of a change, for the consent records. */
export function consentOf(list: ListContext, source: string, wording?: string): ConsentContext {
  const { database, keys } = list;
  return { database, keys, source, wording, at: list.now() };
}

/** Says whether the list can be written, or why not. */
export function statusOfList(list: ListContext): Promise<ListStatus> {
  return list.health.status();
}

/** Says what kept the database from doing a request's work, in a word; nothing of it was then written. */
export function listFailureOf(error: unknown): ListStatus | undefined {
  return databaseFailureOf(error);
}
