import { openKeys } from '../audience/keys.js';
import type { ConsentContext } from '../audience/consent.js';
import type { Keys } from '../audience/keys.js';
import type { Configuration } from '../model/configuration.js';
import { openDatabase } from '../store/database.js';
import type { NewsletterDatabase } from '../store/database.js';
import { createTransport } from '../transports/registry.js';
import { openServiceMailComposer, type ServiceMailComposer } from './compose-service-mail.js';
import { groupTransactions } from './grouped-transactions.js';
import { ServiceMailQueue, type Trouble } from './service-mail-queue.js';

/** What the use cases of the public pages work with; open as long as the server runs. */
export interface ServedList {
  readonly configuration: Configuration;
  /** Where its pages can be reached, without a slash at the end. */
  readonly publicUrl: string;
  readonly keys: Keys;
  /** Its transactions share commits. */
  readonly database: NewsletterDatabase;
  readonly mails: ServiceMailQueue;
  readonly composer: ServiceMailComposer;
  readonly now: () => Date;
  readonly onTrouble: Trouble;
  readonly close: () => Promise<void>;
}

/** Short, since no request is answered meanwhile; transactions are tried again. */
const PATIENCE_MILLISECONDS = 50;

export interface OpenServedListRequest {
  readonly configuration: Configuration;
  readonly publicUrl: string;
  readonly now: () => Date;
  readonly onTrouble: Trouble;
}

/**
 * Opens what the public pages need.
 *
 * @throws NewsletterError `transport-unknown`, `template-invalid`, and the database's and the keys'.
 */
export async function openServedList(request: OpenServedListRequest): Promise<ServedList> {
  const { configuration, publicUrl, now, onTrouble } = request;
  const makeTransport = () => createTransport(configuration.transport, configuration);
  // Made once here, so that a wrong name is found when the server starts and not with the first mail.
  await makeTransport();
  const composer = await openServiceMailComposer(configuration);
  const database = groupTransactions(await openDatabase(configuration.databasePath, PATIENCE_MILLISECONDS));
  const keys = await openKeysOrClose(configuration, database);
  const mails = new ServiceMailQueue({ configuration, createTransport: makeTransport, now, onTrouble });
  const close = async () => {
    await mails.close();
    await database.close();
  };
  return { configuration, publicUrl, keys, database, mails, composer, now, onTrouble, close };
}

async function openKeysOrClose(configuration: Configuration, database: NewsletterDatabase): Promise<Keys> {
  try {
    return await openKeys(configuration, database.query);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** How a change came about, for the consent records. */
export function consentOf(list: ServedList, source: string, wording?: string): ConsentContext {
  const { database, keys } = list;
  return { database, keys, source, wording, at: list.now() };
}

/** Whether the database can be read. */
export async function isListHealthy(list: ServedList): Promise<boolean> {
  try {
    await list.database.query.selectFrom('subscribers').select('id').limit(1).execute();
    return true;
  } catch {
    return false;
  }
}
