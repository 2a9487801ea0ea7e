import type { Range } from './quotations.js';

/** Parts of a text, kept so that asking about one more takes no longer where there are many. */
export class OffsetMask {
  readonly #taken: Uint8Array;

  constructor(length: number, ranges: readonly Range[] = []) {
    this.#taken = new Uint8Array(length);
    for (const range of ranges) this.add(range);
  }

  add({ start, end }: Range): void {
    this.#taken.fill(1, start, end);
  }

  /** Whether a range has a character in common with one that was added. */
  touches({ start, end }: Range): boolean {
    return this.#taken.subarray(start, end).includes(1);
  }
}
