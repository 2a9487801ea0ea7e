import { Worker } from 'node:worker_threads';
import type { SafeDocument } from './make-safe.js';

/** What a document may take. */
export interface ThreadLimits {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** A report of 5 MB takes a second or two, and 200 MB. What is known to take more is refused before (`bounds.ts`). */
const LIMITS: ThreadLimits = { milliseconds: 30_000, megabytes: 500 };
const LOOK_EVERY_MS = 50;

const TOO_MUCH: SafeDocument = { kind: 'refused', reason: 'too-much' };

/** Resident memory of the process, in megabytes. */
function memory(): number {
  return process.memoryUsage.rss() / 1024 / 1024;
}

/** The outcome of a thread, or that it took too much. */
function outcomeOf(worker: Worker, limits: ThreadLimits): Promise<SafeDocument> {
  return new Promise((resolve) => {
    const started = performance.now();
    const before = memory();
    const settle = (outcome: SafeDocument) => {
      clearInterval(watch);
      resolve(outcome);
    };
    const watch = setInterval(() => {
      const tooLong = performance.now() - started > limits.milliseconds;
      if (tooLong || memory() - before > limits.megabytes) settle(TOO_MUCH);
    }, LOOK_EVERY_MS);
    worker.on('message', settle);
    worker.on('error', () => {
      settle(TOO_MUCH);
    });
    worker.on('exit', () => {
      settle(TOO_MUCH);
    });
  });
}

/**
 * Makes a document safe in a thread, which is ended when it takes too long or too much memory: a few kilobytes can
 * ask for that. The thread is gone when the outcome is told, and what it took is free for the next one.
 *
 * @param threadFile the compiled thread.
 */
export async function makeSafeInThread(bytes: Uint8Array, threadFile: string, limits = LIMITS): Promise<SafeDocument> {
  // What the packages would print is nothing for people.
  const worker = new Worker(threadFile, {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    stdout: true,
    stderr: true,
    env: {},
    execArgv: [],
  });
  const outcome = await outcomeOf(worker, limits);
  await worker.terminate();
  return outcome;
}
