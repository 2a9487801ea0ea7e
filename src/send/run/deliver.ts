import type { DeliveryEvent, SendReport } from '../../model/send/delivery.js';
import type { OutgoingMessage, SubmitOutcome } from '../../model/send/outgoing-message.js';
import type { ClaimedDelivery, DeliveryLedger, LedgerStep, RefusedAddress, RecordedOutcome } from '../ledger/ledger.js';
import { countOutcome, isTripped, sendStopped, UNTRIPPED } from './circuit-breaker.js';
import { requireTransition } from '../ledger/ledger-transitions.js';
import { HardBounceGuard } from './hard-bounce-guard.js';
import { retryWhenBusy } from '../ledger/retry-when-busy.js';
import type { RunContext } from './run-context.js';
import { submitBatch } from './submit-batch.js';

/** What is delivered. */
export interface DeliverRequest {
  readonly ledger: DeliveryLedger;
  readonly compose: (delivery: ClaimedDelivery) => OutgoingMessage;
  /** The numbers from which progress is counted on. */
  readonly report: SendReport;
  /** How many deliveries are submitted at most. */
  readonly limit: number | undefined;
}

/** What delivering needs of a run's context. */
export type DeliverContext = Pick<RunContext, 'transport' | 'signal' | 'now' | 'onEvent' | 'onWarning'>;

/** How delivering ended; the ledger has the outcome of each delivery. */
export interface DeliverResult {
  readonly interrupted: boolean;
  /** The error of the transport or the database that ended it; the rest stayed pending. */
  readonly failure: unknown;
  /** How many deliveries were submitted. */
  readonly attempted: number;
  /** When the last of the deliveries that a limit kept back may be tried. */
  readonly limitedUntil: Date | undefined;
}

/** Outcomes are written after this many rows or milliseconds, whichever is first. */
const RECORD_ROWS = 20;
const RECORD_MS = 50;
/** A deferred delivery waits a minute, then twice as long each time, at most an hour. */
const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 3_600_000;

/**
 * Submits the pending deliveries: `connections` batches at once, single messages twice as many claimed. A signal, or the
 * circuit breaker where the other side refuses us, stops the claiming; what is in flight is waited for and recorded, what
 * was only claimed becomes pending again.
 */
export async function deliver(request: DeliverRequest, context: DeliverContext): Promise<DeliverResult> {
  return new DeliveryRun(request, context).run();
}

/** The outcome of a delivery that was claimed and not submitted. */
const UNTOUCHED = {
  event: { event: 'defer' },
  attemptAfter: undefined,
  attempted: false,
} as const;

class DeliveryRun {
  readonly #request: DeliverRequest;
  readonly #context: DeliverContext;
  /** Claimed, not yet submitted. */
  readonly #queue: ClaimedDelivery[] = [];
  #unrecorded: RecordedOutcome[] = [];
  #underWay = 0;
  #remaining: number;
  #attempted = 0;
  #limitedUntil: Date | undefined;
  #exhausted = false;
  #failure: unknown;
  #breaker = UNTRIPPED;
  readonly #hardBounces = new HardBounceGuard();
  #stepping: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #report: SendReport;

  constructor(request: DeliverRequest, context: DeliverContext) {
    this.#request = request;
    this.#context = context;
    this.#remaining = request.limit ?? Number.POSITIVE_INFINITY;
    this.#report = request.report;
  }

  async run(): Promise<DeliverResult> {
    await Promise.all(Array.from({ length: this.#context.transport.connections }, () => this.#work()));
    clearTimeout(this.#timer);
    while (this.#stepping !== undefined) await this.#stepping;
    // None of these left the program, so they are pending again.
    const untouched = this.#queue.splice(0).map((delivery): RecordedOutcome => ({ delivery, ...UNTOUCHED }));
    this.#unrecorded.push(...untouched);
    this.#failure ??= this.#hardBounces.finish();
    await this.#step();
    return {
      interrupted: this.#context.signal.aborted,
      failure: this.#failure,
      attempted: this.#attempted,
      limitedUntil: this.#limitedUntil,
    };
  }

  get #stopped(): boolean {
    return this.#context.signal.aborted || this.#failure !== undefined;
  }

  async #work(): Promise<void> {
    for (;;) {
      const batch = await this.#take();
      if (batch.length === 0) return;
      const { outcomes, failure } = await submitBatch(this.#context.transport, batch, this.#request.compose);
      this.#failure ??= failure;
      this.#underWay -= batch.length;
      this.#record(batch, outcomes);
    }
  }

  async #take(): Promise<readonly ClaimedDelivery[]> {
    while (this.#queue.length === 0 && !this.#exhausted && !this.#stopped) await this.#step();
    if (this.#stopped) return [];
    const batch = this.#queue.splice(0, this.#context.transport.batchSize);
    this.#underWay += batch.length;
    return batch;
  }

  #record(batch: readonly ClaimedDelivery[], outcomes: readonly SubmitOutcome[]): void {
    outcomes.forEach((outcome, index) => {
      const delivery = batch[index];
      if (delivery === undefined) return;
      this.#unrecorded.push(this.#toRecord(delivery, outcome));
      this.#judge(delivery, outcome);
    });
    this.#stepSoon();
  }

  /**
   * Makes a step when every connection has an outcome to record, which is when the queue runs low; otherwise after some
   * milliseconds. Not after a failure, which it would only meet again: the last attempt is at the end of the run.
   */
  #stepSoon(): void {
    if (this.#stepping !== undefined || this.#failure !== undefined || this.#unrecorded.length === 0) return;
    const { connections, batchSize } = this.#context.transport;
    if (this.#unrecorded.length >= Math.min(RECORD_ROWS, connections * batchSize)) void this.#step();
    else this.#timer ??= setTimeout(() => void this.#step(), RECORD_MS);
  }

  #toRecord(delivery: ClaimedDelivery, outcome: SubmitOutcome): RecordedOutcome {
    if (this.#hasNotBegun(outcome)) return { delivery, ...UNTOUCHED };
    if (outcome.outcome === 'deferred' && outcome.notBefore !== undefined)
      return this.#keepBack(delivery, outcome.notBefore);
    this.#attempted += 1;
    return { delivery, event: eventOf(outcome), attemptAfter: this.#waitFor(delivery, outcome), attempted: true };
  }

  #keepBack(delivery: ClaimedDelivery, attemptAfter: Date): RecordedOutcome {
    if (this.#limitedUntil === undefined || attemptAfter > this.#limitedUntil) this.#limitedUntil = attemptAfter;
    return { delivery, ...UNTOUCHED, attemptAfter };
  }

  /** Whether a message was kept back for a reason that concerns all: the transport takes nothing, or a signal came. */
  #hasNotBegun(outcome: SubmitOutcome): boolean {
    return outcome.outcome === 'deferred' && (outcome.stop !== undefined || this.#context.signal.aborted);
  }

  /** Counts an outcome; too many hard bounces or refusals by policy stop the claiming. */
  #judge(delivery: ClaimedDelivery, outcome: SubmitOutcome): void {
    this.#hardBounces.record(delivery, outcome);
    this.#failure ??= this.#hardBounces.stopReason;
    this.#breaker = countOutcome(this.#breaker, outcome);
    if (isTripped(this.#breaker)) this.#failure ??= sendStopped('reason' in outcome ? outcome.reason : 'none');
  }

  #waitFor(delivery: ClaimedDelivery, outcome: SubmitOutcome): Date | undefined {
    if (outcome.outcome !== 'deferred') return undefined;
    const wait = Math.min(FIRST_WAIT_MS * 2 ** (delivery.attempts - 1), LONGEST_WAIT_MS);
    return new Date(this.#context.now().getTime() + wait);
  }

  /** One step of the ledger at a time; a second call waits for the one that runs. Never rejects. */
  #step(): Promise<void> {
    this.#stepping ??= this.#stepOnce()
      .catch((error: unknown) => {
        this.#failure ??= error;
      })
      .finally(() => {
        this.#stepping = undefined;
        this.#stepSoon();
      });
    return this.#stepping;
  }

  async #stepOnce(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const records = this.#unrecorded;
    const wanted = this.#room();
    const refused = this.#hardBounces.take();
    if (records.length + refused.length === 0 && wanted === 0) {
      this.#exhausted ||= this.#remaining === 0;
      return;
    }
    this.#unrecorded = [];
    const { claimed, skipped, exhausted } = await this.#stepOrKeep(records, refused, wanted);
    this.#queue.push(...claimed);
    this.#remaining -= claimed.length;
    if (wanted > 0) this.#exhausted = exhausted || this.#remaining === 0;
    this.#count(records, skipped);
  }

  /** Outcomes that could not be written are kept for the last attempt at the end of the run. */
  async #stepOrKeep(
    records: RecordedOutcome[],
    refused: readonly RefusedAddress[],
    wanted: number,
  ): Promise<LedgerStep> {
    try {
      return await retryWhenBusy(() => this.#request.ledger.step(records, refused, wanted), this.#context.onWarning);
    } catch (error) {
      this.#unrecorded.unshift(...records);
      this.#hardBounces.restore(refused);
      throw error;
    }
  }

  /**
   * How many more may be claimed: in all, twice what the transport takes at once. Of batches none is claimed ahead, so
   * that a crash leaves no more uncertain than was really on its way.
   */
  #room(): number {
    if (this.#stopped || this.#exhausted) return 0;
    const { connections, batchSize } = this.#context.transport;
    const atOnce = connections * batchSize;
    return Math.max(
      0,
      Math.min((batchSize > 1 ? atOnce : 2 * atOnce) - this.#queue.length - this.#underWay, this.#remaining),
    );
  }

  #count(records: readonly RecordedOutcome[], skipped: number): void {
    const report = { ...this.#report };
    report.pending -= skipped;
    report.skipped += skipped;
    for (const { event } of records) {
      const { state } = requireTransition('submitting', event);
      if (state === 'pending' || state === 'submitting') continue;
      report.pending -= 1;
      report[state] += 1;
    }
    this.#report = report;
    if (records.length + skipped > 0) this.#context.onEvent({ event: 'progress', report });
  }
}

function eventOf(outcome: SubmitOutcome): DeliveryEvent {
  switch (outcome.outcome) {
    case 'submitted':
      return { event: 'accept' };
    case 'failed':
      return { event: 'reject', reason: outcome.reason };
    case 'deferred':
      return { event: 'defer', reason: outcome.reason };
    case 'uncertain':
      return { event: 'lose', reason: outcome.reason };
  }
}
