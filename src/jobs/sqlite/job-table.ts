import * as z from 'zod';
import type { Queries } from '../../store/database.js';
import type { JobRow } from '../../store/tables.js';
import { GIVEN_UP, type ClaimedJob, type JobIds, type ListedJob, type NewJob } from '../job.js';
import type { JobTransition } from '../job-transitions.js';
import type { JobCounts, JobSelection, RetryResult } from '../jobs.js';
import type { WorkerIdentity } from './worker-lease.js';

/**
 * The statements about the table of jobs, each in its caller's transaction. Only a waiting job has a time at which it is
 * due, and only a running one a worker: these two columns have the indexes.
 */

const idsSchema = z.record(z.string(), z.int());

export async function insertJob(query: Queries, { kind, ids, subscriberId }: NewJob, at: Date): Promise<void> {
  const time = at.toISOString();
  await query
    .insertInto('jobs')
    .values({
      kind,
      ids: JSON.stringify(ids),
      subscriber_id: subscriberId ?? null,
      state: 'waiting',
      due_at: time,
      reason: null,
      created_at: time,
      updated_at: time,
    })
    .execute();
}

/** Which jobs to begin. */
export interface ClaimRequest {
  readonly kinds: readonly string[];
  readonly via: string | null;
  readonly limit: number;
  readonly worker: WorkerIdentity;
  readonly at: Date;
}

/** Claims the jobs that have been due for longest. */
export async function claimJobs(query: Queries, request: ClaimRequest): Promise<readonly ClaimedJob[]> {
  const time = request.at.toISOString();
  const rows = await query
    .updateTable('jobs')
    .set((update) => ({
      state: 'running' as const,
      attempts: update('attempts', '+', 1),
      due_at: null,
      via: request.via,
      ...request.worker,
      renewed_at: time,
      updated_at: time,
    }))
    .where('id', 'in', (jobs) =>
      jobs
        .selectFrom('jobs')
        .select('id')
        .where('due_at', '<=', time)
        .where('kind', 'in', request.kinds)
        .orderBy('due_at')
        .orderBy('id')
        .limit(request.limit),
    )
    .returningAll()
    .execute();
  // SQLite returns the rows of an update in no certain order.
  return rows.map(toClaimed).sort((one, other) => one.id - other.id);
}

/**
 * Writes how a job goes on that this worker has.
 *
 * @returns `erased` where the job was deleted with its subscriber, `taken` where another worker has it.
 */
export async function settleJob(
  query: Queries,
  id: number,
  transition: JobTransition,
  { worker }: WorkerIdentity,
  at: Date,
): Promise<'settled' | 'erased' | 'taken'> {
  const { numUpdatedRows } = await query
    .updateTable('jobs')
    .set(toColumns(transition, at))
    .where('id', '=', id)
    .where('state', '=', 'running')
    .where('worker', '=', worker)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows > 0n) return 'settled';
  const row = await query.selectFrom('jobs').select('id').where('id', '=', id).executeTakeFirst();
  return row === undefined ? 'erased' : 'taken';
}

/** The running jobs that other workers have, or had when they died. */
export function othersRunning(query: Queries, { worker }: WorkerIdentity): Promise<readonly JobRow[]> {
  return query.selectFrom('jobs').selectAll().where('worker', 'is not', null).where('worker', '!=', worker).execute();
}

/** Writes how a job goes on that a dead worker had. */
export async function releaseJob(query: Queries, id: number, transition: JobTransition, at: Date): Promise<void> {
  await query
    .updateTable('jobs')
    .set(toColumns(transition, at))
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute();
}

export async function renewLease(query: Queries, { worker }: WorkerIdentity, at: Date): Promise<void> {
  await query.updateTable('jobs').set({ renewed_at: at.toISOString() }).where('worker', '=', worker).execute();
}

/** When the next job of some kinds falls due; `undefined` where none waits. */
export async function nextDue(query: Queries, kinds: readonly string[]): Promise<Date | undefined> {
  const row = await query
    .selectFrom('jobs')
    .select('due_at')
    .where('due_at', 'is not', null)
    .where('kind', 'in', kinds)
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst();
  return typeof row?.due_at === 'string' ? new Date(row.due_at) : undefined;
}

export async function listJobs(query: Queries, selection: JobSelection): Promise<readonly ListedJob[]> {
  const rows = await query
    .selectFrom('jobs')
    .selectAll()
    .where('state', 'in', selection === 'given-up' ? GIVEN_UP : ['waiting', 'running', ...GIVEN_UP])
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    ids: toIds(row.ids),
    state: row.state,
    attempts: row.attempts,
    reason: row.reason ?? undefined,
    createdAt: new Date(row.created_at),
    dueAt: row.due_at === null ? undefined : new Date(row.due_at),
    updatedAt: new Date(row.updated_at),
  }));
}

export async function countJobs(query: Queries): Promise<JobCounts> {
  const rows = await query
    .selectFrom('jobs')
    .select(['state', ({ fn }) => fn.countAll<number>().as('jobs')])
    .groupBy('state')
    .execute();
  const counts = { waiting: 0, running: 0, done: 0, failed: 0, uncertain: 0 };
  for (const { state, jobs } of rows) counts[state] = jobs;
  return counts;
}

/** A person's wish counts as the first try of a job, so that all its later tries come again. */
export async function retryJob(query: Queries, id: number, at: Date): Promise<RetryResult> {
  const row = await query.selectFrom('jobs').select('state').where('id', '=', id).executeTakeFirst();
  if (row === undefined) return { outcome: 'missing' };
  const before = row.state;
  if (before === 'running' || before === 'done') return { outcome: before };
  const time = at.toISOString();
  await query
    .updateTable('jobs')
    .set({ state: 'waiting', attempts: 0, due_at: time, updated_at: time })
    .where('id', '=', id)
    .execute();
  return { outcome: 'waiting', before };
}

export async function deleteFinished(query: Queries, before: Date): Promise<void> {
  await query
    .deleteFrom('jobs')
    .where('state', 'in', ['done', ...GIVEN_UP])
    .where('updated_at', '<', before.toISOString())
    .execute();
}

function toColumns({ state, reason, dueAt, attempts }: JobTransition, at: Date) {
  return {
    state,
    reason,
    attempts,
    due_at: dueAt?.toISOString() ?? null,
    worker: null,
    worker_pid: null,
    worker_host: null,
    renewed_at: null,
    updated_at: at.toISOString(),
  };
}

function toClaimed(row: JobRow): ClaimedJob {
  const { id, kind, attempts } = row;
  return { id, kind, ids: toIds(row.ids), attempts, createdAt: new Date(row.created_at) };
}

function toIds(written: string): JobIds {
  return idsSchema.parse(JSON.parse(written));
}
