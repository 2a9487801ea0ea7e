import { ineligibility } from '../../subscribers/audience-query.js';
import { suppressAddress } from '../../subscribers/consent/suppress-address.js';
import type { DeliveryEvent, SkipReason } from '../../model/send/delivery.js';
import type { Transport } from '../../model/send/outgoing-message.js';
import type { RetryState } from '../../model/send/send-options.js';
import type { Queries } from '../../store/database.js';
import type { DeliverySteps, PendingDeliveryRow } from '../../store/rows/delivery-steps.js';
import { checkLease } from './lease.js';
import {
  isIdempotentReplay,
  recoverDeliveries,
  transitionAllDeliveries,
  transitionDeliveries,
  type LedgerSend,
} from './ledger-transitions.js';
import type { RunContext } from '../run/run-context.js';

/** A delivery that was claimed: nobody else submits it. */
export interface ClaimedDelivery {
  readonly position: number;
  readonly id: string;
  readonly subscriberId: number;
  readonly address: string;
  readonly name: string | undefined;
  readonly messageId: string;
  /** How often it was claimed, this time included. */
  readonly attempts: number;
}

/** The outcome of a claimed delivery. */
export interface RecordedOutcome {
  readonly delivery: Pick<ClaimedDelivery, 'position'>;
  readonly event: DeliveryEvent;
  /** When a deferred one may be tried again; absent: at once. */
  readonly attemptAfter: Date | undefined;
  /** Whether it was submitted at all; otherwise it was claimed for nothing, which does not count as an attempt. */
  readonly attempted: boolean;
}

/** An address that does not exist, as a mail server said. */
export interface RefusedAddress {
  readonly address: string;
  /** The server's words. */
  readonly reason: string;
}

/** The result of one step of the ledger. */
export interface LedgerStep {
  readonly claimed: readonly ClaimedDelivery[];
  readonly skipped: number;
  /** Whether nothing more can be claimed now. */
  readonly exhausted: boolean;
}

/** Where a run of deliveries records outcomes, and claims the next deliveries. */
export interface DeliveryLedger {
  /** Records the outcomes of some deliveries, takes addresses off the list, and claims others, in one durable step. */
  step(records: readonly RecordedOutcome[], refused: readonly RefusedAddress[], wanted: number): Promise<LedgerStep>;
}

/** What a ledger needs of a run's context. */
export type LedgerContext = Pick<RunContext, 'database' | 'lease' | 'keys' | 'now'>;

/** How often one step looks for eligible deliveries before it ends its transaction. */
const ROUNDS = 50;

/** The durable record of every delivery of one send. Each step is one transaction, and checks the lease. */
export class Ledger implements DeliveryLedger {
  readonly #context: LedgerContext;
  readonly #send: LedgerSend;
  readonly #retryState: RetryState | undefined;
  readonly #steps: DeliverySteps;

  /** @param retryState where there is one, only deliveries that were submitted before are claimed. */
  constructor(context: LedgerContext, send: LedgerSend, retryState: RetryState | undefined) {
    this.#context = context;
    this.#send = send;
    this.#retryState = retryState;
    this.#steps = context.database.deliverySteps();
  }

  /**
   * At the start of a run: what a dead sender left in flight (`submitting`) becomes pending where the run has the same
   * transport, and that cannot take a message twice. Otherwise it becomes uncertain, with the reason
   * `LOST_WITH_SENDER`, and only a person decides about it. Everything pending may be tried at once, since a person asks
   * for it, and the transport of the run is written down for the next recovery.
   */
  async recover(transport: Pick<Transport, 'name' | 'idempotent'>): Promise<void> {
    await this.#write(async (query) => {
      const idempotent = await isIdempotentReplay(query, this.#send, transport);
      await recoverDeliveries(query, this.#send, idempotent, this.#context.now());
      await query.updateTable('sends').set({ transport: transport.name }).where('id', '=', this.#send.id).execute();
    });
  }

  /** Requeues failed deliveries of subscribers who may still be mailed, or all uncertain ones, where a person retries them. */
  async requeue(): Promise<void> {
    const retryState = this.#retryState;
    if (retryState === undefined) return;
    const among = retryState === 'failed' ? 'eligible' : 'everybody';
    await this.#write((query) =>
      transitionAllDeliveries(query, this.#send.id, retryState, { event: 'retry' }, this.#context.now(), among),
    );
  }

  async step(
    records: readonly RecordedOutcome[],
    refused: readonly RefusedAddress[],
    wanted: number,
  ): Promise<LedgerStep> {
    return this.#write(async (query) => {
      this.#recordOutcomes(records);
      await this.#suppress(query, refused);
      return this.#claim(wanted);
    });
  }

  /** When the first of the deferred deliveries may be tried again. */
  async nextAttempt(): Promise<Date | undefined> {
    const row = await this.#pending(this.#context.database.query)
      .select((expression) => expression.fn.min('deliveries.attempt_after').as('due'))
      .executeTakeFirst();
    return typeof row?.due === 'string' ? new Date(row.due) : undefined;
  }

  /** Records, once, the time at which nothing is pending any more. */
  async complete(): Promise<void> {
    await this.#context.database.query
      .updateTable('sends')
      .set({ completed_at: this.#context.now().toISOString() })
      .where('id', '=', this.#send.id)
      .where('completed_at', 'is', null)
      .execute();
  }

  #write<T>(work: (query: Queries) => Promise<T>): Promise<T> {
    return this.#context.database.transaction(async (query) => {
      checkLease(this.#steps, this.#context.lease);
      return work(query);
    });
  }

  #recordOutcomes(records: readonly RecordedOutcome[]): void {
    const groups = new Map<string, { first: RecordedOutcome; positions: number[] }>();
    for (const record of records) {
      const key = JSON.stringify([record.event, record.attemptAfter ?? null, record.attempted]);
      const group = groups.get(key) ?? { first: record, positions: [] };
      group.positions.push(record.delivery.position);
      groups.set(key, group);
    }
    const at = this.#context.now();
    for (const { first, positions } of groups.values()) {
      const attemptAfter = first.attemptAfter?.toISOString() ?? null;
      const attempts = first.attempted ? undefined : -1;
      transitionDeliveries(this.#steps, this.#send.id, 'submitting', first.event, positions, {
        at,
        attemptAfter,
        attempts,
      });
    }
  }

  /** A rehearsal takes nobody off the list. */
  async #suppress(query: Queries, refused: readonly RefusedAddress[]): Promise<void> {
    if (this.#send.kind !== 'real') return;
    const { now, keys } = this.#context;
    for (const { address, reason } of refused) {
      const basis = { source: `send:${this.#send.issue}`, detail: reason, at: now(), keys };
      await suppressAddress(query, address, 'hard-bounce', basis);
    }
  }

  #claim(wanted: number): LedgerStep {
    const claimed: ClaimedDelivery[] = [];
    let skipped = 0;
    const at = this.#context.now();
    for (let round = 0; claimed.length < wanted && round < ROUNDS; round += 1) {
      const limit = wanted - claimed.length;
      const rows = this.#selectPending(limit);
      const eligible = rows.filter((row) => row.skip === undefined).map((row) => row.delivery);
      this.#followMoves(rows.filter((row) => row.skip === undefined));
      const claim = { at, attempts: 1 } as const;
      transitionDeliveries(this.#steps, this.#send.id, 'pending', { event: 'claim' }, positionsOf(eligible), claim);
      for (const reason of new Set(rows.flatMap((row) => row.skip ?? []))) {
        const passedOver = rows.filter((row) => row.skip === reason).map((row) => row.delivery);
        transitionDeliveries(
          this.#steps,
          this.#send.id,
          'pending',
          { event: 'skip', reason },
          positionsOf(passedOver),
          {
            at,
          },
        );
        skipped += passedOver.length;
      }
      claimed.push(...eligible);
      if (rows.length < limit) return { claimed, skipped, exhausted: true };
    }
    return { claimed, skipped, exhausted: false };
  }

  /** A subscriber who changed their address since the freeze gets the message at the new one. */
  #followMoves(rows: readonly PendingRow[]): void {
    for (const { moved, delivery } of rows) {
      if (moved) this.#steps.moveTo(this.#send.id, delivery.position, delivery.address);
    }
  }

  #pending(query: Queries) {
    return query
      .selectFrom('deliveries')
      .where('deliveries.send_id', '=', this.#send.id)
      .where('deliveries.state', '=', 'pending')
      .$if(this.#retryState !== undefined, (rows) => rows.where('deliveries.attempts', '>', 0));
  }

  /** The next pending deliveries that are due, with the reason where one must not be mailed any more. */
  #selectPending(limit: number): readonly PendingRow[] {
    const rows = this.#steps.pending({
      sendId: this.#send.id,
      leastAttempts: this.#retryState === undefined ? 0 : 1,
      dueAt: this.#context.now(),
      limit,
    });
    return rows.map((row) => ({
      // Blank where the subscriber was erased after they had changed their address.
      skip: row.frozen_address === '' ? 'forgotten' : skipReasonOf(row),
      moved: row.address !== row.frozen_address,
      delivery: {
        position: row.position,
        id: row.id,
        subscriberId: row.subscriber_id,
        address: row.address,
        name: row.name ?? undefined,
        messageId: row.message_id,
        attempts: row.attempts + 1,
      },
    }));
  }
}

interface PendingRow {
  readonly delivery: ClaimedDelivery;
  readonly skip: SkipReason | undefined;
  /** Whether the subscriber has another address than when the send was frozen. */
  readonly moved: boolean;
}

function skipReasonOf({ subscriber_state, suppression, undone }: PendingDeliveryRow): SkipReason | undefined {
  if (undone === 1) return 'import-undone';
  return ineligibility(subscriber_state ?? undefined, suppression !== null);
}

function positionsOf(deliveries: readonly ClaimedDelivery[]): readonly number[] {
  return deliveries.map((delivery) => delivery.position);
}
