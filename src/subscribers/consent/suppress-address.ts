import type { Queries } from '../../store/database.js';
import { readAddress } from '../addresses.js';
import { recordConsent, recordRepeated, type ConsentBasis } from './consent.js';
import { findByAddress } from '../find-subscribers.js';
import { hashAddress, type Keys } from '../tokens/keys.js';
/** Why an address is suppressed by a mail server's report. */
export type AutomaticSuppression = 'hard-bounce' | 'complaint';

/**
 * Suppresses an address, in the caller's transaction. Everybody who has it is suppressed, with a consent record that
 * says why; people who unsubscribed before stay as they were. Doing it again changes nothing.
 *
 * @returns how many people were on the list with it.
 */
export async function suppressAddress(
  query: Queries,
  written: string,
  reason: AutomaticSuppression,
  basis: ConsentBasis & { readonly keys: Keys },
): Promise<number> {
  const reading = readAddress(written);
  // A person who was erased has no address in the ledger any more, and is suppressed already.
  if (reading.kind === 'invalid') return 0;
  const suppression = {
    address_hash: hashAddress(basis.keys, reading.key),
    reason,
    created_at: basis.at.toISOString(),
  };
  await query
    .insertInto('suppressions')
    .values(suppression)
    // There is another reason for the suppression now, so undoing the import that wrote it does not remove it.
    .onConflict((conflict) => conflict.column('address_hash').doUpdateSet({ import_id: null }))
    .execute();
  const everybody = await findByAddress(query, reading.key);
  const listed = everybody.filter(({ state }) => state === 'active' || state === 'pending');
  for (const person of everybody.filter((one) => !listed.includes(one))) {
    await recordRepeated(query, person, 'suppress', basis);
  }
  for (const { id, state } of listed) {
    await query.updateTable('subscribers').set({ state: 'suppressed' }).where('id', '=', id).execute();
    const change = { subscriberId: id, action: 'suppress', before: state, after: 'suppressed' } as const;
    await recordConsent(query, change, basis);
  }
  return listed.length;
}
