import type { ServiceMailLimit } from '../../app/service-mail/service-mail-counts.js';
import { mailboxOf } from '../mailbox.js';

const HOUR_MS = 3_600_000;

/** For one mailbox, however often its address is typed in, and in whatever form: against list bombing. */
export function mailboxLimit(addressKey: string): ServiceMailLimit {
  return { scope: 'mailbox', key: mailboxOf(addressKey), times: 3, withinMs: 24 * HOUR_MS };
}

/** For one reader's own page of settings. */
export function readerLimit(subscriberId: number): ServiceMailLimit {
  return { scope: 'reader', key: String(subscriberId), times: 5, withinMs: HOUR_MS };
}

/** For the form, by whomever it is filled in. */
export const FORM_LIMIT: ServiceMailLimit = { scope: 'form', key: 'all', times: 1000, withinMs: HOUR_MS };
