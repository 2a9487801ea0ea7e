import { readAddress } from '../../subscribers/addresses.js';
import { storeFormRequest } from '../../subscribers/consent/form-requests.js';
import { confirmOptIn } from '../../subscribers/consent/opt-in.js';
import { readLanguage, readName } from '../../subscribers/subscriber-details.js';
import { makeToken, verifyExpiringToken } from '../../subscribers/tokens/tokens.js';
import { countOnce, timesCounted, type ServiceMailLimit } from '../service-mail/service-mail-counts.js';
import { JOB_KINDS } from '../service-mail/service-mail-jobs.js';
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

/** What a door has room for; the words of `serve/limits`. */
export interface FormLimits {
  /** Mails to the mailbox of the address. Beyond it, the answer is the same, and no mail follows. */
  readonly mailbox: ServiceMailLimit;
  /** Mails that the form causes, all together. Beyond it, the request is refused. */
  readonly form: ServiceMailLimit;
}

/** Says how many mails the form has caused within the time of its limit. */
export function mailsOfForm(list: ListContext, limit: ServiceMailLimit): Promise<number> {
  return timesCounted(list.database.query, list.keys, limit, list.now());
}

/**
 * Stores a double opt-in request durably. Everything that depends on whether the address is known happens after the
 * answer, as a job.
 *
 * @throws NewsletterError of a database that cannot be written; then nothing was stored or counted.
 */
export async function requestSubscription(
  list: ListContext,
  form: SubscriptionForm,
  limits: FormLimits,
): Promise<'accepted' | 'too-many'> {
  const { jobs, keys } = list;
  const at = list.now();
  const result = await list.database.transaction(async (query) => {
    if ((await timesCounted(query, keys, limits.form, at)) >= limits.form.times) return 'too-many';
    if (!(await countOnce(query, keys, limits.mailbox, at))) return 'accepted';
    await countOnce(query, keys, limits.form, at);
    const request = await storeFormRequest(query, keys, {
      subscriberId: undefined,
      email: form.address,
      name: readName(form.name),
      language: readLanguage(form.language) ?? null,
      wording: form.wording,
      requestedAt: at,
    });
    await jobs.enqueue(query, { kind: JOB_KINDS.optInRequest, ids: { request } }, at);
    return 'accepted';
  });
  list.worker.wake();
  return result;
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
