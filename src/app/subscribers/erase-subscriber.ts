import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { ConsentContext } from '../../subscribers/consent/consent.js';
import { eraseFromCsvFile } from '../../subscribers/csv/csv-erase.js';
import { eraseAddress, erasePerson, isUnderWay, type ErasedPeople } from '../../subscribers/consent/erase-person.js';
import { openKeys } from '../../subscribers/tokens/keys.js';
import { requireAddress, subscriberMissing } from '../../subscribers/require-address.js';
import type { Configuration } from '../../model/settings/configuration.js';
import { NewsletterError } from '../../model/error.js';
import { openExistingDatabase, type NewsletterDatabase } from '../../store/database.js';
import { withDatabase } from '../../store/with-database.js';
import { relativeToWorkspace } from '../../workspace/locate.js';
import { findFilesWith } from '../../workspace/search-files.js';

/** What was done with the person's traces; files are relative to the workspace. */
export interface EraseReport {
  /** How many people with the address were on the list. */
  readonly people: number;
  /** Files of messages that were removed. */
  readonly removedFiles: readonly string[];
  /** Lists of the secretariat, and how many records were removed from each. */
  readonly changedFiles: readonly { readonly file: string; readonly records: number }[];
  /** Files that still hold the address; only people may change them. */
  readonly remainingFiles: readonly string[];
  /** Whether SQLite has removed every byte; otherwise another program held the database, and it is done again later. */
  readonly compacted: boolean;
}

export interface EraseSubscriberRequest {
  readonly configuration: Configuration;
  readonly address: string;
  /** Leaves the secretariat's own CSV files as they are. */
  readonly keepFiles: boolean;
  readonly now: () => Date;
}

/** Where the address is stored, before anything is erased. */
export interface ErasePlan {
  readonly address: string;
  /** CSV files from which its records would be removed; relative to the workspace. */
  readonly files: readonly string[];
}

/**
 * Finds where an address is stored, for the person who has to confirm the erasure.
 *
 * @throws NewsletterError `address-invalid`.
 */
export async function planToErase(configuration: Configuration, written: string): Promise<ErasePlan> {
  const { address, key } = requireAddress(written);
  const found = await filesWith(configuration, [address, key]);
  return { address, files: found.filter(isList).map((file) => relativeToWorkspace(configuration.root, file)) };
}

/**
 * Erases everybody with an address from the database, the outbox, the caches and the lists in the workspace, and keeps
 * a keyed hash, so that no import brings them back. Doing it again is harmless.
 *
 * @throws NewsletterError `address-invalid`, `subscriber-missing`, and those of the database and the keys.
 */
export async function eraseAddressEverywhere(request: EraseSubscriberRequest): Promise<EraseReport> {
  const { configuration, now, keepFiles } = request;
  const { address, key } = requireAddress(request.address);
  return withDatabase(openExistingDatabase(configuration.databasePath), async (database) => {
    if (database === undefined) throw subscriberMissing(address);
    const keys = await openKeys(configuration, database.query);
    const erased = await eraseAddress({ database, keys, source: 'secretariat', at: now() }, address);
    if (erased === undefined) throw subscriberMissing(address);
    const everything = { ...erased, addresses: [...new Set([...erased.addresses, key])] };
    return eraseTraces(configuration, database, everything, keepFiles);
  });
}

/**
 * Erases one subscriber who asks for it by the link in their mails, in the same way. The secretariat's own lists stay
 * as they are, and the report names them.
 */
export async function eraseByLink(
  configuration: Configuration,
  context: ConsentContext,
  subscriberId: number,
): Promise<EraseReport> {
  const erased = await erasePerson(context, subscriberId);
  if (erased.people === 0)
    return { people: 0, removedFiles: [], changedFiles: [], remainingFiles: [], compacted: true };
  return eraseTraces(configuration, context.database, erased, true);
}

async function eraseTraces(
  configuration: Configuration,
  database: NewsletterDatabase,
  erased: ErasedPeople,
  keepFiles: boolean,
): Promise<EraseReport> {
  const { root } = configuration;
  await waitForSender(database, erased);
  const compacted = database.compact();
  const ours = [path.join(root, 'outbox'), path.join(root, 'data', 'cache')];
  const removedFiles: string[] = [];
  const remove = async (file: string): Promise<void> => {
    await rm(file, { force: true });
    removedFiles.push(relativeToWorkspace(root, file));
  };
  for (const { issue, messageId } of erased.messages) {
    const file = path.join(root, 'outbox', issue, `${messageId}.eml`);
    if (existsSync(file)) await remove(file);
  }
  const changedFiles: { file: string; records: number }[] = [];
  for (const file of await filesWith(configuration, erased.addresses)) {
    if (ours.some((folder) => file.startsWith(folder + path.sep))) {
      await remove(file);
    } else if (isList(file) && !keepFiles) {
      const records = await eraseFromList(file, erased.addresses);
      if (records > 0) changedFiles.push({ file: relativeToWorkspace(root, file), records });
    }
  }
  const remaining = await filesWith(configuration, erased.addresses);
  return {
    people: erased.people,
    removedFiles,
    changedFiles,
    remainingFiles: remaining.map((file) => relativeToWorkspace(root, file)),
    compacted,
  };
}

const SENDER_MS = 5000;
const SENDER_LOOK_MS = 50;

/**
 * A message that a sender is writing right now would come back after the erasure; a sender that died writes nothing.
 */
async function waitForSender(database: NewsletterDatabase, erased: ErasedPeople): Promise<void> {
  const until = performance.now() + SENDER_MS;
  while (performance.now() < until && (await isUnderWay(database.query, erased.messages))) {
    await new Promise((resolve) => setTimeout(resolve, SENDER_LOOK_MS));
  }
}

/** A list that cannot be read stays as it is, and is named among what remains. */
async function eraseFromList(file: string, addresses: readonly string[]): Promise<number> {
  try {
    return await eraseFromCsvFile(file, addresses);
  } catch (error) {
    if (error instanceof NewsletterError) return 0;
    throw error;
  }
}

function isList(file: string): boolean {
  return /\.(csv|tsv)$/i.test(file);
}

/** The database is left out: it was compacted, and its texts follow each other without a gap. */
function filesWith(configuration: Configuration, addresses: readonly string[]): Promise<readonly string[]> {
  const { root, databasePath } = configuration;
  const database = new Set(['', '-wal', '-shm', '-journal'].map((ending) => databasePath + ending));
  return findFilesWith(root, addresses, (file) => database.has(file));
}
