import type { SubmitOutcome } from '../../../model/send/outgoing-message.js';
import { errorsOf, membersNamed, errorsText, type ApiError } from './api-errors.js';
import type { ApiReply } from '../requests/api.js';
import { refusedReaders, type Refusal } from './refusals.js';
import type { MailRequest, RequestEntry } from '../requests/requests.js';

/** What an answer to `/v3/mail/send` means for the messages of its request. */
export type Verdict =
  | { readonly verdict: 'everyone'; readonly outcome: SubmitOutcome }
  /** Nothing was taken, because of these; the others may go without them. */
  | { readonly verdict: 'some'; readonly refused: ReadonlyMap<RequestEntry, Refusal> }
  /** Nothing was taken, because of what all share: members of the request, where SendGrid names them. */
  | { readonly verdict: 'whole'; readonly reason: string; readonly named: string }
  /** Nothing was taken: too much at once. */
  | { readonly verdict: 'too-large'; readonly reason: string }
  /** Nothing was taken; it may be tried again, where SendGrid says so after this time. */
  | { readonly verdict: 'later'; readonly reason: string; readonly waitMilliseconds: number | undefined }
  /** SendGrid took nothing, and will take nothing else either. */
  | { readonly verdict: 'stop'; readonly status: number; readonly reason: string };

/**
 * Judges the result of a request for some messages. SendGrid has no key by which it would know a request again, so
 * whatever may have been taken is uncertain.
 *
 * @param now milliseconds since 1970, where the answer does not bring the time of its sender.
 */
export function judge(reply: ApiReply, request: MailRequest, now: number): Verdict {
  switch (reply.kind) {
    case 'unsent':
      return { verdict: 'later', reason: `SendGrid was not reached: ${reply.reason}`, waitMilliseconds: undefined };
    case 'lost':
      return uncertain(`The request was sent, and SendGrid's answer is missing: ${reply.reason}`);
    case 'answer':
      return judgeAnswer(reply, request, now);
  }
}

/** Answers of a gateway, or a time-out, of which nobody knows how far the request came (RFC 9110 §15.5.9, §15.6.3, §15.6.5). */
const FROM_BETWEEN = new Set([408, 502, 504]);

function judgeAnswer(reply: ApiReply & { readonly kind: 'answer' }, request: MailRequest, now: number): Verdict {
  const { status, headers, body } = reply;
  const errors = errorsOf(body);
  const reason = `SendGrid answered ${String(status)}${errorsText(errors)}`;
  if (status === 202) return { verdict: 'everyone', outcome: { outcome: 'submitted' } };
  // SendGrid does not document any other success.
  if ((status >= 200 && status < 300) || FROM_BETWEEN.has(status)) return uncertain(reason);
  if (status === 400) return judgeRefusal(errors, request, reason);
  if (status === 413) return { verdict: 'too-large', reason };
  if (status === 429) return { verdict: 'later', reason, waitMilliseconds: requestedWaitMs(headers, now) ?? 0 };
  if (status >= 500) return { verdict: 'later', reason, waitMilliseconds: requestedWaitMs(headers, now) };
  return { verdict: 'stop', status, reason };
}

function uncertain(reason: string): Verdict {
  return { verdict: 'everyone', outcome: { outcome: 'uncertain', reason } };
}

function judgeRefusal(errors: readonly ApiError[], request: MailRequest, reason: string): Verdict {
  const refused = refusedReaders(errors, request);
  return refused.size > 0 ? { verdict: 'some', refused } : { verdict: 'whole', reason, named: membersNamed(errors) };
}

/** How long SendGrid asks to wait: Retry-After (RFC 9110 §10.2.3), or X-RateLimit-Reset, seconds since 1970. */
export function requestedWaitMs(headers: Readonly<Record<string, unknown>>, now: number): number | undefined {
  const value = (name: string): string => {
    const written = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
    return typeof written === 'string' ? written.trim() : '';
  };
  // Its own clock, since this machine's may be wrong.
  const dated = Date.parse(value('date'));
  const theirNow = Number.isNaN(dated) ? now : dated;
  const after = value('retry-after');
  if (/^\d{1,9}$/.test(after)) return Number(after) * 1000;
  const until = Date.parse(after);
  if (!Number.isNaN(until)) return Math.max(0, until - theirNow);
  const reset = value('x-ratelimit-reset');
  return /^\d{1,12}$/.test(reset) ? Math.max(0, Number(reset) * 1000 - theirNow) : undefined;
}
