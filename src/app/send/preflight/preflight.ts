import { NewsletterError } from '../../../model/error.js';
import { checkBulkRules } from './bulk-rules.js';
import { checkDkim } from './dkim.js';
import { checkMailboxRead } from './mailbox.js';
import { checkSize, checkWayOut } from './message.js';
import { checkPublicAddress } from './public-address.js';
import { checkSender } from './sender.js';
import type { PreflightResult, PreflightContext } from './preflight-context.js';

type Check = (subject: PreflightContext) => Promise<readonly PreflightResult[]>;

/** The checks of every send: they look only at the message. */
const LOCAL_CHECKS: readonly Check[] = [checkSize, checkWayOut];
/** The checks of sends that leave this machine: they ask other servers, or look at what other servers will check. */
const OUTSIDE_CHECKS: readonly Check[] = [checkSender, checkDkim, checkBulkRules, checkPublicAddress, checkMailboxRead];
/** The checks of sends to this machine itself: they ask no other server. */
const LOOPBACK_CHECKS: readonly Check[] = [warnAboutLoopback, warnAboutMailbox];

/** Looks at everything that would go wrong for every reader at once. Writes nothing. */
export async function runPreflight(subject: PreflightContext): Promise<readonly PreflightResult[]> {
  const checks = [...LOCAL_CHECKS, ...(subject.transport.loopback ? LOOPBACK_CHECKS : OUTSIDE_CHECKS)];
  return (await Promise.all(checks.map((check) => check(subject)))).flat();
}

/** A mail server on this machine may be one for tests, or one that passes mail on to the world. */
async function warnAboutMailbox(subject: PreflightContext): Promise<readonly PreflightResult[]> {
  if (subject.transport.kind === 'rehearsal') return [];
  const results = await checkMailboxRead(subject);
  return results.map((one) => (one.result === 'refused' ? { ...one, result: 'warning' } : one));
}

function warnAboutLoopback({ transport }: PreflightContext): Promise<readonly PreflightResult[]> {
  if (transport.kind === 'rehearsal') return Promise.resolve([]);
  const message = `The transport "${transport.name}" hands over on this machine: DNS, pictures and the public address were not looked at.`;
  return Promise.resolve([{ check: 'public-address', result: 'ok', message }]);
}

/** @throws NewsletterError `preflight-refused` naming all that refuses the send. */
export function refuseByPreflight(results: readonly PreflightResult[], issue: string): void {
  const refused = results.flatMap((one) => (one.result === 'refused' ? [one] : []));
  if (refused.length === 0) return;
  throw new NewsletterError('preflight-refused', {
    message: `Issue ${issue} is not sent: ${refused.map(({ message }) => message).join(' ')}`,
    expected: refused.map(({ expected }) => expected).join('; '),
    help: `${refused.map(({ help }) => help).join(' ')} Nothing was sent. Then run the command again.`,
  });
}
