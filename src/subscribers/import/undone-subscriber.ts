import type { Queries } from '../../store/database.js';
import { readAddress } from '../addresses.js';
import { newestConsent, recordConsent, type ConsentContext } from '../consent/consent.js';
import { findByAddress, LEFT } from '../find-subscribers.js';
import { hashAddress } from '../tokens/keys.js';

/**
 * Unsubscribes a person whose import was undone after they had been mailed; only the ledger still has the address that
 * the link went to. If somebody is on the list with it, they are unsubscribed; otherwise no import brings the address
 * back.
 */
export async function unsubscribeUndoneSubscriber(
  query: Queries,
  context: ConsentContext,
  subscriberId: number,
): Promise<void> {
  const newest = await newestConsent(query, subscriberId);
  if (newest?.action !== 'undo-import') return;
  const mailed = await query
    .selectFrom('deliveries')
    .select(['address', 'name'])
    .distinct()
    .where('subscriber_id', '=', subscriberId)
    .execute();
  for (const { address, name } of mailed) {
    const reading = readAddress(address);
    if (reading.kind === 'valid') await unsubscribeById(query, context, { key: reading.key, name });
  }
  await recordConsent(query, { subscriberId, action: 'unsubscribe', before: undefined, after: undefined }, context);
}

interface MailedAddress {
  readonly key: string;
  readonly name: string | null;
}

async function unsubscribeById(query: Queries, context: ConsentContext, { key, name }: MailedAddress): Promise<void> {
  const everybody = await findByAddress(query, key);
  // Of several people who share the address, only the one with this name; if none has it, nobody can be told apart.
  const named = everybody.filter((row) => row.name === name);
  const listed = (named.length > 0 ? named : everybody).filter(
    ({ state }) => state === 'active' || state === 'pending',
  );
  for (const { id, state } of listed) {
    await query.updateTable('subscribers').set({ state: 'unsubscribed' }).where('id', '=', id).execute();
    const change = { subscriberId: id, action: 'unsubscribe', before: state, after: 'unsubscribed' } as const;
    await recordConsent(query, change, context);
  }
  if (everybody.length > 0) return;
  await query
    .insertInto('suppressions')
    .values({ address_hash: hashAddress(context.keys, key), reason: LEFT, created_at: context.at.toISOString() })
    .onConflict((conflict) => conflict.column('address_hash').doNothing())
    .execute();
}
