import { setTimeout as pause } from 'node:timers/promises';
import { isDatabaseBusy } from '../store/database-errors.js';

/** So often it is asked again; each time it waits for seconds itself. */
const ATTEMPTS = 15;
/** In between, sockets are looked after. */
const PAUSE_MS = 250;

/**
 * Does a step again while another program writes to the database, such as an import that takes its time: what is under
 * way has left already, and what became of it must not be lost.
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
