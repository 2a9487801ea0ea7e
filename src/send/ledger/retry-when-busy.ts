import { setTimeout as pause } from 'node:timers/promises';
import { isDatabaseBusy } from '../../store/database-errors.js';

/** The number of attempts; SQLite itself waits some seconds in each. */
const ATTEMPTS = 15;
/** In between, the event loop serves the sockets. */
const PAUSE_MS = 250;

/**
 * Repeats a step while another program writes to the database, such as a long import: messages have left already, and
 * their outcomes must not be lost.
 *
 * @param onWarning told once, in a sentence for people.
 */
export async function retryWhenBusy<T>(step: () => Promise<T>, onWarning: (what: string) => void): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await step();
    } catch (error) {
      if (!isDatabaseBusy(error) || attempt === ATTEMPTS) throw error;
    }
    if (attempt === 1) onWarning('Waiting for another program that writes to the database.');
    await pause(PAUSE_MS);
  }
}
