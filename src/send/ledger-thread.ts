import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '../store/database.js';
import type { NewsletterDatabase } from '../store/database.js';
import { Ledger } from './ledger.js';
import { packError } from './ledger-messages.js';
import type { ThreadAccess, ThreadAnswer, ThreadRequest } from './ledger-messages.js';

/**
 * The thread in which the steps of a ledger are written: a message takes less time to be sent than the disk takes to
 * say "it is written". One request after the other; each step is one transaction, as in `Ledger.step`.
 */
class LedgerThread {
  /** Opened at once: there is something to do until the first step. */
  readonly #database: Promise<NewsletterDatabase>;
  #ledger: Promise<Ledger> | undefined;
  /** The time of the step that is written; the clock is the program's. */
  #at = new Date(0);

  constructor(databasePath: string) {
    this.#database = openDatabase(databasePath);
    // What cannot be opened is told to whoever asks for a step.
    this.#database.catch(() => undefined);
  }

  begin({ lease, keys, send, choice }: ThreadAccess): void {
    this.#ledger = this.#database.then(
      (database) => new Ledger({ database, lease, keys, now: () => this.#at }, send, choice),
    );
    this.#ledger.catch(() => undefined);
  }

  async step(request: Extract<ThreadRequest, { kind: 'step' }>): Promise<ThreadAnswer> {
    try {
      const ledger = await this.#ledger;
      if (ledger === undefined) throw new Error('a step was asked of a ledger that was not begun');
      this.#at = request.at;
      return { kind: 'written', step: await ledger.step(request.settlements, request.wanted) };
    } catch (error) {
      return { kind: 'failed', error: packError(error) };
    }
  }

  async close(): Promise<void> {
    const database = await this.#database.catch(() => undefined);
    await database?.close();
  }
}

const thread = new LedgerThread(String(workerData));
let work = Promise.resolve();

async function answer(request: ThreadRequest): Promise<void> {
  if (request.kind === 'begin') thread.begin(request.access);
  else if (request.kind === 'step') parentPort?.postMessage(await thread.step(request));
  else {
    await thread.close();
    parentPort?.close();
  }
}

parentPort?.on('message', (request: ThreadRequest) => {
  work = work.then(() => answer(request));
});
