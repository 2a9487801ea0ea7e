import { setTimeout } from 'node:timers/promises';

/** No answer for so long is none. */
export const TIMEOUT_MS = 5000;

/** What a promise comes to, or an error where it takes too long. */
export async function withTimeout<T>(work: Promise<T>): Promise<T> {
  const timer = new AbortController();
  const tooLong = setTimeout(TIMEOUT_MS, undefined, { signal: timer.signal, ref: false }).then((): never => {
    throw new Error('there was no answer in time');
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    tooLong.catch(() => undefined);
    timer.abort();
  }
}
