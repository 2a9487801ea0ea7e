import { createHmac } from 'node:crypto';
import type { ClaimedJob, NewJob } from '../../jobs/job.js';
import type { OptInRequest } from '../../subscribers/consent/opt-in.js';
import type { Keys } from '../../subscribers/tokens/keys.js';

/** The kinds of jobs that lead to service mail. Their ids are numbers of rows. */
export const JOB_KINDS = {
  /** `request`: looks at what somebody entered to subscribe. */
  optInRequest: 'opt-in-request',
  /** `request`: looks at the new address that a reader entered. */
  addressChangeRequest: 'address-change-request',
  /** `subscriber`, `request`: asks for confirmation. */
  optInMail: 'opt-in-mail',
  /** `subscriber`, `request`: says that they get the newsletter already. */
  knownMail: 'known-mail',
  /** `change`: asks the owner of a new address. */
  addressChangeMail: 'address-change-mail',
  /** `subscriber`: has everything that is stored about them. */
  exportMail: 'export-mail',
} as const;

/** The kinds that submit a mail. */
export const MAIL_KINDS = [
  JOB_KINDS.optInMail,
  JOB_KINDS.knownMail,
  JOB_KINDS.addressChangeMail,
  JOB_KINDS.exportMail,
] as const;

/** The mail that follows from an opt-in request. */
export function optInMailJob(
  { outcome, subscriber }: Exclude<OptInRequest, { outcome: 'nothing' }>,
  request: number,
): NewJob {
  return {
    kind: outcome === 'known' ? JOB_KINDS.knownMail : JOB_KINDS.optInMail,
    ids: { subscriber: subscriber.id, request },
    subscriberId: subscriber.id,
  };
}

/** An opaque name for the mail of a job: always the same, so that a transport can recognise a repetition. */
export function mailNameOf(keys: Keys, { id, createdAt }: ClaimedJob): string {
  // A database from a backup may give a number a second time, but not at the same moment.
  const parts = ['mail of a job', String(id), createdAt.toISOString()].join('\0');
  return createHmac('sha256', keys.suppressionKey).update(parts).digest('hex').slice(0, 32);
}
