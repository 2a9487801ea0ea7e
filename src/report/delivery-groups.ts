import type { SkipReason } from '../model/send/delivery.js';
import type { Queries } from '../store/database.js';
import type { DeliveryRow } from '../store/tables.js';
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
  /** Without angle brackets, as logs are searched for it. */
  readonly messageId: string;
  /** When it reached this state, ISO 8601. */
  readonly at: string;
}

const TROUBLED = ['failed', 'uncertain', 'pending', 'skipped'] as const;

async function* readTroubled(query: Queries, send: FrozenSend, lost: boolean): AsyncGenerator<TroubledDelivery> {
  for (const state of TROUBLED) yield* readInState(query, send, state);
  if (lost) yield* readInState(query, send, 'submitting');
}

/** Reads the deliveries of a send in one state, in their order; of the pending ones, only those of which something is known. */
async function* readInState(
  query: Queries,
  send: FrozenSend,
  state: DeliveryGroup['state'] | 'submitting',
  skipReason?: SkipReason,
): AsyncGenerator<TroubledDelivery> {
  let after = 0;
  for (;;) {
    const rows = await query
      .selectFrom('deliveries')
      .select(['position', 'address', 'message_id', 'reason', 'uncertain_reason', 'updated_at'])
      .where('send_id', '=', send.id)
      .where('state', '=', state)
      .$if(state === 'pending', (rest) =>
        rest.where((where) => where.or([where('reason', 'is not', null), where('uncertain_reason', 'is not', null)])),
      )
      .$if(skipReason !== undefined, (rest) => rest.where('reason', '=', skipReason ?? null))
      .where('position', '>', after)
      .orderBy('position')
      .limit(PAGE_SIZE)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    for (const row of rows) {
      const shown = state === 'submitting' ? 'uncertain' : state;
      yield {
        state: shown,
        reason: reasonOf(shown, row),
        address: row.address,
        messageId: row.message_id,
        at: row.updated_at,
      };
    }
    after = last.position;
  }
}

/** Why a delivery is in its state, and why it was uncertain before a person decided about it. */
function reasonOf(
  state: TroubledDelivery['state'],
  { reason, uncertain_reason: before }: Pick<DeliveryRow, 'reason' | 'uncertain_reason'>,
): string {
  const now = reason ?? LOST_WITH_SENDER;
  if (state === 'skipped' && reason === 'uncertain') {
    return `left out by a person’s decision, since nobody could tell whether it was taken${before === null ? '' : `: ${before}`}`;
  }
  if (before === null) return now;
  const earlier = `nobody could tell whether it was taken: ${before}`;
  return state === 'pending' && reason === null
    ? `to be sent once more; ${earlier}`
    : `${now}; before that, ${earlier}`;
}

/** The deliveries of which nobody can tell whether they were submitted. */
export interface UncertainDeliveries {
  /** A person has to decide about these. */
  readonly open: readonly TroubledDelivery[];
  /** A person decided to leave these out. */
  readonly leftOut: readonly TroubledDelivery[];
}

/**
 * Lists every delivery of which nobody can tell whether it was submitted.
 *
 * @param lost whether a dead sender left the submitting deliveries behind, so that they count too.
 */
export async function listUncertain(query: Queries, send: FrozenSend, lost: boolean): Promise<UncertainDeliveries> {
  const open: TroubledDelivery[] = [];
  for await (const row of readInState(query, send, 'uncertain')) open.push(row);
  if (lost) for await (const row of readInState(query, send, 'submitting')) open.push(row);
  const leftOut: TroubledDelivery[] = [];
  for await (const row of readInState(query, send, 'skipped', 'uncertain')) leftOut.push(row);
  return { open, leftOut };
}
