import { confirmAddressChange } from '../../subscribers/consent/change-address.js';
import { changeLanguage } from '../../subscribers/consent/change-language.js';
import { storeFormRequest } from '../../subscribers/consent/form-requests.js';
import { findSubscriber } from '../../subscribers/find-subscribers.js';
import { verifyExpiringToken, verifyToken } from '../../subscribers/tokens/tokens.js';
import { countOnce, type ServiceMailLimit } from '../service-mail/service-mail-counts.js';
import { JOB_KINDS } from '../service-mail/service-mail-jobs.js';
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

/** How often a reader's own page may cause mail. */
export interface PageLimits {
  /** Mails that this reader's page causes. Beyond it, the request is refused. */
  readonly reader: ServiceMailLimit;
}

/**
 * Asks the owner of another address whether to use it. Everything that depends on that address happens after the
 * answer, as a job.
 *
 * @throws NewsletterError of a database that cannot be written; then nothing was stored or counted.
 */
export async function startAddressChange(
  list: ListContext,
  { subscriberId, language }: TokenHolder,
  address: string,
  limits: PageLimits & { readonly mailbox: ServiceMailLimit },
): Promise<'accepted' | 'too-many'> {
  const { jobs, keys } = list;
  const at = list.now();
  const result = await list.database.transaction(async (query) => {
    if (!(await countOnce(query, keys, limits.reader, at))) return 'too-many';
    if (!(await countOnce(query, keys, limits.mailbox, at))) return 'accepted';
    const details = { name: null, language: language ?? null, wording: undefined };
    const stored = { subscriberId, email: address, ...details, requestedAt: at };
    const request = await storeFormRequest(query, keys, stored);
    const job = { kind: JOB_KINDS.addressChangeRequest, ids: { request }, subscriberId };
    await jobs.enqueue(query, job, at);
    return 'accepted';
  });
  list.worker.wake();
  return result;
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
 * @throws NewsletterError of a database that cannot be written; then nothing was stored or counted.
 */
export async function requestExport(
  list: ListContext,
  { subscriberId }: TokenHolder,
  limits: PageLimits,
): Promise<'accepted' | 'too-many'> {
  const at = list.now();
  const result = await list.database.transaction(async (query) => {
    if (!(await countOnce(query, list.keys, limits.reader, at))) return 'too-many';
    const job = { kind: JOB_KINDS.exportMail, ids: { subscriber: subscriberId }, subscriberId };
    await list.jobs.enqueue(query, job, at);
    return 'accepted';
  });
  list.worker.wake();
  return result;
}
