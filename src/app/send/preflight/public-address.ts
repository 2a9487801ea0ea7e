import * as z from 'zod';
import { errorMessage } from '../../../model/error.js';
import { ANSWER_TIMEOUT, type PreflightResult, type PreflightContext } from './preflight-context.js';
import { missingPictures, picturesOf } from './pictures.js';

const healthSchema = z.object({ list: z.string() });

/** Whether the links of the message will work: who answers at the public address must know this list. */
export async function checkPublicAddress(subject: PreflightContext): Promise<readonly PreflightResult[]> {
  const { configuration, template, network } = subject;
  const { url } = template.unsubscribe;
  const results: PreflightResult[] = [];
  const health =
    url === undefined ? undefined : await probeHealth(`${url.replace(/\/u\/?$/, '')}/healthz`, network.fetch);
  if (health?.kind === 'answer' && health.list === configuration.list.id) {
    results.push({ check: 'public-address', result: 'ok', message: 'The public address answers for this list.' });
  } else if (health !== undefined) {
    results.push({
      check: 'public-address',
      result: 'refused',
      message:
        health.kind === 'answer'
          ? `At the public address another list answers: ${health.list.slice(0, 100)}.`
          : `The public address does not answer (${health.reason}), so nobody could unsubscribe with one click.`,
      expected: `${health.asked} to answer with {"list":"${configuration.list.id}"}`,
      help: 'Start `newsletter serve` behind your public address. Or take `publicUrl` out of newsletter.yaml, name a mailbox in `unsubscribe: mailto`, and build again.',
    });
  }
  const serverAnswers = results.every(({ result }) => result === 'ok') && health !== undefined;
  return [...results, ...(await checkPictures(subject, serverAnswers))];
}

type Health =
  | { readonly kind: 'answer'; readonly asked: string; readonly list: string }
  | { readonly kind: 'none'; readonly asked: string; readonly reason: string };

async function probeHealth(asked: string, ask: typeof fetch): Promise<Health> {
  try {
    const response = await ask(asked, { signal: AbortSignal.timeout(ANSWER_TIMEOUT.timeoutMs) });
    const answer = healthSchema.safeParse(await response.json().catch(() => undefined)).data;
    if (!response.ok) return { kind: 'none', asked, reason: `its answer is ${String(response.status)}` };
    if (answer === undefined) return { kind: 'none', asked, reason: 'something else answers there' };
    return { kind: 'answer', asked, list: answer.list };
  } catch (error) {
    return { kind: 'none', asked, reason: errorMessage(error) };
  }
}

/** @param serverAnswers whether our own server answers, which publishes the pictures when the send begins. */
async function checkPictures(
  { template, configuration, network }: PreflightContext,
  serverAnswers: boolean,
): Promise<readonly PreflightResult[]> {
  const urls = picturesOf(template, configuration.publicUrl);
  if (urls.length === 0) return [];
  const missing = await missingPictures(urls, network.fetch);
  if (missing.length === 0) {
    return [{ check: 'pictures', result: 'ok', message: `All ${String(urls.length)} pictures answer.` }];
  }
  if (serverAnswers && missing.every(({ status }) => status === 404)) {
    const message = `${String(urls.length)} pictures come out when the send begins, and are looked at then.`;
    return [{ check: 'pictures', result: 'ok', message }];
  }
  return [picturesRefused(missing)];
}

/** What to tell of pictures that readers would not see. */
export function picturesRefused(missing: readonly { readonly url: string; readonly reason: string }[]) {
  const [first] = missing;
  return {
    check: 'pictures',
    result: 'refused',
    message: `${String(missing.length)} pictures of the issue do not answer, among them ${first?.url ?? ''} (${first?.reason ?? ''}).`,
    expected: 'every picture of the message to be there, at the public address, before the first message',
    help: 'Start `newsletter serve` for this workspace behind your public address, or upload out/<issue>/web/ there.',
  } as const;
}
