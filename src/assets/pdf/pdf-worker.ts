import { Worker } from 'node:worker_threads';
import type { SafeDocument } from './clean/make-safe.js';

/** What a document may use. */
export interface ThreadLimits {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/**
 * A report of 5 MB takes one or two seconds, and 200 MB. What is known to take more is refused before (`bounds.ts`).
 */
const LIMITS: ThreadLimits = { milliseconds: 30_000, megabytes: 500 };
const LOOK_EVERY_MS = 50;

const TOO_MUCH: SafeDocument = { kind: 'refused', reason: 'too-much' };

/** Returns the resident memory of the process, in megabytes. */
function memory(): number {
  return process.memoryUsage.rss() / 1024 / 1024;
}

/** Resolves with the outcome of a thread, or says that it used too much. */
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
 * Makes a document safe in a thread, which is ended when it takes too much time or memory: a few kilobytes can cause
 * that. The thread has ended when the outcome is returned, and its memory is free for the next one.
 *
 * @param threadFile the compiled thread.
 */
export async function makeSafeInThread(bytes: Uint8Array, threadFile: string, limits = LIMITS): Promise<SafeDocument> {
  // The packages would print lines that mean nothing to people.
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
