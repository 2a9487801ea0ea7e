import { readAddress } from '../../subscribers/addresses.js';
import { confirmOptIn, requestOptIn } from '../../subscribers/consent/opt-in.js';
import { readLanguage, readName } from '../../subscribers/subscriber-details.js';
import { makeExpiringToken, makeToken, verifyExpiringToken } from '../../subscribers/tokens/tokens.js';
import type { ServiceMail } from '../../send/message/service-mail.js';
import { consentOf, type ListContext } from './list-context.js';

/** For how many days a request can be confirmed. */
const VALID_DAYS = 7;

/** What somebody entered in the form. */
export interface SubscriptionForm {
  readonly address: string;
  readonly name: string;
  readonly language: string;
  /** The version of the form's text that they saw. */
  readonly wording: string;
}

/**
 * Returns the form in which two spellings of an address are the same; `undefined` when it is not an address. It reads
 * no database.
 */
export function recogniseAddress(written: string): string | undefined {
  const reading = readAddress(written);
  return reading.kind === 'valid' ? reading.key : undefined;
}

/**
 * Queues a double opt-in request. Everything that depends on whether the address is known happens after the answer.
 *
 * @returns whether the queue had room for it.
 */
export function requestSubscription(list: ListContext, form: SubscriptionForm): boolean {
  return list.mails.add(() => prepareSubscription(list, form));
}

async function prepareSubscription(list: ListContext, form: SubscriptionForm): Promise<ServiceMail | undefined> {
  const details = { name: readName(form.name), language: readLanguage(form.language) ?? null, tags: [] };
  const context = consentOf(list, 'form', form.wording);
  const { sharedAddresses } = list.configuration.subscribers;
  const request = await requestOptIn(context, { email: form.address, ...details }, sharedAddresses);
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

/** Says whether a token of an opt-in mail is valid, too old, or not ours. */
export function readSubscriptionToken(list: ListContext, token: string): 'valid' | 'expired' | undefined {
  return verifyExpiringToken(list.keys, list.configuration.list.id, 'opt-in', token, list.now())?.kind;
}

/**
 * The result of a confirmation, with the token of the person's settings: they have proved that the mailbox is theirs.
 */
export type SubscriptionRequest =
  { readonly outcome: 'joined'; readonly preferencesToken: string } | { readonly outcome: 'expired' };

/** Confirms a request: from now on the person gets the newsletter. */
export async function confirmSubscription(list: ListContext, token: string): Promise<SubscriptionRequest> {
  const listId = list.configuration.list.id;
  const reading = verifyExpiringToken(list.keys, listId, 'opt-in', token, list.now());
  if (reading?.kind !== 'valid') return { outcome: 'expired' };
  const { outcome } = await confirmOptIn(consentOf(list, 'form'), reading.subject, VALID_DAYS);
  return outcome === 'confirmed' || outcome === 'unchanged'
    ? { outcome: 'joined', preferencesToken: makeToken(list.keys, listId, 'preferences', reading.subject) }
    : { outcome: 'expired' };
}
