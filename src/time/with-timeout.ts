/** The work was interrupted before its end. */
export class Interrupted extends Error {}

export interface Timeout {
  readonly timeoutMs: number;
  /** The message of the error after the time-out. */
  readonly tooLate: string;
}

/**
 * Returns the result of some work, or throws an error after a time-out. The work is not waited for any longer, and an
 * error that it throws later is ignored.
 *
 * @param signal ends the waiting with `Interrupted`; if it was aborted before, the work does not begin.
 */
export function withTimeout<Result>(
  { timeoutMs, tooLate }: Timeout,
  work: () => Result | Promise<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  if (signal?.aborted === true) return Promise.reject(new Interrupted());
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', interrupt);
    };
    const giveUp = (error: Error) => {
      end();
      reject(error);
    };
    const timer = setTimeout(() => {
      giveUp(new Error(tooLate));
    }, timeoutMs);
    // Work that listens to the same signal may still finish in this turn of the event loop; that counts.
    const interrupt = () => setImmediate(giveUp, new Interrupted());
    signal?.addEventListener('abort', interrupt);
    Promise.resolve().then(work).then(resolve, reject).finally(end);
  });
}
