import { Worker } from 'node:worker_threads';
import type { SafeDocument } from './make-safe.js';

/** What a document may take. */
export interface ThreadLimits {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** A report of 5 MB takes a second or two. */
const LIMITS: ThreadLimits = { milliseconds: 30_000, megabytes: 1024 };
const LOOK_EVERY_MS = 100;

const TOO_MUCH: SafeDocument = { kind: 'refused', reason: 'too-much' };

/** Resident memory of the process, in megabytes. */
function memory(): number {
  return process.memoryUsage.rss() / 1024 / 1024;
}

/**
 * Makes a document safe in a thread, which is ended when it takes too long or too much memory: a few kilobytes can
 * ask for that.
 *
 * @param threadFile the compiled thread.
 */
export function makeSafeInThread(bytes: Uint8Array, threadFile: string, limits = LIMITS): Promise<SafeDocument> {
  return new Promise((resolve) => {
    // What the packages would print is nothing for people.
    const worker = new Worker(threadFile, {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
      stdout: true,
      stderr: true,
      env: {},
      execArgv: [],
    });
    const started = performance.now();
    const before = memory();
    const settle = (outcome: SafeDocument) => {
      clearInterval(watch);
      resolve(outcome);
      void worker.terminate();
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
