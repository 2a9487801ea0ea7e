import type { NewsletterError } from '../../model/error.js';
import type { SubmitOutcome } from '../../model/outgoing-message.js';
import { judge, type Verdict } from './answers.js';
import type { SendGridApi } from './api.js';
import type { Pause } from './pause.js';
import { notTaken, takesNothingNow } from './problems.js';
import { requestBody, type MailRequest } from './requests.js';

/** How long is waited, and how often it is tried again. */
export interface Patience {
  /** The pauses after requests that were not taken; after the last one the messages wait for a later run. */
  readonly pausesMilliseconds: readonly number[];
  /** How long one request may wait in all, at SendGrid's word too. */
  readonly longestMilliseconds: number;
}

export const PATIENCE: Patience = { pausesMilliseconds: [1000, 4000, 15_000], longestMilliseconds: 120_000 };

const MAIL_SEND = '/v3/mail/send';

const INTERRUPTED: SubmitOutcome = { outcome: 'deferred', reason: 'the send was interrupted before its turn came' };

type Later = Extract<Verdict, { readonly verdict: 'later' }>;

/** Hands requests over. When SendGrid asks for a pause, all of them make it. */
export class HandOver {
  readonly #api: SendGridApi;
  readonly #host: string;
  readonly #patience: Patience;
  readonly #pause: Pause;

  constructor(api: SendGridApi, host: string, patience: Patience, pause: Pause) {
    this.#api = api;
    this.#host = host;
    this.#patience = patience;
    this.#pause = pause;
  }

  /** The outcomes of a request's messages, in their order. */
  async run(request: MailRequest): Promise<readonly SubmitOutcome[]> {
    const latest = performance.now() + this.#patience.longestMilliseconds;
    const pauses = this.#patience.pausesMilliseconds.values();
    for (;;) {
      await this.#pause.end();
      if (this.#pause.interrupted) return request.entries.map(() => INTERRUPTED);
      const reply = await this.#api.post(MAIL_SEND, requestBody(request));
      const verdict = judge(reply, request.entries.length, Date.now());
      switch (verdict.verdict) {
        case 'everyone':
          return request.entries.map(() => verdict.outcome);
        case 'some':
          return this.#without(request, verdict.refused);
        case 'too-large':
          return this.#inHalves(request, verdict.reason);
        case 'stop':
          return stopped(request, verdict.reason, notTaken(this.#host, verdict));
        case 'later':
          if (this.#waits(verdict, pauses, latest)) continue;
          return stopped(request, verdict.reason, takesNothingNow(this.#host, verdict.reason));
      }
    }
  }

  /** Whether it is worth waiting: begins the pause that all requests make, by SendGrid's word or by the next of our own. */
  #waits({ reason, waitMilliseconds: asked }: Later, pauses: Iterator<number, unknown>, latest: number): boolean {
    // Where SendGrid names a pause, ours only keeps it from being none at all.
    const own = asked === undefined ? nextOf(pauses) : this.#patience.pausesMilliseconds[0];
    if (own === undefined) return false;
    const milliseconds = Math.max(own, asked ?? 0);
    if (performance.now() + milliseconds > latest) return false;
    this.#pause.begin(milliseconds, reason);
    return true;
  }

  /** One bad address keeps nobody else from theirs. */
  async #without(request: MailRequest, refused: ReadonlyMap<number, string>): Promise<readonly SubmitOutcome[]> {
    const entries = request.entries.filter((_, place) => !refused.has(place));
    const outcomes = (entries.length === 0 ? [] : await this.run({ ...request, entries })).values();
    return request.entries.map((_, place) => {
      const reason = refused.get(place);
      return reason === undefined ? (outcomes.next().value ?? unanswered()) : { outcome: 'failed', reason };
    });
  }

  async #inHalves(request: MailRequest, reason: string): Promise<readonly SubmitOutcome[]> {
    const { entries } = request;
    if (entries.length < 2) return [{ outcome: 'failed', reason }];
    const middle = Math.ceil(entries.length / 2);
    const first = await this.run({ ...request, entries: entries.slice(0, middle) });
    const end = first.find(isStop);
    const rest = entries.slice(middle);
    return [...first, ...(end === undefined ? await this.run({ ...request, entries: rest }) : rest.map(() => end))];
  }
}

/** Whether an outcome says that nothing more is worth handing over. */
export function isStop(outcome: SubmitOutcome): boolean {
  return outcome.outcome === 'deferred' && outcome.stop !== undefined;
}

function stopped(request: MailRequest, reason: string, stop: NewsletterError): readonly SubmitOutcome[] {
  return request.entries.map(() => ({ outcome: 'deferred', reason, stop }));
}

function nextOf(pauses: Iterator<number, unknown>): number | undefined {
  const next = pauses.next();
  return next.done === true ? undefined : next.value;
}

function unanswered(): SubmitOutcome {
  return { outcome: 'uncertain', reason: 'there is no answer for it' };
}
