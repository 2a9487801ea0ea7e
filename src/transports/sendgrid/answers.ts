import * as z from 'zod';
import type { SubmitOutcome } from '../../model/outgoing-message.js';
import type { ApiReply } from './api.js';

/** What an answer to `/v3/mail/send` means for the messages of its request. */
export type Verdict =
  | { readonly verdict: 'everyone'; readonly outcome: SubmitOutcome }
  /** Nothing was taken, because of the messages at these places; the others may go without them. */
  | { readonly verdict: 'some'; readonly refused: ReadonlyMap<number, string> }
  /** Nothing was taken: too much at once. */
  | { readonly verdict: 'too-large'; readonly reason: string }
  /** Nothing was taken; it may be tried again, where SendGrid says so after this time. */
  | { readonly verdict: 'later'; readonly reason: string; readonly waitMilliseconds: number | undefined }
  /** Nothing was taken, and nothing will be, whatever is handed over. */
  | { readonly verdict: 'stop'; readonly status: number; readonly reason: string };

const errorsSchema = z.object({
  errors: z.array(z.object({ message: z.string().catch(''), field: z.string().nullish().catch(undefined) })),
});
type ApiError = z.infer<typeof errorsSchema>['errors'][number];

/**
 * Judges what came of a request for some messages. SendGrid has no key by which it would know a request again, so
 * whatever may have been taken is uncertain.
 *
 * @param now milliseconds since 1970, where the answer does not bring the time of its sender.
 */
export function judge(reply: ApiReply, messages: number, now: number): Verdict {
  switch (reply.kind) {
    case 'unsent':
      return { verdict: 'later', reason: `SendGrid was not reached: ${reply.reason}`, waitMilliseconds: undefined };
    case 'lost':
      return uncertain(`The request was sent, and SendGrid's answer is missing: ${reply.reason}`);
    case 'answer':
      return judgeAnswer(reply, messages, now);
  }
}

function judgeAnswer(reply: ApiReply & { readonly kind: 'answer' }, messages: number, now: number): Verdict {
  const { status, headers, body } = reply;
  const errors = errorsSchema.safeParse(body).data?.errors ?? [];
  const reason = `SendGrid answered ${String(status)}${words(errors)}`;
  if (status === 202) return { verdict: 'everyone', outcome: { outcome: 'submitted' } };
  // Any other success is none that it promises; in a time-out of its own nobody knows how far the request came.
  if ((status >= 200 && status < 300) || status === 408 || status === 504) return uncertain(reason);
  if (status === 400) return judgeRefusal(errors, messages, reason);
  if (status === 413) return { verdict: 'too-large', reason };
  if (status === 429) return { verdict: 'later', reason, waitMilliseconds: askedWait(headers, now) ?? 0 };
  if (status >= 500) return { verdict: 'later', reason, waitMilliseconds: askedWait(headers, now) };
  return { verdict: 'stop', status, reason };
}

function uncertain(reason: string): Verdict {
  return { verdict: 'everyone', outcome: { outcome: 'uncertain', reason } };
}

function judgeRefusal(errors: readonly ApiError[], messages: number, reason: string): Verdict {
  const refused = new Map<number, string>();
  for (const error of errors) {
    const place = /personalizations[.[](\d+)/.exec(`${error.field ?? ''} ${error.message}`)?.[1];
    if (place !== undefined && Number(place) < messages) refused.set(Number(place), `SendGrid${words([error])}`);
  }
  if (refused.size > 0) return { verdict: 'some', refused };
  // What it says of no one message, it would say of all the others too.
  const cause = messages > 1 ? ({ cause: 'policy' } as const) : {};
  return { verdict: 'everyone', outcome: { outcome: 'failed', reason, ...cause } };
}

/** What SendGrid says, fit for one line of a report. */
function words(errors: readonly ApiError[]): string {
  const said = errors.map(({ message }) => message.replace(/[\x00-\x1f\x7f-\x9f]+/g, ' ').trim()).filter(Boolean);
  return said.length === 0 ? '' : `: ${said.join('; ').slice(0, 300)}`;
}

/** How long SendGrid asks to wait: Retry-After (RFC 9110 §10.2.3), or X-RateLimit-Reset, seconds since 1970. */
export function askedWait(headers: Readonly<Record<string, unknown>>, now: number): number | undefined {
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
