import { ineligibility } from '../audience/audience.js';
import { nextDeliveryState } from '../model/delivery.js';
import type { DeliveryEvent, DeliveryState, SendReport, SkipReason } from '../model/delivery.js';
import { NewsletterError } from '../model/error.js';
import type { NewsletterDatabase, Queries } from '../store/database.js';
import type { FrozenSend } from './freeze.js';
import { checkLease, isLeaseHeld } from './lease.js';
import type { Lease } from './lease.js';

/** A delivery that was claimed: nobody else hands it over. */
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

/** What became of a claimed delivery. */
export interface Settlement {
  readonly delivery: ClaimedDelivery;
  readonly event: DeliveryEvent;
  /** When a deferred one may be tried again; absent: at once. */
  readonly attemptAfter: Date | undefined;
}

/** What one step of the ledger gave. */
export interface LedgerStep {
  readonly claimed: readonly ClaimedDelivery[];
  readonly skipped: number;
  /** Whether nothing more can be claimed now. */
  readonly exhausted: boolean;
}

/** How often one step looks for eligible deliveries before it lets go of the database. */
const ROUNDS = 50;

/** The durable record of every delivery of one send. Each step is one transaction, and checks the lease. */
export class Ledger {
  readonly #database: NewsletterDatabase;
  readonly #send: FrozenSend;
  readonly #lease: Lease;
  readonly #now: () => Date;

  constructor(database: NewsletterDatabase, send: FrozenSend, lease: Lease, now: () => Date) {
    this.#database = database;
    this.#send = send;
    this.#lease = lease;
    this.#now = now;
  }

  /**
   * At the start of a run: what a dead sender left half-way becomes pending where the transport cannot take a message
   * twice, otherwise uncertain; and everything pending may be tried at once, since a person asks for it.
   */
  async recover(idempotent: boolean): Promise<void> {
    await this.#database.transaction(async (query) => {
      await checkLease(query, this.#lease);
      const reason = 'the program ended while it was handing this message over';
      const next = requireTransition('submitting', idempotent ? { event: 'defer' } : { event: 'lose', reason });
      await query
        .updateTable('deliveries')
        .set({ state: next.state, reason: reasonOf(next), updated_at: this.#now().toISOString() })
        .where('send_id', '=', this.#send.id)
        .where('state', '=', 'submitting')
        .execute();
      await query
        .updateTable('deliveries')
        .set({ attempt_after: null })
        .where('send_id', '=', this.#send.id)
        .where('state', '=', 'pending')
        .where('attempt_after', 'is not', null)
        .execute();
    });
  }

  /** Records what became of some deliveries, and claims others, in one durable step. */
  async step(settlements: readonly Settlement[], wanted: number): Promise<LedgerStep> {
    return this.#database.transaction(async (query) => {
      await checkLease(query, this.#lease);
      await this.#settle(query, settlements);
      return this.#claim(query, wanted);
    });
  }

  /** Notes the time when nothing is pending any more, once. */
  async complete(): Promise<void> {
    await this.#database.query
      .updateTable('sends')
      .set({ completed_at: this.#now().toISOString() })
      .where('id', '=', this.#send.id)
      .where('completed_at', 'is', null)
      .execute();
  }

  async #settle(query: Queries, settlements: readonly Settlement[]): Promise<void> {
    const groups = new Map<string, { next: DeliveryState; attemptAfter: string | null; positions: number[] }>();
    for (const { delivery, event, attemptAfter } of settlements) {
      const next = requireTransition('submitting', event);
      const after = attemptAfter?.toISOString() ?? null;
      const key = JSON.stringify([next.state, reasonOf(next), after]);
      const group = groups.get(key) ?? { next, attemptAfter: after, positions: [] };
      group.positions.push(delivery.position);
      groups.set(key, group);
    }
    for (const { next, attemptAfter, positions } of groups.values()) {
      await this.#move(query, 'submitting', next, positions, { attempt_after: attemptAfter });
    }
  }

  async #claim(query: Queries, wanted: number): Promise<LedgerStep> {
    const claimed: ClaimedDelivery[] = [];
    let skipped = 0;
    for (let round = 0; claimed.length < wanted && round < ROUNDS; round += 1) {
      const limit = wanted - claimed.length;
      const rows = await this.#selectPending(query, limit);
      const eligible = rows.filter((row) => row.skip === undefined).map((row) => row.delivery);
      await this.#move(query, 'pending', requireTransition('pending', { event: 'claim' }), positionsOf(eligible), {});
      for (const reason of new Set(rows.flatMap((row) => row.skip ?? []))) {
        const passedOver = rows.filter((row) => row.skip === reason).map((row) => row.delivery);
        const next = requireTransition('pending', { event: 'skip', reason });
        await this.#move(query, 'pending', next, positionsOf(passedOver), {});
        skipped += passedOver.length;
      }
      claimed.push(...eligible);
      if (rows.length < limit) return { claimed, skipped, exhausted: true };
    }
    return { claimed, skipped, exhausted: false };
  }

  /** The next deliveries whose turn it is, with why one is not to be mailed any more. */
  async #selectPending(query: Queries, limit: number): Promise<readonly PendingRow[]> {
    const rows = await query
      .selectFrom('deliveries')
      .leftJoin('subscribers', 'subscribers.id', 'deliveries.subscriber_id')
      .leftJoin('suppressions', 'suppressions.address_hash', 'subscribers.address_hash')
      .select(['deliveries.position', 'deliveries.id', 'deliveries.subscriber_id', 'deliveries.address'])
      .select(['deliveries.name', 'deliveries.message_id', 'deliveries.attempts'])
      .select(['subscribers.state as subscriber_state', 'suppressions.address_hash as suppression'])
      .where('deliveries.send_id', '=', this.#send.id)
      .where('deliveries.state', '=', 'pending')
      .where((where) =>
        where.or([
          where('deliveries.attempt_after', 'is', null),
          where('deliveries.attempt_after', '<=', this.#now().toISOString()),
        ]),
      )
      .orderBy('deliveries.position')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      skip: ineligibility(row.subscriber_state ?? undefined, row.suppression !== null),
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

  /** Writes a transition; every row must still be in the state that it comes from. */
  async #move(
    query: Queries,
    from: 'pending' | 'submitting',
    next: DeliveryState,
    positions: readonly number[],
    also: { readonly attempt_after?: string | null },
  ): Promise<void> {
    if (positions.length === 0) return;
    const result = await query
      .updateTable('deliveries')
      .set({ state: next.state, reason: reasonOf(next), updated_at: this.#now().toISOString(), ...also })
      .$if(next.state === 'submitting', (update) => update.set((row) => ({ attempts: row('attempts', '+', 1) })))
      .where('send_id', '=', this.#send.id)
      .where('state', '=', from)
      .where('position', 'in', positions)
      .executeTakeFirstOrThrow();
    if (Number(result.numUpdatedRows) !== positions.length) throw ledgerCorrupt(`${from} to ${next.state}`);
  }
}

interface PendingRow {
  readonly delivery: ClaimedDelivery;
  readonly skip: SkipReason | undefined;
}

function positionsOf(deliveries: readonly ClaimedDelivery[]): readonly number[] {
  return deliveries.map((delivery) => delivery.position);
}

function reasonOf(state: DeliveryState): string | null {
  return 'reason' in state ? state.reason : null;
}

/** The model's word on a transition; to ask for an illegal one is an error of the program. */
export function requireTransition(current: 'pending' | 'submitting', event: DeliveryEvent): DeliveryState {
  const next = nextDeliveryState(current, event);
  if (next === undefined) throw ledgerCorrupt(`${event.event} from ${current}`);
  return next;
}

function ledgerCorrupt(transition: string): NewsletterError {
  return new NewsletterError('ledger-corrupt', {
    message: `The record of deliveries is not as this program left it (${transition}), so the send was stopped.`,
    expected: 'a database that only this program writes to',
    help: 'Run `newsletter report` to see the state of every delivery, and tell the people who maintain this program.',
  });
}

/** The ledger of a send in numbers. What a dead sender of a real send left half-way counts as uncertain. */
export async function readReport(query: Queries, send: FrozenSend, now: Date): Promise<SendReport> {
  const rows = await query
    .selectFrom('deliveries')
    .select(['state', (expression) => expression.fn.countAll<number>().as('count')])
    .where('send_id', '=', send.id)
    .groupBy('state')
    .execute();
  const counts = new Map(rows.map((row) => [row.state, row.count]));
  const count = (state: DeliveryState['state']): number => counts.get(state) ?? 0;
  const halfway = count('submitting');
  const lost = halfway > 0 && send.kind === 'real' && !(await isLeaseHeld(query, send.issue, send.kind, now));
  return {
    issue: send.issue,
    kind: send.kind,
    audience: send.audience,
    pending: count('pending') + (lost ? 0 : halfway),
    submitted: count('submitted'),
    failed: count('failed'),
    skipped: count('skipped'),
    uncertain: count('uncertain') + (lost ? halfway : 0),
  };
}
