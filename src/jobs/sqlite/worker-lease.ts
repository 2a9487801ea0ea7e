import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { isProcessAlive } from '../../files/process-alive.js';
import type { JobRow } from '../../store/tables.js';

/** Who carries a job out. */
export interface WorkerIdentity {
  readonly worker: string;
  readonly worker_pid: number;
  readonly worker_host: string;
}

/** A worker says this often that it is alive, while it has jobs. */
export const RENEW_MS = 5000;
/** A worker on another host counts as dead after this time without a sign of life. */
const OTHER_HOST_MS = 15_000;
/** On this host its process is looked up; only a reused process number would mislead, and not for longer than this. */
const THIS_HOST_MS = 10 * 60_000;

/** The workers of this very process: in a container an earlier, dead process often had the same number. */
const workingHere = new Set<string>();

/** Makes a new worker's name. It counts as alive until `dismissWorker`. */
export function newWorker(): WorkerIdentity {
  const worker = randomBytes(8).toString('hex');
  workingHere.add(worker);
  return { worker, worker_pid: process.pid, worker_host: hostname() };
}

export function dismissWorker({ worker }: WorkerIdentity): void {
  workingHere.delete(worker);
}

/** Says whether nobody works on a running job any more. */
export function isAbandoned(row: JobRow, now: Date): boolean {
  if (row.worker === null || row.worker_pid === null || row.renewed_at === null) return true;
  // The distance both ways: a clock that was set back must not keep a dead worker alive.
  const age = Math.abs(now.getTime() - Date.parse(row.renewed_at));
  if (row.worker_host !== hostname()) return age >= OTHER_HOST_MS;
  if (row.worker_pid === process.pid) return !workingHere.has(row.worker);
  return !isProcessAlive(row.worker_pid) || age >= THIS_HOST_MS;
}
