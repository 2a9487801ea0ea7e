import type { Queries } from '../store/database.js';
import type { FrozenSend } from '../send/freeze.js';
import { LOST_WITH_SENDER } from '../send/ledger-transitions.js';

/** Deliveries that did not go well, were not taken yet, or were passed over, for one reason. */
export interface DeliveryGroup {
  readonly state: 'failed' | 'uncertain' | 'pending' | 'skipped';
  /** With what differs from person to person taken out. */
  readonly reason: string;
  readonly count: number;
  /** The first few of them; of who was erased since, none. */
  readonly addresses: readonly string[];
}

const SHOWN = 5;
const PAGE_SIZE = 1000;
const ADDRESS = /[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g;

/** A reason without addresses and long numbers, so that the same refusal of a hundred people is one. */
export function reasonInGeneral(reason: string): string {
  return reason
    .replace(ADDRESS, '…')
    .replace(/\b[0-9a-f-]*\d[0-9a-f-]{9,}\b/gi, '…')
    .trim();
}

/**
 * Groups what did not go well in a send, the largest group first; the memory it takes hangs on the number of reasons.
 *
 * @param lost whether what stands half-way was left by a dead sender, and counts as uncertain.
 */
export async function readDeliveryGroups(
  query: Queries,
  send: FrozenSend,
  lost: boolean,
): Promise<readonly DeliveryGroup[]> {
  const groups = new Map<
    string,
    { state: DeliveryGroup['state']; reason: string; count: number; addresses: string[] }
  >();
  for await (const row of readTroubled(query, send, lost)) {
    const reason = reasonInGeneral(row.reason);
    const key = `${row.state} ${reason}`;
    const group = groups.get(key) ?? { state: row.state, reason, count: 0, addresses: [] };
    group.count += 1;
    if (group.addresses.length < SHOWN && row.address !== '') group.addresses.push(row.address);
    groups.set(key, group);
  }
  return [...groups.values()].sort((left, right) => right.count - left.count);
}

/** One delivery that did not go well. */
export interface TroubledDelivery {
  readonly state: DeliveryGroup['state'];
  readonly reason: string;
  readonly address: string;
  /** When it came to be so, ISO 8601. */
  readonly at: string;
}

const TROUBLED = ['failed', 'uncertain', 'pending', 'skipped'] as const;

async function* readTroubled(query: Queries, send: FrozenSend, lost: boolean): AsyncGenerator<TroubledDelivery> {
  for (const state of TROUBLED) yield* readInState(query, send, state);
  if (lost) yield* readInState(query, send, 'submitting');
}

/** The deliveries of a send in one state, in their order; of the pending ones those that were tried. */
async function* readInState(
  query: Queries,
  send: FrozenSend,
  state: DeliveryGroup['state'] | 'submitting',
): AsyncGenerator<TroubledDelivery> {
  let after = 0;
  for (;;) {
    const rows = await query
      .selectFrom('deliveries')
      .select(['position', 'address', 'reason', 'updated_at'])
      .where('send_id', '=', send.id)
      .where('state', '=', state)
      .$if(state === 'pending', (rest) => rest.where('reason', 'is not', null))
      .where('position', '>', after)
      .orderBy('position')
      .limit(PAGE_SIZE)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    for (const row of rows) {
      const reason = row.reason ?? LOST_WITH_SENDER;
      yield { state: state === 'submitting' ? 'uncertain' : state, reason, address: row.address, at: row.updated_at };
    }
    after = last.position;
  }
}

/**
 * Every delivery of which nobody can tell whether it was taken.
 *
 * @param lost whether what stands half-way was left by a dead sender, and counts as well.
 */
export async function listUncertain(
  query: Queries,
  send: FrozenSend,
  lost: boolean,
): Promise<readonly TroubledDelivery[]> {
  const found: TroubledDelivery[] = [];
  for await (const row of readInState(query, send, 'uncertain')) found.push(row);
  if (lost) for await (const row of readInState(query, send, 'submitting')) found.push(row);
  return found;
}
