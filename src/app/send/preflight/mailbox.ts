import { lastMailboxRead } from '../../../inbound/mail/mailbox-read.js';
import type { PreflightResult, PreflightContext } from './preflight-context.js';

const MAX_HOURS = 24;
const HOUR_MS = 3_600_000;

/** Without a public address people leave by mail alone: then their mails must have been read before the next issue. */
export async function checkMailboxRead(subject: PreflightContext): Promise<readonly PreflightResult[]> {
  const { configuration, template, now } = subject;
  if (template.unsubscribe.url !== undefined) return [];
  const read = await lastMailboxRead(configuration.root);
  // A time in the future means that the clock was set back: it does not say how long ago that was.
  const hours = read === undefined ? Number.POSITIVE_INFINITY : (now.getTime() - read.readAt.getTime()) / HOUR_MS;
  if (Math.abs(hours) <= MAX_HOURS) {
    return [{ check: 'mailbox', result: 'ok', message: 'The mailbox for unsubscribing was read within 24 hours.' }];
  }
  const when = read === undefined ? 'was never read' : `was last read on ${read.readAt.toISOString().slice(0, 10)}`;
  return [
    {
      check: 'mailbox',
      result: 'refused',
      message: `Readers leave by mail to ${template.unsubscribe.address}, and that mailbox ${when}.`,
      expected: 'a mailbox that was read within 24 hours, so that nobody who asked to leave gets this issue',
      help: 'Run `newsletter mailbox PATH` over the newest mails of that mailbox.',
    },
  ];
}
