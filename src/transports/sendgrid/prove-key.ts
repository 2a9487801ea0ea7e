import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { ApiReply, SendGridApi } from './api.js';
import type { Patience } from './hand-over.js';
import { keyWithoutMailSend, notReached, notTaken } from './problems.js';

const scopesSchema = z.object({ scopes: z.array(z.string()) });

/**
 * Finds out, before the first message, whether SendGrid is there and the key may send. Asking changes nothing, so it
 * is asked again where no answer came. Where SendGrid has another trouble, the first message will tell.
 *
 * @throws NewsletterError `transport-unusable`.
 */
export async function proveKey(api: SendGridApi, host: string, patience: Patience): Promise<void> {
  const reply = await askScopes(api, patience);
  if (reply.kind !== 'answer') throw notReached(host, reply.reason);
  const { status, body } = reply;
  if (status === 401 || status === 403) throw notTaken(host, { status, reason: `SendGrid answered ${String(status)}` });
  if (status !== 200) return;
  const known = scopesSchema.safeParse(body).data?.scopes;
  if (known !== undefined && !known.includes('mail.send')) throw keyWithoutMailSend();
}

async function askScopes(api: SendGridApi, { pausesMilliseconds }: Patience): Promise<ApiReply> {
  for (const pause of pausesMilliseconds) {
    const reply = await api.get('/v3/scopes');
    if (reply.kind === 'answer') return reply;
    await sleep(pause);
  }
  return api.get('/v3/scopes');
}
