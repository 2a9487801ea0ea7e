import { readIfThere } from '../files/read-if-there.js';
import type { PublicFile } from '../app/builds/public-editions.js';

const CAPACITY_BYTES = 64 * 1024 * 1024;

/** Caches the files that were requested last, by their content: many slow readers of one picture share its bytes. */
export class FileCache {
  readonly #capacity: number;
  readonly #files = new Map<string, Uint8Array<ArrayBuffer>>();
  #bytes = 0;

  constructor(capacity = CAPACITY_BYTES) {
    this.#capacity = capacity;
  }

  /** The bytes of a file; `undefined` where it is not there any more. */
  async read(file: PublicFile): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const known = this.#files.get(file.sha256);
    if (known !== undefined) {
      this.#files.delete(file.sha256);
      this.#files.set(file.sha256, known);
      return known;
    }
    const found = await readIfThere(file.path);
    if (found === undefined) return undefined;
    const bytes = Uint8Array.from(found);
    this.#keep(file.sha256, bytes);
    return bytes;
  }

  #keep(hash: string, bytes: Uint8Array<ArrayBuffer>): void {
    if (this.#files.has(hash) || bytes.byteLength > this.#capacity) return;
    this.#files.set(hash, bytes);
    this.#bytes += bytes.byteLength;
    for (const [oldest, content] of this.#files) {
      if (this.#bytes <= this.#capacity) return;
      this.#files.delete(oldest);
      this.#bytes -= content.byteLength;
    }
  }
}
