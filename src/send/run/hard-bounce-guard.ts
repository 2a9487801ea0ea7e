import { NewsletterError } from '../../model/error.js';
import type { SubmitOutcome } from '../../model/send/outgoing-message.js';
import type { ClaimedDelivery, RefusedAddress } from '../ledger/ledger.js';

/** This many unknown readers in a row suggest a misconfigured server rather than a bad list. */
const SUSPICIOUS_IN_A_ROW = 10;
/** The send stops after this many. */
const MAX_IN_A_ROW = 30;

/**
 * Collects the addresses that the mail server says do not exist. It is believed as soon as it takes a message for
 * another reader: a server that knows none of our readers (one for tests, or one whose own list is broken) must not empty
 * the list.
 */
export class HardBounceGuard {
  /** Since a message was taken. */
  readonly #doubtful: RefusedAddress[] = [];
  #believed: RefusedAddress[] = [];

  record({ address }: Pick<ClaimedDelivery, 'address'>, outcome: SubmitOutcome): void {
    if (outcome.outcome === 'submitted') this.#believe();
    if (outcome.outcome === 'failed' && outcome.cause === 'address') {
      this.#doubtful.push({ address, reason: outcome.reason });
    }
  }

  /** The addresses that are to be taken off the list, each once; `restore` them where that could not be written. */
  take(): readonly RefusedAddress[] {
    const believed = this.#believed;
    this.#believed = [];
    return believed;
  }

  restore(refused: readonly RefusedAddress[]): void {
    this.#believed.unshift(...refused);
  }

  /** Why the send must stop; `undefined` while it may continue. */
  get stopReason(): NewsletterError | undefined {
    return this.#doubtful.length >= MAX_IN_A_ROW ? readersUnknown(this.#doubtful) : undefined;
  }

  /**
   * Ends a run: a few refusals are believed.
   *
   * @returns what a person must know where there are too many.
   */
  finish(): NewsletterError | undefined {
    if (this.#doubtful.length >= SUSPICIOUS_IN_A_ROW) return readersUnknown(this.#doubtful);
    this.#believe();
    return undefined;
  }

  #believe(): void {
    this.#believed.push(...this.#doubtful.splice(0));
  }
}

function readersUnknown(refused: readonly RefusedAddress[]): NewsletterError {
  return new NewsletterError('send-stopped', {
    message: `The mail server says of ${String(refused.length)} readers in a row that there is no such mailbox. That is hardly so: none of them was taken off the list. The last answer was: ${refused.at(-1)?.reason ?? ''}`,
    expected: 'a mail server that passes mail on to the whole world',
    help: 'Look whether the transport is the right one: a server for tests, or for the mailboxes of one office, knows none of your readers. Then run `newsletter send --only failed`, and the same command as before for the rest.',
  });
}
