import type { Queries } from '../store/database.js';
import type { FrozenSend } from '../send/ledger/freeze.js';
import { LOST_WITH_SENDER } from '../send/ledger/ledger-transitions.js';

/**
 * Deliveries that failed, are uncertain, were deferred or were skipped, for one reason. What a dead sender left in
 * submission is `uncertain` here, before the next run writes it down.
 */
export interface DeliveryGroup {
  readonly state: 'failed' | 'uncertain' | 'pending' | 'skipped';
  /** The reason without what differs from person to person. */
  readonly reason: string;
  readonly count: number;
  /** The first few addresses; erased people have none. */
  readonly addresses: readonly string[];
}

const SHOWN = 5;
const PAGE_SIZE = 1000;
const ADDRESS = /[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g;

/** Removes addresses and long numbers from a reason, so that the same refusal of a hundred people is one group. */
export function reasonInGeneral(reason: string): string {
  return reason
    .replace(ADDRESS, '…')
    .replace(/\b[0-9a-f-]*\d[0-9a-f-]{9,}\b/gi, '…')
    .trim();
}

/**
 * Groups what did not succeed in a send, the largest group first. The memory it takes depends on the number of reasons.
 *
 * @param lost whether a dead sender left the submitting deliveries behind, so that they count as uncertain.
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

/** One delivery that did not succeed. */
export interface TroubledDelivery {
  readonly state: DeliveryGroup['state'];
  readonly reason: string;
  readonly address: string;
  /** When it reached this state, ISO 8601. */
  readonly at: string;
}

const TROUBLED = ['failed', 'uncertain', 'pending', 'skipped'] as const;

async function* readTroubled(query: Queries, send: FrozenSend, lost: boolean): AsyncGenerator<TroubledDelivery> {
  for (const state of TROUBLED) yield* readInState(query, send, state);
  if (lost) yield* readInState(query, send, 'submitting');
}

/** Reads the deliveries of a send in one state, in their order; of the pending ones, only those that were tried. */
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
 * Lists every delivery of which nobody can tell whether it was submitted.
 *
 * @param lost whether a dead sender left the submitting deliveries behind, so that they count too.
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
