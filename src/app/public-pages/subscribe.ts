import { readAddress } from '../../subscribers/addresses.js';
import { confirmOptIn, requestOptIn } from '../../subscribers/opt-in.js';
import { readLanguage, readName } from '../../subscribers/subscriber-details.js';
import { makeExpiringToken, makeToken, verifyExpiringToken } from '../../subscribers/tokens.js';
import type { ServiceMail } from '../../send/service-mail.js';
import { consentOf, type ListContext } from './list-context.js';

/** How long a wish may be confirmed. */
const VALID_DAYS = 7;

/** What somebody wrote into the form. */
export interface SubscriptionForm {
  readonly address: string;
  readonly name: string;
  readonly language: string;
  /** Which version of the form's words they saw. */
  readonly wording: string;
}

/** The form in which two ways to write an address are the same; `undefined` where it is none. Asks no database. */
export function recogniseAddress(written: string): string | undefined {
  const reading = readAddress(written);
  return reading.kind === 'valid' ? reading.key : undefined;
}

/**
 * Takes down a wish to get the newsletter. All that depends on whether the address is known happens after the answer.
 *
 * @returns whether there was room for it.
 */
export function requestSubscription(list: ListContext, wish: SubscriptionForm): boolean {
  return list.mails.add(() => prepareSubscription(list, wish));
}

async function prepareSubscription(list: ListContext, wish: SubscriptionForm): Promise<ServiceMail | undefined> {
  const details = { name: readName(wish.name), language: readLanguage(wish.language) ?? null, tags: [] };
  const context = consentOf(list, 'form', wish.wording);
  const { sharedAddresses } = list.configuration.subscribers;
  const request = await requestOptIn(context, { email: wish.address, ...details }, sharedAddresses);
  if (request.outcome === 'nothing') return undefined;
  const { subscriber } = request;
  const language = details.language ?? subscriber.language;
  const listId = list.configuration.list.id;
  if (request.outcome === 'known') {
    const link = `${list.publicUrl}/p/${makeToken(list.keys, listId, 'preferences', subscriber.id)}`;
    return list.composer.compose({ kind: 'known', to: subscriber.email, language, link });
  }
  const token = makeExpiringToken(list.keys, listId, 'opt-in', subscriber.id, list.now());
  const link = `${list.publicUrl}/confirm/${token}`;
  return list.composer.compose({ kind: 'optIn', to: subscriber.email, language, link });
}

/** Whether a token of an opt-in mail is good, too old, or none of ours. */
export function readSubscriptionToken(list: ListContext, token: string): 'valid' | 'expired' | undefined {
  return verifyExpiringToken(list.keys, list.configuration.list.id, 'opt-in', token, list.now())?.kind;
}

/** What a confirmation came to; with it goes the token of the person's settings: they have shown that the mailbox is theirs. */
export type SubscriptionRequest =
  { readonly outcome: 'joined'; readonly preferencesToken: string } | { readonly outcome: 'expired' };

/** Confirms a wish: from now on the person gets the newsletter. */
export async function confirmSubscription(list: ListContext, token: string): Promise<SubscriptionRequest> {
  const listId = list.configuration.list.id;
  const reading = verifyExpiringToken(list.keys, listId, 'opt-in', token, list.now());
  if (reading?.kind !== 'valid') return { outcome: 'expired' };
  const { outcome } = await confirmOptIn(consentOf(list, 'form'), reading.subject, VALID_DAYS);
  return outcome === 'confirmed' || outcome === 'unchanged'
    ? { outcome: 'joined', preferencesToken: makeToken(list.keys, listId, 'preferences', reading.subject) }
    : { outcome: 'expired' };
}
