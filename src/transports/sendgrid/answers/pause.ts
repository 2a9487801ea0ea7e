import { setTimeout as sleep } from 'node:timers/promises';
import type { TransportContext } from '../../../model/send/outgoing-message.js';
import { durationWords } from '../../../model/text/amounts/duration-words.js';
import { toSentence } from './api-errors.js';

/** Answers to requests that were open at once ask for one pause; only one that ends so much later is told again. */
const SAME_PAUSE_MS = 5_000;

/** The pause that all requests make while SendGrid takes nothing. A signal ends it, and then nothing is begun. */
export class Pause {
  readonly #signal: AbortSignal | undefined;
  readonly #onWarning: TransportContext['onWarning'];
  /** By `performance.now()`, which nobody sets back. */
  #until = 0;
  #toldUntil = 0;

  constructor({ signal, onWarning }: Pick<TransportContext, 'signal' | 'onWarning'>) {
    this.#signal = signal;
    this.#onWarning = onWarning;
  }

  /** Whether no request may begin any more. */
  get interrupted(): boolean {
    return this.#signal?.aborted === true;
  }

  /**
   * Begins a pause, or makes the present one longer, and tells people about it once.
   *
   * @param reason why nothing goes on, for people.
   */
  begin(milliseconds: number, reason: string): void {
    const now = performance.now();
    const until = now + milliseconds;
    const known = now < this.#until && until <= this.#toldUntil + SAME_PAUSE_MS;
    this.#until = Math.max(this.#until, until);
    if (known || this.interrupted) return;
    this.#toldUntil = until;
    this.#onWarning?.(
      `SendGrid takes nothing just now. ${toSentence(reason)} Trying again in ${durationWords(milliseconds)}.`,
    );
  }

  /** Waits until the pause is over, or a signal has ended it. */
  async end(): Promise<void> {
    const signal = this.#signal;
    while (!this.interrupted) {
      const left = this.#until - performance.now();
      if (left <= 0) return;
      await sleep(left, undefined, { signal }).catch(ignoreAbort);
    }
  }
}

function ignoreAbort(error: unknown): void {
  if (!(error instanceof Error && error.name === 'AbortError')) throw error;
}
