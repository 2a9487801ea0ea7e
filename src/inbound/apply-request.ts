import { sha256Hex } from '../files/sha256.js';
import { newestConsent, recordConsent, type ConsentContext } from '../subscribers/consent/consent.js';
import { toSubscriber, findByAddress, findSubscriber } from '../subscribers/find-subscribers.js';
import { readAddress } from '../subscribers/addresses.js';
import { MAIL_WITHOUT_TOKEN, undoMailedUnsubscribe, unsubscribe } from '../subscribers/consent/unsubscribe.js';
import type { Subscriber } from '../model/send/subscriber.js';
import type { NewsletterDatabase, Queries } from '../store/database.js';
import type { SubscriberRow } from '../store/tables.js';
import type { Mail } from './mail/read-mail.js';
import type { MailRequest } from './unsubscribe-request.js';

/** The result of a request. */
export type RequestOutcome =
  /** They are off the list now, or would be after a dry run. */
  | 'unsubscribed'
  | 'left-before'
  /** They subscribed again after they wrote it. */
  | 'older-than-return'
  /**
   * It came from another address than the reader's. A mail asks the reader whether they want it, or would after a dry
   * run.
   */
  | 'asked-back'
  | 'asked-before'
  /** They are on the list again. */
  | 'returned'
  | 'returned-before'
  /** It names nobody on the list. */
  | 'nobody';

/** A mail to send to a reader after a request. */
export interface DueAnswer {
  /** `left`: they are off the list because of a From address alone. `ask`: whether they want to unsubscribe. */
  readonly kind: 'left' | 'ask';
  readonly to: Subscriber;
}

/** How requests are carried out. */
export interface RequestApplication extends Pick<ConsentContext, 'keys'> {
  readonly database: NewsletterDatabase;
  readonly at: Date;
  /** Says what would be done, and changes nothing. */
  readonly dryRun: boolean;
}

/** What was done, and for which people. */
export interface AppliedRequest {
  readonly outcome: RequestOutcome;
  readonly recipient: string | null;
  readonly answer?: DueAnswer | undefined;
}

/** Carries out one request. The same mail may be read any number of times. */
export async function applyRequest(
  request: Exclude<MailRequest, { kind: 'unclear' }>,
  mail: Mail,
  application: RequestApplication,
): Promise<AppliedRequest> {
  if (request.kind === 'address') return applyToAddress(request.address, mail, application);
  const known = await findSubscriber(application.database.query, request.subscriberId);
  if (known === undefined) {
    // Their row may be gone with an import that was undone.
    const isHeard = request.kind === 'token' && !application.dryRun;
    if (isHeard) await unsubscribe({ ...application, source: 'mail' }, request.subscriberId);
    return { outcome: 'nobody', recipient: null };
  }
  if (request.kind === 'return')
    return { outcome: await resubscribeAddress(known, application), recipient: known.email };
  const isOwn = mail.from !== undefined && keyOf(mail.from) === known.address_key;
  if (request.kind === 'footer' && !isOwn) return askReader(known, mail, application);
  return { outcome: await unsubscribeAddress(known, 'mail', mail, application), recipient: known.email };
}

function keyOf(address: string): string | undefined {
  const reading = readAddress(address);
  return reading.kind === 'valid' ? reading.key : undefined;
}

async function applyToAddress(address: string, mail: Mail, application: RequestApplication): Promise<AppliedRequest> {
  const key = keyOf(address);
  const everybody = key === undefined ? [] : await findByAddress(application.database.query, key);
  const taken: SubscriberRow[] = [];
  const outcomes: RequestOutcome[] = [];
  for (const known of everybody) {
    const outcome = await unsubscribeAddress(known, MAIL_WITHOUT_TOKEN, mail, application);
    if (outcome === 'unsubscribed') taken.push(known);
    outcomes.push(outcome);
  }
  // Several people may share the address: if something was done for any of them, that is the result, and one mail says
  // so.
  const order: readonly RequestOutcome[] = ['unsubscribed', 'older-than-return', 'left-before'];
  const [first] = taken;
  return {
    outcome: order.find((outcome) => outcomes.includes(outcome)) ?? 'nobody',
    recipient: address,
    answer: first === undefined ? undefined : { kind: 'left', to: toSubscriber(first) },
  };
}

async function unsubscribeAddress(
  known: SubscriberRow,
  source: string,
  mail: Mail,
  { database, keys, at, dryRun }: RequestApplication,
): Promise<RequestOutcome> {
  if (hasUnsubscribed(known)) {
    // An import that can be undone may have taken them off. This mail is their own decision, unless they came back
    // after it.
    const isHeard = !dryRun && !(await isOlderThanReturn(database.query, known.id, mail));
    if (isHeard) await unsubscribe({ database, keys, source, at }, known.id);
    return 'left-before';
  }
  if (await isOlderThanReturn(database.query, known.id, mail)) return 'older-than-return';
  if (dryRun) return 'unsubscribed';
  const { outcome } = await unsubscribe({ database, keys, source, at }, known.id);
  return outcome === 'unsubscribed' ? outcome : outcome === 'missing' ? 'nobody' : 'left-before';
}

function hasUnsubscribed({ state }: SubscriberRow): boolean {
  return state === 'unsubscribed' || state === 'suppressed';
}

async function resubscribeAddress(
  known: SubscriberRow,
  { database, keys, at, dryRun }: RequestApplication,
): Promise<RequestOutcome> {
  if (known.state === 'active' || known.state === 'pending') return 'returned-before';
  if (dryRun) return 'returned';
  const { outcome } = await undoMailedUnsubscribe({ database, keys, source: 'mail', at }, known.id);
  if (outcome === 'restored') return 'returned';
  return outcome === 'unchanged' ? 'returned-before' : 'nobody';
}

/**
 * Nobody is asked again within this time, however many mails come: otherwise a person with a forwarded issue could make
 * us write each time.
 */
const MIN_DAYS_BETWEEN_QUESTIONS = 7;

/** Asks the reader, once for each mail, when a mail with a visible link's token came from another address. */
async function askReader(known: SubscriberRow, mail: Mail, application: RequestApplication): Promise<AppliedRequest> {
  const { database, at, dryRun } = application;
  const recipient = known.email;
  if (hasUnsubscribed(known)) return { outcome: 'left-before', recipient };
  if (await isOlderThanReturn(database.query, known.id, mail)) return { outcome: 'older-than-return', recipient };
  const detail = nameOfMail(mail);
  const isNew = dryRun
    ? !(await wasAsked(database.query, known.id, detail, at))
    : await database.transaction(async (query) => {
        if (await wasAsked(query, known.id, detail, at)) return false;
        const { id: subscriberId, state } = known;
        const change = { subscriberId, action: 'unsubscribe-requested', before: state, after: state } as const;
        await recordConsent(query, change, { source: 'mail from another address', detail, at });
        return true;
      });
  if (!isNew) return { outcome: 'asked-before', recipient };
  return { outcome: 'asked-back', recipient, answer: { kind: 'ask', to: toSubscriber(known) } };
}

/** Says whether a reader was asked about this very mail, or recently about another one. */
async function wasAsked(query: Queries, subscriberId: number, detail: string, at: Date): Promise<boolean> {
  const since = new Date(at.getTime() - MIN_DAYS_BETWEEN_QUESTIONS * 24 * 60 * 60 * 1000).toISOString();
  const asked = await query
    .selectFrom('consent_records')
    .select(['at', 'detail'])
    .where('subscriber_id', '=', subscriberId)
    .where('action', '=', 'unsubscribe-requested')
    .execute();
  return asked.some((one) => one.detail === detail || one.at > since);
}

/** Identifies a mail that is read again, and reveals nothing about it. */
function nameOfMail(mail: Mail): string {
  const parts = [mail.header('message-id'), mail.header('date'), mail.from, mail.subject];
  return sha256Hex(parts.join('\0')).slice(0, 24);
}

/**
 * Says whether somebody subscribed again after they wrote the mail, which is still in the mailbox. The time at which a
 * mail server accepted it decides. The time by the writer's own clock, which may be wrong, counts only for people who
 * unsubscribed once already, because their mail may be read twice.
 */
async function isOlderThanReturn(query: Queries, subscriberId: number, mail: Mail): Promise<boolean> {
  const returned = await newestConsent(query, subscriberId, ['return', 'undo-unsubscribe', 'opt-in-confirmed']);
  if (returned === undefined) return false;
  const left = await newestConsent(query, subscriberId, ['unsubscribe', 'remove']);
  const written = mail.receivedAt ?? (left === undefined ? undefined : mail.writtenAt);
  // A mail's times have no fractions of a second.
  return written !== undefined && written.getTime() < Math.floor(Date.parse(returned.at) / 1000) * 1000;
}
