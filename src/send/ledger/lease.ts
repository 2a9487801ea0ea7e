import { hostname } from 'node:os';
import { isProcessAlive } from '../../files/process-alive.js';
import { NewsletterError } from '../../model/error.js';
import type { SendKind } from '../../model/send/delivery.js';
import type { NewsletterDatabase, Queries } from '../../store/database.js';
import type { DeliverySteps } from '../../store/rows/delivery-steps.js';
import type { LeaseRow } from '../../store/tables.js';

/** The right to work on one send; `fencing` tells it from every earlier holder's. */
export interface Lease {
  readonly issue: string;
  readonly kind: SendKind;
  readonly fencing: number;
}

/** The leases that this very process holds: in a container an earlier, dead one often had the same number. */
const heldHere = new Set<string>();

const RENEW_MS = 5000;
/** A holder on another host counts as dead after this time without a sign of life. */
const OTHER_HOST_MS = 15_000;
/** On this host its process is looked up; only a reused process number would mislead, and not for longer than this. */
const THIS_HOST_MS = 10 * 60_000;

/**
 * Does some work while nobody else can work on the same send.
 *
 * @throws NewsletterError `send-running` where somebody alive does; whatever the work throws.
 */
export async function withLease<T>(
  database: NewsletterDatabase,
  issue: string,
  kind: SendKind,
  now: () => Date,
  work: (lease: Lease) => Promise<T>,
): Promise<T> {
  const lease = await acquire(database, issue, kind, now());
  const timer = setInterval(() => {
    // The ledger's next write to the same database meets the same error, and reports it.
    setHolder(database.query, lease, process.pid, now()).catch(() => undefined);
  }, RENEW_MS);
  timer.unref();
  const release = (): Promise<void> => setHolder(database.query, lease, null, now());
  heldHere.add(nameOf(lease));
  try {
    return await work(lease);
  } finally {
    clearInterval(timer);
    heldHere.delete(nameOf(lease));
    // The result of the work counts; a lease that cannot be released is taken over from a dead process.
    await release().catch(() => undefined);
  }
}

/**
 * Makes sure, within the transaction of a write, that the lease was not taken over.
 *
 * @throws NewsletterError `send-running`.
 */
export function checkLease(steps: DeliverySteps, lease: Lease): void {
  const row = steps.lease(lease.issue, lease.kind);
  if (row === undefined || row.fencing !== lease.fencing) throw running(lease.issue, lease.kind, row);
}

/**
 * Makes sure that nobody works on a send, before a person is asked whether it shall go on.
 *
 * @throws NewsletterError `send-running`.
 */
export async function refuseIfHeld(query: Queries, issue: string, kind: SendKind, now: Date): Promise<void> {
  const row = await selectLease(query, issue, kind);
  if (row !== undefined && isHeld(row, now)) throw running(issue, kind, row);
}

/** Whether somebody alive works on a send now. */
export async function isLeaseHeld(query: Queries, issue: string, kind: SendKind, now: Date): Promise<boolean> {
  const row = await selectLease(query, issue, kind);
  return row !== undefined && isHeld(row, now);
}

/** The number of the last lease of a send; 0 where there was none. It only ever grows. */
export async function lastFencing(query: Queries, issue: string, kind: SendKind): Promise<number> {
  return (await selectLease(query, issue, kind))?.fencing ?? 0;
}

function acquire(database: NewsletterDatabase, issue: string, kind: SendKind, now: Date): Promise<Lease> {
  return database.transaction(async (query) => {
    const row = await selectLease(query, issue, kind);
    if (row !== undefined && isHeld(row, now)) throw running(issue, kind, row);
    const fencing = (row?.fencing ?? 0) + 1;
    const held = { fencing, pid: process.pid, host: hostname(), renewed_at: now.toISOString() };
    await query
      .insertInto('leases')
      .values({ issue, kind, ...held })
      .onConflict((conflict) => conflict.columns(['issue', 'kind']).doUpdateSet(held))
      .execute();
    return { issue, kind, fencing };
  });
}

function selectLease(query: Queries, issue: string, kind: SendKind): Promise<LeaseRow | undefined> {
  return query.selectFrom('leases').selectAll().where('issue', '=', issue).where('kind', '=', kind).executeTakeFirst();
}

async function setHolder(query: Queries, lease: Lease, pid: number | null, now: Date): Promise<void> {
  await query
    .updateTable('leases')
    .set({ pid, renewed_at: now.toISOString() })
    .where('issue', '=', lease.issue)
    .where('kind', '=', lease.kind)
    .where('fencing', '=', lease.fencing)
    .execute();
}

function isHeld(row: LeaseRow, now: Date): boolean {
  if (row.pid === null) return false;
  // The distance both ways: a clock that was set back must not keep a dead holder alive.
  const age = Math.abs(now.getTime() - Date.parse(row.renewed_at));
  if (row.host !== hostname()) return age < OTHER_HOST_MS;
  if (row.pid === process.pid) return heldHere.has(nameOf(row));
  return isProcessAlive(row.pid) && age < THIS_HOST_MS;
}

function nameOf({ issue, kind, fencing }: Lease): string {
  return `${kind} ${issue} ${String(fencing)}`;
}

function running(issue: string, kind: SendKind, row: LeaseRow | undefined): NewsletterError {
  const holder = row === undefined ? '' : ` (process ${String(row.pid ?? 'unknown')} on ${row.host})`;
  return new NewsletterError('send-running', {
    message: `Another command is sending the ${kind === 'real' ? 'issue' : 'rehearsal of issue'} ${issue} now${holder}.`,
    expected: 'one sender at a time for each issue',
    help: 'Wait until it has finished; `newsletter report` shows how far it is. If you started it in another window, look there.',
  });
}
