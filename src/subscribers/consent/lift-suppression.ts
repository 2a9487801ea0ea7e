import { NewsletterError } from '../../model/error.js';
import type { SubscriberState } from '../../model/send/subscriber.js';
import { suppressionRule } from '../../model/send/suppression.js';
import type { Queries } from '../../store/database.js';
import type { SubscriberRow } from '../../store/tables.js';
import { findByAddress, findSuppression, LEFT } from '../find-subscribers.js';
import { requireAddress } from '../require-address.js';
import { hashAddress, type Keys } from '../tokens/keys.js';
import { recordConsent, type ConsentBasis } from './consent.js';

/** Somebody with the address, after it. */
export interface LiftedPerson {
  readonly name: string | null;
  readonly state: SubscriberState;
}

/** What lifting a suppression did. */
export interface LiftResult {
  /** `asked-again`: after a complaint, the reader may be asked to confirm; until then nothing is sent to them. */
  readonly outcome: 'lifted' | 'asked-again' | 'unchanged';
  readonly address: string;
  /** Why the address was suppressed; `null` when it was not. */
  readonly reason: string | null;
  readonly people: readonly LiftedPerson[];
}

/**
 * Lifts the suppression of an address because a person says so, in the caller's transaction. People are what they were
 * before it: active if they were active, and unsubscribed if they said no since.
 *
 * @throws NewsletterError `address-invalid`; `suppression-stays` where only the reader can end it.
 */
export async function liftSuppression(
  query: Queries,
  keys: Keys,
  written: string,
  basis: ConsentBasis,
): Promise<LiftResult> {
  const { address, key } = requireAddress(written);
  const hash = hashAddress(keys, key);
  const known = await findSuppression(query, hash);
  const everybody = await findByAddress(query, key);
  const toPeople = async () => (await findByAddress(query, key)).map(({ name, state }) => ({ name, state }));
  if (known === undefined && !everybody.some(({ state }) => state === 'suppressed')) {
    return { outcome: 'unchanged', address, reason: null, people: await toPeople() };
  }
  const reason = known?.reason ?? 'import';
  const { end } = suppressionRule(reason);
  if (end === 'reader') throw onlyTheReader(address, reason);
  if (end === 'person') {
    await query.deleteFrom('suppressions').where('address_hash', '=', hash).execute();
    await restorePeople(query, everybody, basis);
    return { outcome: 'lifted', address, reason, people: await toPeople() };
  }
  if (known?.asked_again_at === undefined || known.asked_again_at === null) throw notAskedAgain(address);
  await query
    .updateTable('suppressions')
    .set({ reason: LEFT, note: null, event_id: null, asked_again_at: null })
    .where('address_hash', '=', hash)
    .execute();
  for (const person of everybody) await setState(query, person, 'unsubscribed', basis);
  return { outcome: 'asked-again', address, reason, people: await toPeople() };
}

/** Gives the suppressed among some people the state that they had before, with a record of it. */
export async function restorePeople(
  query: Queries,
  people: readonly SubscriberRow[],
  basis: ConsentBasis,
): Promise<void> {
  for (const person of people) {
    if (person.state === 'suppressed') await setState(query, person, await stateBefore(query, person.id), basis);
  }
}

async function setState(
  query: Queries,
  { id: subscriberId, state }: SubscriberRow,
  after: SubscriberState,
  basis: ConsentBasis,
): Promise<void> {
  await query.updateTable('subscribers').set({ state: after }).where('id', '=', subscriberId).execute();
  await recordConsent(query, { subscriberId, action: 'lift', before: state, after }, basis);
}

/** A person who was never on the list otherwise has agreed to nothing yet, and is asked like everybody else. */
async function stateBefore(query: Queries, subscriberId: number): Promise<SubscriberState> {
  const records = await query
    .selectFrom('consent_records')
    .select(['action', 'state_before', 'state_after'])
    .where('subscriber_id', '=', subscriberId)
    .orderBy('id', 'desc')
    .execute();
  for (const { action, state_before: before, state_after: after } of records) {
    if (action === 'unsubscribe' || action === 'remove') return 'unsubscribed';
    if (after === 'suppressed' && before !== 'suppressed') return before ?? 'pending';
  }
  return 'pending';
}

function onlyTheReader(address: string, reason: string): NewsletterError {
  const said = reason === LEFT ? 'left, or complained' : 'asked to be erased';
  return new NewsletterError('suppression-stays', {
    message: `The suppression of ${address} cannot be lifted here: its reader ${said}, and only they can undo that.`,
    expected: 'a suppression after a bounce, an import or a decision of yours',
    help: 'If they want the newsletter, ask them to subscribe with the form: their own confirmation lifts it.',
  });
}

function notAskedAgain(address: string): NewsletterError {
  return new NewsletterError('suppression-stays', {
    message: `The suppression of ${address} stays: its reader reported an issue as unwanted, and has not asked for the newsletter since.`,
    expected: 'a complaint whose reader asked for the newsletter again; `suppressions list --waiting` lists these',
    help: 'If they want the newsletter, ask them to subscribe with the form. Then run this command again.',
  });
}
