import { newestConsent, type ConsentContext } from '../audience/consent.js';
import { findByAddress, findSubscriber } from '../audience/find-subscribers.js';
import { readAddress } from '../audience/addresses.js';
import { unsubscribe } from '../audience/unsubscribe.js';
import type { NewsletterDatabase, Queries } from '../store/database.js';
import type { SubscriberRow } from '../store/tables.js';
import type { Mail } from './read-mail.js';
import type { UnsubscribeRequest } from './unsubscribe-request.js';

/** What a request to leave came to. */
export type RequestOutcome =
  /** They are off the list now; in a dry run, they would be. */
  | 'unsubscribed'
  | 'left-before'
  /** They came back to the newsletter after they wrote it. */
  | 'older-than-return'
  /** Nobody on the list is meant. */
  | 'nobody';

/** How requests are carried out. */
export interface RequestApplication extends Pick<ConsentContext, 'keys'> {
  readonly database: NewsletterDatabase;
  readonly at: Date;
  /** Says what would be done, and does nothing. */
  readonly dryRun: boolean;
}

/** What was done, and for whom. */
export interface AppliedRequest {
  readonly outcome: RequestOutcome;
  readonly recipient: string | null;
}

/** Carries out one request. The same mail may be read any number of times. */
export async function applyRequest(
  request: Exclude<UnsubscribeRequest, { kind: 'unclear' }>,
  mail: Mail,
  application: RequestApplication,
): Promise<AppliedRequest> {
  const { query } = application.database;
  if (request.kind === 'token') {
    const known = await findSubscriber(query, request.subscriberId);
    if (known === undefined) {
      // Their row may be gone with an import that was undone.
      if (!application.dryRun) await unsubscribe({ ...application, source: 'mail' }, request.subscriberId);
      return { outcome: 'nobody', recipient: null };
    }
    return { outcome: await applyTo(known, 'mail', mail, application), recipient: known.email };
  }
  const reading = readAddress(request.address);
  const everybody = reading.kind === 'valid' ? await findByAddress(query, reading.key) : [];
  const outcomes: RequestOutcome[] = [];
  for (const known of everybody) outcomes.push(await applyTo(known, 'mail without token', mail, application));
  // Several people may share the address: what was done for any of them is what was done.
  const order: readonly RequestOutcome[] = ['unsubscribed', 'older-than-return', 'left-before'];
  return { outcome: order.find((outcome) => outcomes.includes(outcome)) ?? 'nobody', recipient: request.address };
}

async function applyTo(
  known: SubscriberRow,
  source: 'mail' | 'mail without token',
  mail: Mail,
  { database, keys, at, dryRun }: RequestApplication,
): Promise<RequestOutcome> {
  if (known.state === 'unsubscribed' || known.state === 'suppressed') {
    // An import may have taken them off, which can be undone: this is their own word, unless they came back after it.
    const heard = !dryRun && !(await isOlderThanReturn(database.query, known.id, mail));
    if (heard) await unsubscribe({ database, keys, source, at }, known.id);
    return 'left-before';
  }
  if (await isOlderThanReturn(database.query, known.id, mail)) return 'older-than-return';
  if (dryRun) return 'unsubscribed';
  const { outcome } = await unsubscribe({ database, keys, source, at }, known.id);
  return outcome === 'unsubscribed' ? outcome : outcome === 'missing' ? 'nobody' : 'left-before';
}

/**
 * Whether somebody asked for the newsletter after they wrote the mail, which still lies in the mailbox. For that, the
 * time counts at which a mail server took it. The time by the writer's own clock, which may be wrong, counts only for
 * those who left once already: they may be read twice.
 */
async function isOlderThanReturn(query: Queries, subscriberId: number, mail: Mail): Promise<boolean> {
  const returned = await newestConsent(query, subscriberId, ['return', 'undo-unsubscribe', 'opt-in-confirmed']);
  if (returned === undefined) return false;
  const left = await newestConsent(query, subscriberId, ['unsubscribe', 'remove']);
  const written = mail.receivedAt ?? (left === undefined ? undefined : mail.writtenAt);
  // A mail's times have no fractions of a second.
  return written !== undefined && written.getTime() < Math.floor(Date.parse(returned.at) / 1000) * 1000;
}
