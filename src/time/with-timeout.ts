/** What was waited for was stopped by somebody before its end. */
export class Interrupted extends Error {}

export interface Timeout {
  readonly timeoutMs: number;
  /** The words of the error once the time is over. */
  readonly tooLate: string;
}

/**
 * The result of work of somebody else's, or an error once its time is over. What it does afterwards is not waited for,
 * and an error that it comes with later troubles nobody.
 *
 * @param signal ends the waiting, with `Interrupted`; where it was given before, the work is not begun.
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
    // Work that hears of the same signal by itself may end well in this turn of the event loop: that counts.
    const interrupt = () => setImmediate(giveUp, new Interrupted());
    signal?.addEventListener('abort', interrupt);
    Promise.resolve().then(work).then(resolve, reject).finally(end);
  });
}
