import { confirmAddressChange, requestAddressChange } from '../../subscribers/consent/change-address.js';
import { changeLanguage } from '../../subscribers/consent/change-language.js';
import { readPersonData } from '../../subscribers/consent/export-person.js';
import { findSubscriber } from '../../subscribers/find-subscribers.js';
import { makeExpiringToken, makeToken, verifyExpiringToken, verifyToken } from '../../subscribers/tokens/tokens.js';
import type { ServiceMail } from '../../send/message/service-mail.js';
import { consentOf, type ListContext } from './list-context.js';

const VALID_DAYS = 7;
const SOURCE = 'page';

/** The holder of a preferences token: what the page may show, which never names them. */
export interface TokenHolder {
  readonly subscriberId: number;
  readonly language: string | undefined;
}

/** Verifies a preferences token; `undefined` when we did not make it, or its subscriber was erased. */
export async function readPreferencesToken(list: ListContext, token: string): Promise<TokenHolder | undefined> {
  const subscriberId = verifyToken(list.keys, list.configuration.list.id, 'preferences', token);
  if (subscriberId === undefined) return undefined;
  const row = await findSubscriber(list.database.query, subscriberId);
  return row === undefined ? undefined : { subscriberId, language: row.language ?? undefined };
}

/**
 * Changes the language in which somebody is written to.
 *
 * @param language one of the catalogue's languages.
 */
export async function saveLanguage(list: ListContext, subscriberId: number, language: string): Promise<void> {
  await changeLanguage(consentOf(list, SOURCE), subscriberId, language);
}

/**
 * Asks the owner of another address whether to use it. Everything that depends on that address happens after the
 * answer.
 *
 * @returns whether the queue had room for it.
 */
export function startAddressChange(list: ListContext, subscriberId: number, address: string): boolean {
  return list.mails.add(async (): Promise<ServiceMail | undefined> => {
    const { sharedAddresses } = list.configuration.subscribers;
    const request = await requestAddressChange(consentOf(list, SOURCE), subscriberId, address, sharedAddresses);
    if (request.outcome !== 'confirm') return undefined;
    const listId = list.configuration.list.id;
    const token = makeExpiringToken(list.keys, listId, 'address-change', request.changeId, list.now());
    return list.composer.compose({
      kind: 'addressChange',
      to: request.address,
      language: request.subscriber.language,
      link: `${list.publicUrl}/address/${token}`,
    });
  });
}

/** Says whether a token of a mail to a new address is valid, too old, or not ours. */
export function readAddressToken(list: ListContext, token: string): 'valid' | 'expired' | undefined {
  return verifyExpiringToken(list.keys, list.configuration.list.id, 'address-change', token, list.now())?.kind;
}

/** Changes somebody's address to the one at which they read the mail with this token. */
export async function confirmNewAddress(list: ListContext, token: string): Promise<'changed' | 'expired'> {
  const reading = verifyExpiringToken(list.keys, list.configuration.list.id, 'address-change', token, list.now());
  if (reading?.kind !== 'valid') return 'expired';
  const { sharedAddresses } = list.configuration.subscribers;
  const context = consentOf(list, SOURCE);
  return (await confirmAddressChange(context, reading.subject, VALID_DAYS, sharedAddresses)).outcome;
}

/**
 * Mails everything that is stored about somebody to their address on the list, as a file (GDPR 15 and 20).
 *
 * @returns whether the queue had room for it.
 */
export function requestExport(list: ListContext, subscriberId: number): boolean {
  return list.mails.add(async (): Promise<ServiceMail | undefined> => {
    const person = await readPersonData(list.database.query, subscriberId);
    // A suppressed address gets nothing; the secretariat can export the data by hand.
    if (person === undefined || person.subscriber.state === 'suppressed') return undefined;
    const token = makeToken(list.keys, list.configuration.list.id, 'preferences', subscriberId);
    return list.composer.compose({
      kind: 'export',
      to: person.subscriber.email,
      language: person.subscriber.language,
      link: `${list.publicUrl}/p/${token}`,
      attachment: {
        name: 'all-that-is-stored.json',
        mediaType: 'application/json',
        content: `${JSON.stringify(person, undefined, 2)}\n`,
      },
    });
  });
}
