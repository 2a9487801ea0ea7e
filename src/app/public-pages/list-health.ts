import { statSync } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../../files/error-code.js';
import { databaseFailureOf, isDatabaseBusy, type DatabaseFailure } from '../../store/database-errors.js';
import type { NewsletterDatabase } from '../../store/database.js';

/** Whether the list can be written, or why not, in a word for programs. */
export type ListStatus = 'ok' | 'database-missing' | DatabaseFailure;

export interface ListHealthOptions {
  readonly database: Pick<NewsletterDatabase, 'tryToWrite'>;
  readonly databasePath: string;
  /** In milliseconds. */
  readonly now?: () => number;
}

/** An answer is reused for this long, so that frequent requests cost nothing. */
const KEPT_MS = 2000;
/** The result of a reader's request counts for longer: a full disk may still have room for our small trial. */
const REMEMBERED_MS = 10_000;
/** A lock that another command releases within this time is its usual work. */
const LOCK_MS = 2000;
const RETRY_MS = 100;

/** Says whether anything can be written, by writing something that changes nothing. */
export class ListHealth {
  readonly #options: ListHealthOptions;
  readonly #now: () => number;
  /** The original file: what is written into one that was moved away is lost. */
  readonly #file: number;
  #asked: { readonly at: number; readonly status: Promise<ListStatus> } | undefined;
  #met: { readonly at: number; readonly failure: DatabaseFailure } | undefined;

  constructor(options: ListHealthOptions) {
    this.#options = options;
    this.#file = statSync(options.databasePath).ino;
    this.#now = options.now ?? (() => performance.now());
  }

  /** Notes the result of an attempt to write; `undefined` when it succeeded. */
  note(failure: DatabaseFailure | undefined): void {
    // A lock that is being waited for may still be released.
    if (failure === 'database-locked') return;
    this.#met = failure === undefined ? undefined : { at: this.#now(), failure };
  }

  /** Never rejects; requests at the same time share one probe. */
  async status(): Promise<ListStatus> {
    const at = this.#now();
    if (this.#asked === undefined || at - this.#asked.at >= KEPT_MS) {
      const status = this.#look();
      this.#asked = { at, status };
      // Counted from its end, because checking a locked database takes as long as an answer is kept.
      void status.then(() => (this.#asked = { at: this.#now(), status }));
    }
    const status = await this.#asked.status;
    if (status !== 'ok' || this.#met === undefined) return status;
    return this.#now() - this.#met.at < REMEMBERED_MS ? this.#met.failure : 'ok';
  }

  async #look(): Promise<ListStatus> {
    return (await this.#lookAtFile()) ?? (await this.#write()) ?? 'ok';
  }

  async #lookAtFile(): Promise<ListStatus | undefined> {
    const { databasePath } = this.#options;
    try {
      const { ino } = await stat(databasePath);
      if (ino !== this.#file) return 'database-missing';
      await access(databasePath, constants.W_OK);
      // SQLite keeps its log in the folder.
      await access(path.dirname(databasePath), constants.W_OK | constants.X_OK);
      return undefined;
    } catch (error) {
      const code = errorCode(error);
      if (code === 'ENOENT' || code === 'ENOTDIR') return 'database-missing';
      return code === 'EROFS' || code === 'EACCES' || code === 'EPERM' ? 'read-only' : 'database-unusable';
    }
  }

  async #write(): Promise<ListStatus | undefined> {
    const until = performance.now() + LOCK_MS;
    for (;;) {
      try {
        await this.#options.database.tryToWrite();
        return undefined;
      } catch (error) {
        if (!isDatabaseBusy(error) || performance.now() >= until) {
          return databaseFailureOf(error) ?? 'database-unusable';
        }
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}
