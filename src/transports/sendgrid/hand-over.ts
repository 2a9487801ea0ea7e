import { setTimeout as sleep } from 'node:timers/promises';
import type { NewsletterError } from '../../model/error.js';
import type { SubmitOutcome } from '../../model/outgoing-message.js';
import { judge } from './answers.js';
import type { SendGridApi } from './api.js';
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

/** Hands requests over. When SendGrid asks for a pause, all of them make it. */
export class HandOver {
  readonly #api: SendGridApi;
  readonly #host: string;
  readonly #patience: Patience;
  /** By `performance.now()`, which nobody sets back. */
  #pauseUntil = 0;

  constructor(api: SendGridApi, host: string, patience: Patience) {
    this.#api = api;
    this.#host = host;
    this.#patience = patience;
  }

  /** The outcomes of a request's messages, in their order. */
  async run(request: MailRequest): Promise<readonly SubmitOutcome[]> {
    const latest = performance.now() + this.#patience.longestMilliseconds;
    const pauses = this.#patience.pausesMilliseconds.values();
    for (;;) {
      await this.#pause();
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
          if (this.#waits(verdict.waitMilliseconds, pauses, latest)) continue;
          return stopped(request, verdict.reason, takesNothingNow(this.#host, verdict.reason));
      }
    }
  }

  /** Whether it is worth waiting: sets the pause that all requests make, by SendGrid's word or by the next of our own. */
  #waits(asked: number | undefined, pauses: Iterator<number, unknown>, latest: number): boolean {
    // Where SendGrid names a pause, ours only keeps it from being none at all.
    const own = asked === undefined ? nextOf(pauses) : this.#patience.pausesMilliseconds[0];
    if (own === undefined) return false;
    const until = performance.now() + Math.max(own, asked ?? 0);
    if (until > latest) return false;
    this.#pauseUntil = Math.max(this.#pauseUntil, until);
    return true;
  }

  async #pause(): Promise<void> {
    for (;;) {
      const left = this.#pauseUntil - performance.now();
      if (left <= 0) return;
      await sleep(left);
    }
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
