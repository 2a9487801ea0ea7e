import { Worker } from 'node:worker_threads';
import { databaseThreadEnded } from '../store/database-errors.js';
import type { DeliveryLedger, LedgerStep, Settlement } from './ledger.js';
import { unpackError } from './ledger-messages.js';
import type { ThreadAccess, ThreadAnswer, ThreadRequest } from './ledger-messages.js';

/** A thread that needs a few pages of rows at a time; what V8 would take by itself is a multiple. */
const LIMITS = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 128 };

interface Waiting {
  readonly resolve: (answer: ThreadAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The steps of a ledger, written in a thread of its own, so that messages go on being sent while the disk writes. Where
 * the thread ends by itself, every step fails: what was claimed stays claimed, as after the death of the program.
 */
export class LedgerInThread implements DeliveryLedger {
  readonly #worker: Worker;
  readonly #path: string;
  readonly #now: () => Date;
  readonly #waiting: Waiting[] = [];
  readonly #exited: Promise<void>;
  #ended: Error | undefined;

  /**
   * Starts the thread, and lets it open the database while the program makes the rest ready.
   *
   * @param threadFile the compiled `ledger-thread`.
   * @param path the file of the database, which is there.
   */
  constructor(threadFile: string, path: string, now: () => Date) {
    this.#path = path;
    this.#now = now;
    this.#worker = new Worker(threadFile, { workerData: path, resourceLimits: LIMITS, env: {}, execArgv: [] });
    this.#worker.on('message', (answer: ThreadAnswer) => this.#waiting.shift()?.resolve(answer));
    this.#worker.on('error', (error) => {
      this.#end(error);
    });
    this.#exited = new Promise((resolve) => {
      this.#worker.on('exit', () => {
        this.#end(undefined);
        resolve();
      });
    });
  }

  /** Names the send whose steps are to be written. */
  begin(access: ThreadAccess): void {
    this.#post({ kind: 'begin', access });
  }

  /**
   * As `Ledger.step`; durable when it resolves.
   *
   * @throws NewsletterError `database-unusable` also where the thread is gone.
   */
  async step(settlements: readonly Settlement[], wanted: number): Promise<LedgerStep> {
    const answer = await this.#ask({ kind: 'step', settlements: settlements.map(asPacked), wanted, at: this.#now() });
    if (answer.kind === 'failed') throw unpackError(answer.error);
    return answer.step;
  }

  /** Closes the database when what was asked is done, and ends the thread. */
  async close(): Promise<void> {
    if (this.#ended === undefined) this.#post({ kind: 'close' });
    await this.#exited;
  }

  #ask(request: ThreadRequest): Promise<ThreadAnswer> {
    return new Promise((resolve, reject) => {
      if (this.#ended !== undefined) {
        reject(this.#ended);
        return;
      }
      this.#waiting.push({ resolve, reject });
      this.#post(request);
    });
  }

  #post(request: ThreadRequest): void {
    this.#worker.postMessage(request);
  }

  #end(cause: Error | undefined): void {
    this.#ended ??= databaseThreadEnded(this.#path, cause);
    for (const { reject } of this.#waiting.splice(0)) reject(this.#ended);
  }
}

/** What the ledger needs of it, since all of it would be copied. */
function asPacked({ delivery: { position, address }, ...rest }: Settlement): Settlement {
  return { delivery: { position, address }, ...rest };
}
