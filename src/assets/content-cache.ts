import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type * as z from 'zod';
import { parseJson } from '../files/parse-json.js';
import { writeAtomicallySync } from '../files/write-atomically-sync.js';

/** A file that a record names. */
export interface CachedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * What was made of dropped files, by their content: for each a record, and the files that the record names. A record
 * that this program did not write, or that names a file which is not there as a whole, counts as none.
 */
export class ContentCache<Stored> {
  readonly #folder: string;
  readonly #schema: z.ZodType<Stored>;
  readonly #mode: number | undefined;

  /** @param mode the permissions of the files, less the umask; absent: the usual ones. */
  constructor(folder: string, schema: z.ZodType<Stored>, mode?: number) {
    this.#folder = folder;
    this.#schema = schema;
    this.#mode = mode;
  }

  /** Where a file is, whether it is there or not. */
  pathOf(name: string): string {
    return path.join(this.#folder, name);
  }

  /** The record of a key; `undefined` when it has to be made (again). */
  find(key: string): Stored | undefined {
    const file = this.pathOf(`${key}.json`);
    if (!existsSync(file)) return undefined;
    return this.#schema.safeParse(parseJson(readFileSync(file, 'utf8'))).data;
  }

  /** Whether a file is there with all its bytes. */
  holds(name: string, bytes: number): boolean {
    return statSync(this.pathOf(name), { throwIfNoEntry: false })?.size === bytes;
  }

  /** Stores a record and its files. The record is written last, so that it never names a missing file. */
  store(key: string, record: Stored, files: readonly CachedFile[] = []): void {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    for (const { name, bytes } of files) this.#write(name, bytes);
    this.#write(`${key}.json`, JSON.stringify(record));
  }

  #write(name: string, content: Uint8Array | string): void {
    writeAtomicallySync(this.pathOf(name), content, this.#mode === undefined ? {} : { mode: this.#mode });
  }
}
