import type { SharedAddresses, Subscriber } from '../../model/send/subscriber.js';
import type { Queries } from '../../store/database.js';
import type { SubscriberRow } from '../../store/tables.js';
import { isWithinDays, recordConsent, type ConsentContext } from './consent.js';
import {
  toSubscriber,
  findByAddress,
  findSubscriber,
  samePerson,
  sharedBy,
  suppressionReason,
} from '../find-subscribers.js';
import { hashAddress } from '../tokens/keys.js';
import { requireAddress } from '../require-address.js';

/** Which mail to send to the new address. The page shows the same text in the first two cases. */
export type AddressChangeRequest =
  /** A mail that asks for confirmation. Its token is made for `changeId`, and an earlier request becomes void. */
  | {
      readonly outcome: 'confirm';
      readonly changeId: number;
      readonly address: string;
      readonly subscriber: Subscriber;
    }
  /** The new address is on the list already, must not be mailed, or is the old one, so no mail is sent. */
  | { readonly outcome: 'nothing' }
  | { readonly outcome: 'missing' };

/**
 * Records that a subscriber wants the newsletter at another address.
 *
 * @throws NewsletterError `address-invalid`.
 */
export async function requestAddressChange(
  context: ConsentContext,
  subscriberId: number,
  written: string,
  sharing: SharedAddresses,
): Promise<AddressChangeRequest> {
  const { address, key } = requireAddress(written);
  const hash = hashAddress(context.keys, key);
  return context.database.transaction(async (query) => {
    const known = await findSubscriber(query, subscriberId);
    if (known === undefined || known.state === 'suppressed') return { outcome: 'missing' };
    if (!(await isFree(query, known, { key, hash }, sharing))) return { outcome: 'nothing' };
    await query.deleteFrom('address_changes').where('subscriber_id', '=', subscriberId).execute();
    const { id } = await query
      .insertInto('address_changes')
      .values({
        subscriber_id: subscriberId,
        email: address,
        address_key: key,
        address_hash: hash,
        requested_at: context.at.toISOString(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { state } = known;
    await recordConsent(
      query,
      { subscriberId, action: 'address-change-requested', before: state, after: state },
      context,
    );
    return { outcome: 'confirm', changeId: id, address, subscriber: toSubscriber(known) };
  });
}

/** A change that waits for confirmation; `undefined` where it was carried out, replaced, or its person is gone. */
export async function readAddressChange(
  query: Queries,
  id: number,
): Promise<{ readonly id: number; readonly address: string; readonly language: string | undefined } | undefined> {
  const change = await query.selectFrom('address_changes').selectAll().where('id', '=', id).executeTakeFirst();
  const known = change === undefined ? undefined : await findSubscriber(query, change.subscriber_id);
  if (change === undefined || known === undefined || known.state === 'suppressed') return undefined;
  if ((await suppressionReason(query, change.address_hash)) !== undefined) return undefined;
  return { id, address: change.email, language: known.language ?? undefined };
}

/** The result of confirming a new address. */
export type AddressChangeConfirmation =
  | { readonly outcome: 'changed'; readonly subscriber: Subscriber }
  /**
   * The request is too old, was carried out already or was replaced by a later one, or somebody else has the address
   * now.
   */
  | { readonly outcome: 'expired' };

/**
 * Gives a subscriber the new address that they asked for.
 *
 * @param changeId the number that `requestAddressChange` returned.
 * @param validDays for how many days after the request it can be confirmed.
 */
export function confirmAddressChange(
  context: ConsentContext,
  changeId: number,
  validDays: number,
  sharing: SharedAddresses,
): Promise<AddressChangeConfirmation> {
  return context.database.transaction(async (query) => {
    const change = await query.selectFrom('address_changes').selectAll().where('id', '=', changeId).executeTakeFirst();
    const known = change === undefined ? undefined : await findSubscriber(query, change.subscriber_id);
    if (change === undefined || known === undefined || known.state === 'suppressed') return { outcome: 'expired' };
    if (!isWithinDays(change.requested_at, context.at, validDays)) return { outcome: 'expired' };
    const { address_key: key, address_hash: hash, email } = change;
    if (!(await isFree(query, known, { key, hash }, sharing))) return { outcome: 'expired' };
    const shared = sharedBy(await findByAddress(query, key), known.name);
    const row = await query
      .updateTable('subscribers')
      .set({ email, address_key: key, address_hash: hash, shared_by: shared })
      .where('id', '=', known.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await query.deleteFrom('address_changes').where('id', '=', changeId).execute();
    const { id: subscriberId, state } = known;
    await recordConsent(query, { subscriberId, action: 'address-changed', before: state, after: state }, context);
    return { outcome: 'changed', subscriber: toSubscriber(row) };
  });
}

/** Says whether a subscriber may take an address: it must be nobody else's, and not suppressed. */
async function isFree(
  query: Queries,
  subscriber: SubscriberRow,
  address: { readonly key: string; readonly hash: string },
  sharing: SharedAddresses,
): Promise<boolean> {
  if ((await suppressionReason(query, address.hash)) !== undefined) return false;
  return samePerson(await findByAddress(query, address.key), subscriber.name, sharing) === undefined;
}
