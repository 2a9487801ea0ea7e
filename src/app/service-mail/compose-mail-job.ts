import type { ClaimedJob } from '../../jobs/job.js';
import type { ServiceMail } from '../../send/message/service-mail.js';
import { readAddressChange } from '../../subscribers/consent/change-address.js';
import { readPersonData } from '../../subscribers/consent/export-person.js';
import { readRequestedLanguage } from '../../subscribers/consent/form-requests.js';
import { isOptInOpen } from '../../subscribers/consent/opt-in.js';
import { findSubscriber } from '../../subscribers/find-subscribers.js';
import { makeExpiringToken, makeToken, type ExpiringTokenPurpose } from '../../subscribers/tokens/tokens.js';
import type { MailJobContext } from './mail-job-context.js';
import { JOB_KINDS } from './service-mail-jobs.js';

/**
 * Composes the mail of a job from what the database says now: an address, a name or a state may have changed since it
 * was enqueued.
 *
 * @returns `undefined` where nobody is to be written to any more: they were erased, are suppressed, or decided already.
 */
export function composeMailJob(job: ClaimedJob, context: MailJobContext): Promise<ServiceMail | undefined> {
  switch (job.kind) {
    case JOB_KINDS.optInMail:
      return composeOptIn(job, context);
    case JOB_KINDS.knownMail:
      return composeKnown(job, context);
    case JOB_KINDS.addressChangeMail:
      return composeAddressChange(job, context);
    case JOB_KINDS.exportMail:
      return composeExport(job, context);
    default:
      throw new Error(`there is no mail for a job of the kind ${job.kind}`);
  }
}

async function composeOptIn(job: ClaimedJob, context: MailJobContext): Promise<ServiceMail | undefined> {
  const { query } = context.database;
  const subscriber = await findSubscriber(query, job.ids['subscriber'] ?? 0);
  if (subscriber === undefined || !(await isOptInOpen(query, subscriber))) return undefined;
  const language = (await readRequestedLanguage(query, job.ids['request'] ?? 0)) ?? subscriber.language ?? undefined;
  const link = `${context.publicUrl}/confirm/${expiringToken(job, context, 'opt-in', subscriber.id)}`;
  return context.composer.compose({ kind: 'optIn', to: subscriber.email, language, link });
}

async function composeKnown(job: ClaimedJob, context: MailJobContext): Promise<ServiceMail | undefined> {
  const { query } = context.database;
  const subscriber = await findSubscriber(query, job.ids['subscriber'] ?? 0);
  if (subscriber?.state !== 'active') return undefined;
  const language = (await readRequestedLanguage(query, job.ids['request'] ?? 0)) ?? subscriber.language ?? undefined;
  const link = preferencesLink(context, subscriber.id);
  return context.composer.compose({ kind: 'known', to: subscriber.email, language, link });
}

async function composeAddressChange(job: ClaimedJob, context: MailJobContext): Promise<ServiceMail | undefined> {
  const change = await readAddressChange(context.database.query, job.ids['change'] ?? 0);
  if (change === undefined) return undefined;
  const link = `${context.publicUrl}/address/${expiringToken(job, context, 'address-change', change.id)}`;
  return context.composer.compose({ kind: 'addressChange', to: change.address, language: change.language, link });
}

async function composeExport(job: ClaimedJob, context: MailJobContext): Promise<ServiceMail | undefined> {
  const subscriberId = job.ids['subscriber'] ?? 0;
  const person = await readPersonData(context.database.query, subscriberId);
  // A suppressed address gets nothing; the secretariat can export the data by hand.
  if (person === undefined || person.subscriber.state === 'suppressed') return undefined;
  return context.composer.compose({
    kind: 'export',
    to: person.subscriber.email,
    language: person.subscriber.language,
    link: preferencesLink(context, subscriberId),
    attachment: {
      name: 'all-that-is-stored.json',
      mediaType: 'application/json',
      content: `${JSON.stringify(person, undefined, 2)}\n`,
    },
  });
}

function preferencesLink({ publicUrl, keys, configuration }: MailJobContext, subscriberId: number): string {
  return `${publicUrl}/p/${makeToken(keys, configuration.list.id, 'preferences', subscriberId)}`;
}

/** Valid from the time of the request, however long the mail waited; so a second try has the same bytes. */
function expiringToken(
  { createdAt }: ClaimedJob,
  { keys, configuration }: MailJobContext,
  purpose: ExpiringTokenPurpose,
  subject: number,
): string {
  return makeExpiringToken(keys, configuration.list.id, purpose, subject, createdAt);
}
