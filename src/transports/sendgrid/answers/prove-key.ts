import * as z from 'zod';
import type { ApiReply, SendGridApi } from '../requests/api.js';
import type { RetryTimes } from '../requests/request-submission.js';
import type { Pause } from './pause.js';
import { keyWithoutMailSend, unreachableError, notTaken } from './sendgrid-errors.js';

const scopesSchema = z.object({ scopes: z.array(z.string()) });

/**
 * Finds out, before the first message, whether SendGrid is there and the key may send. Asking changes nothing, so it
 * is asked again where no answer came, unless a signal ends the waiting. Where SendGrid fails in another way, the first
 * message will tell.
 *
 * @throws NewsletterError `transport-unusable`.
 */
export async function proveKey(api: SendGridApi, host: string, retryTimes: RetryTimes, pause: Pause): Promise<void> {
  const reply = await askScopes(api, retryTimes, pause);
  if (reply.kind !== 'answer') throw unreachableError(host, reply.reason);
  const { status, body } = reply;
  if (status === 401 || status === 403) throw notTaken(host, { status, reason: `SendGrid answered ${String(status)}` });
  if (status !== 200) return;
  const known = scopesSchema.safeParse(body).data?.scopes;
  if (known !== undefined && !known.includes('mail.send')) throw keyWithoutMailSend();
}

async function askScopes(api: SendGridApi, { pausesMilliseconds }: RetryTimes, pause: Pause): Promise<ApiReply> {
  for (const milliseconds of pausesMilliseconds) {
    const reply = await api.get('/v3/scopes');
    if (reply.kind === 'answer') return reply;
    pause.begin(milliseconds, `SendGrid was not reached: ${reply.reason}`);
    await pause.end();
    if (pause.interrupted) return reply;
  }
  return api.get('/v3/scopes');
}
