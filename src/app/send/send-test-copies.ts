import { suppressionReason } from '../../subscribers/find-subscribers.js';
import { hashAddress, openKeys } from '../../subscribers/tokens/keys.js';
import { requireAddress } from '../../subscribers/require-address.js';
import { addressSuppressed } from '../../subscribers/subscribers.js';
import type { Configuration } from '../../model/settings/configuration.js';
import { returnPathOf } from '../../send/message/return-path.js';
import { submitTestCopies, type TestCopy } from '../../send/test-copies.js';
import type { NewsletterDatabase } from '../../store/database.js';
import { readFreshMessage } from './read-send.js';
import type { SendContext } from './send-context.js';

/** Addresses for test copies, by their keys, so that nobody gets two. */
export type TestAddresses = ReadonlyMap<string, string>;

/** @throws NewsletterError `address-invalid`. */
export function readTestAddresses(testAddresses: readonly string[]): TestAddresses {
  return new Map(testAddresses.map(requireAddress).map(({ address, key }) => [key, address]));
}

/**
 * A test copy is a mail that a person gets, so their choice counts here too.
 *
 * @throws NewsletterError `subscriber-left` for an address that must not be mailed.
 */
export async function refuseSuppressed(
  testAddresses: TestAddresses,
  configuration: Configuration,
  database: NewsletterDatabase | undefined,
): Promise<void> {
  if (database === undefined) return;
  const keys = await openKeys(configuration, database.query);
  for (const [key, address] of testAddresses) {
    const reason = await suppressionReason(database.query, hashAddress(keys, key));
    if (reason !== undefined) throw addressSuppressed(address);
  }
}

/**
 * Submits a copy to each address, as the issue is built now.
 *
 * @throws NewsletterError `build-missing`, `build-stale`, and the transport's.
 */
export async function sendTestCopies(testAddresses: TestAddresses, context: SendContext): Promise<readonly TestCopy[]> {
  const { template } = await readFreshMessage(context);
  const { configuration, transport, dkim, now, signal } = context;
  const details = { at: now(), dkim, returnPath: returnPathOf(configuration), signal };
  return submitTestCopies(transport, template, [...testAddresses.values()], details);
}
