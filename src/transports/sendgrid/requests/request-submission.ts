import type { NewsletterError } from '../../../model/error.js';
import type { SubmitOutcome } from '../../../model/send/outgoing-message.js';
import { judge, type Verdict } from '../answers/answers.js';
import type { SendGridApi } from './api.js';
import type { SharedContent } from './content.js';
import type { Pause } from '../answers/pause.js';
import {
  answersLost,
  notTaken,
  refusesManyAlike,
  refusesTheMessage,
  takesNothingNow,
  tooLarge,
} from '../answers/sendgrid-errors.js';
import type { Refusal } from '../answers/refusals.js';
import { RefusedReaders } from '../answers/refused-readers.js';
import { requestBody, type MailRequest, type RequestEntry } from './requests.js';

/** How long a request waits, and how often it is tried again. */
export interface RetryTimes {
  /** The pauses after requests that were not taken; after the last one the messages wait for a later run. */
  readonly pausesMilliseconds: readonly number[];
  /** How long one request may wait in all, at SendGrid's word too. */
  readonly longestMilliseconds: number;
}

export const RETRY_TIMES: RetryTimes = { pausesMilliseconds: [1000, 4000, 15_000], longestMilliseconds: 120_000 };

/** After this number of missing answers in a row the send stops; one alone may get lost. */
const MAX_LOST_IN_A_ROW = 2;

const MAIL_SEND = '/v3/mail/send';

const INTERRUPTED: SubmitOutcome = { outcome: 'deferred', reason: 'the send was interrupted before its turn came' };

/** The result of one request: an outcome for each message, or the readers to leave out of another try. */
type PostResult =
  | { readonly kind: 'settled'; readonly outcomes: readonly SubmitOutcome[] }
  | { readonly kind: 'refused'; readonly refused: ReadonlyMap<RequestEntry, Refusal> };

type RemainingOutcome = Extract<Verdict, { readonly verdict: 'later' }>;

/** Submits requests. When SendGrid asks for a pause, all of them wait. */
export class RequestSubmission {
  readonly #api: SendGridApi;
  readonly #host: string;
  readonly #retryTimes: RetryTimes;
  readonly #pause: Pause;
  /** The outcome for every message with a content that SendGrid refuses for all readers. */
  readonly #refused = new WeakMap<SharedContent, SubmitOutcome>();
  /** The contents with at least one message that SendGrid took. */
  readonly #taken = new WeakSet<SharedContent>();
  #lostInARow = 0;

  constructor(api: SendGridApi, host: string, retryTimes: RetryTimes, pause: Pause) {
    this.#api = api;
    this.#host = host;
    this.#retryTimes = retryTimes;
    this.#pause = pause;
  }

  /** Returns the outcomes of a request's messages, in their order. One bad address does not stop the other messages. */
  async run(request: MailRequest): Promise<readonly SubmitOutcome[]> {
    const readers = new RefusedReaders(request.entries);
    for (;;) {
      const entries = readers.others;
      if (entries.length === 0) return readers.outcomes([]);
      const result = await this.#post({ ...request, entries });
      if (result.kind === 'settled') return readers.outcomes(result.outcomes);
      readers.add(result.refused);
      const common = readers.takeBackCommon();
      if (common === undefined) continue;
      const outcome = this.#refuse(request.content, common.reason, refusesManyAlike(this.#host, common.reason));
      return readers.outcomes(readers.others.map(() => outcome));
    }
  }

  /** Whether SendGrid refuses what all messages of a content share; those of another one may be taken. */
  refuses(content: SharedContent): boolean {
    return this.#refused.has(content);
  }

  async #post(request: MailRequest): Promise<PostResult> {
    const latest = performance.now() + this.#retryTimes.longestMilliseconds;
    const pauses = this.#retryTimes.pausesMilliseconds.values();
    for (;;) {
      await this.#pause.end();
      const known = this.#refused.get(request.content);
      if (known !== undefined) return allOf(request, known);
      if (this.#pause.interrupted) return allOf(request, INTERRUPTED);
      const verdict = judge(await this.#api.post(MAIL_SEND, requestBody(request)), request, Date.now());
      switch (verdict.verdict) {
        case 'everyone':
          return allOf(request, this.#afterAnswer(request.content, verdict.outcome));
        case 'some':
          return { kind: 'refused', refused: verdict.refused };
        case 'whole':
          return allOf(request, this.#refuse(request.content, verdict.reason, refusesTheMessage(this.#host, verdict)));
        case 'too-large':
          return { kind: 'settled', outcomes: await this.#inHalves(request, verdict.reason) };
        case 'stop':
          return allOf(request, stopped(verdict.reason, notTaken(this.#host, verdict)));
        case 'later':
          if (this.#waits(verdict, pauses, latest)) continue;
          return allOf(request, stopped(verdict.reason, takesNothingNow(this.#host, verdict.reason)));
      }
    }
  }

  /** Where an answer is missing, its messages are uncertain; after several in a row the send stops. */
  #afterAnswer(content: SharedContent, outcome: SubmitOutcome): SubmitOutcome {
    if (outcome.outcome !== 'uncertain') {
      this.#lostInARow = 0;
      this.#taken.add(content);
      return outcome;
    }
    this.#lostInARow += 1;
    if (this.#lostInARow < MAX_LOST_IN_A_ROW) return outcome;
    return { ...outcome, stop: answersLost(this.#host, outcome.reason) };
  }

  /** Whether it is worth waiting: begins the pause that all requests make, by SendGrid's word or by the next of our own. */
  #waits(
    { reason, waitMilliseconds: asked }: RemainingOutcome,
    pauses: Iterator<number, unknown>,
    latest: number,
  ): boolean {
    // When SendGrid names a pause, our own first pause is the minimum.
    const own = asked === undefined ? nextOf(pauses) : this.#retryTimes.pausesMilliseconds[0];
    if (own === undefined) return false;
    const milliseconds = Math.max(own, asked ?? 0);
    if (performance.now() + milliseconds > latest) return false;
    this.#pause.begin(milliseconds, reason);
    return true;
  }

  /** Submits nothing more of this content, because SendGrid would refuse it for the next readers too. */
  #refuse(content: SharedContent, reason: string, stop: NewsletterError): SubmitOutcome {
    const outcome = this.#refused.get(content) ?? stopped(reason, stop);
    this.#refused.set(content, outcome);
    return outcome;
  }

  async #inHalves(request: MailRequest, reason: string): Promise<readonly SubmitOutcome[]> {
    const { entries } = request;
    if (entries.length < 2) return [this.#tooLargeAlone(request.content, reason)];
    const middle = Math.ceil(entries.length / 2);
    const first = await this.run({ ...request, entries: entries.slice(0, middle) });
    const end = outcomeOfRest(first);
    const rest = entries.slice(middle);
    return [...first, ...(end === undefined ? await this.run({ ...request, entries: rest }) : rest.map(() => end))];
  }

  /** A reader adds little to a message, so only after SendGrid took others can one reader's part be too large. */
  #tooLargeAlone(content: SharedContent, reason: string): SubmitOutcome {
    if (this.#taken.has(content)) return { outcome: 'failed', reason };
    return this.#refuse(content, reason, tooLarge(this.#host, reason));
  }
}

/** Returns the outcome of the remaining messages, when one of these outcomes stops the send. */
export function outcomeOfRest(outcomes: readonly SubmitOutcome[]): SubmitOutcome | undefined {
  for (const outcome of outcomes) {
    if (outcome.outcome === 'deferred' && outcome.stop !== undefined) return outcome;
    // The requests that were not posted have certainly reached nobody.
    if (outcome.outcome === 'uncertain' && outcome.stop !== undefined)
      return stopped(outcome.stop.message, outcome.stop);
  }
  return undefined;
}

function stopped(reason: string, stop: NewsletterError): SubmitOutcome {
  return { outcome: 'deferred', reason, stop };
}

function allOf(request: MailRequest, outcome: SubmitOutcome): PostResult {
  return { kind: 'settled', outcomes: request.entries.map(() => outcome) };
}

function nextOf(pauses: Iterator<number, unknown>): number | undefined {
  const next = pauses.next();
  return next.done === true ? undefined : next.value;
}
