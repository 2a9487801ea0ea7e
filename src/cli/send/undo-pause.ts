import { setTimeout } from 'node:timers/promises';
import type { Output } from '../output.js';
import { durationWords } from '../../model/text/amounts/duration-words.js';

/**
 * Counts down before the first message of a real send, for a person who changes their mind.
 *
 * @returns `false` where they did.
 */
export async function undoPause(seconds: number, output: Output, signal: AbortSignal): Promise<boolean> {
  for (let left = seconds; left > 0 && !signal.aborted; left -= 1) {
    output.status(
      `The first message goes out in ${durationWords(left * 1000)}. Press Ctrl-C to stop: then nothing is sent.`,
    );
    // What it rejects with is only that the signal came.
    await setTimeout(1000, undefined, { signal }).catch(() => undefined);
  }
  output.endProgress();
  return !signal.aborted;
}
