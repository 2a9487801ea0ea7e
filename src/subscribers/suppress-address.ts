import type { Queries } from '../store/database.js';
import { readAddress } from './addresses.js';
import { recordConsent, recordRepeated } from './consent.js';
import type { ConsentBasis } from './consent.js';
import { findByAddress } from './find-subscribers.js';
import { hashAddress } from './keys.js';
import type { Keys } from './keys.js';

/** Why an address is taken off by what mail servers say of it. */
export type AutomaticSuppression = 'hard-bounce' | 'complaint';

/**
 * Takes an address off the list for good, in the transaction of whoever calls it: everybody who has it is suppressed,
 * with a consent record that says why; who had left before stays as they were. Doing it again changes nothing.
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
  // Who was erased since has no address in the ledger any more, and is suppressed already.
  if (reading.kind === 'invalid') return 0;
  const suppression = {
    address_hash: hashAddress(basis.keys, reading.key),
    reason,
    created_at: basis.at.toISOString(),
  };
  await query
    .insertInto('suppressions')
    .values(suppression)
    // One that an import wrote stays when that import is undone, since there is another reason for it now.
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
