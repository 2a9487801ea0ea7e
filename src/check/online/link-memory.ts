import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { parseJson } from '../../files/parse-json.js';
import { removeLeftovers } from '../../files/temporary-file.js';
import { writeAtomicallySync } from '../../files/write-atomically-sync.js';
import type { LinkOutcome } from './link-outcome.js';

const KEPT_MS = 24 * 60 * 60 * 1000;

const entrySchema = z.strictObject({
  at: z.number(),
  outcome: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('answers') }),
    z.strictObject({ kind: z.literal('moved'), to: z.string() }),
    z.strictObject({ kind: z.literal('dead'), reason: z.string() }),
  ]),
});
const memorySchema = z.record(z.string(), entrySchema);

type Entry = z.infer<typeof entrySchema>;

/** Remembers the outcome of links for a day; a link that could not be checked is asked again. */
export class LinkMemory {
  readonly #entries: Map<string, Entry>;
  readonly #file: string;

  readonly #folder: string;
  readonly #now: () => Date;

  constructor(folder: string, now: () => Date) {
    this.#folder = folder;
    this.#now = now;
    this.#file = path.join(folder, 'links.json');
    const known = existsSync(this.#file)
      ? memorySchema.safeParse(parseJson(readFileSync(this.#file, 'utf8'))).data
      : {};
    this.#entries = new Map(Object.entries(known ?? {}).filter(([, entry]) => this.#isFresh(entry)));
  }

  #isFresh({ at }: Entry): boolean {
    const age = this.#now().getTime() - at;
    return age >= 0 && age < KEPT_MS;
  }

  recall(address: string): LinkOutcome | undefined {
    return this.#entries.get(address)?.outcome;
  }

  remember(address: string, outcome: LinkOutcome): void {
    if (outcome.kind === 'unchecked' || outcome.kind === 'private') return;
    this.#entries.set(address, { at: this.#now().getTime(), outcome });
  }

  save(): void {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    removeLeftovers(this.#folder);
    writeAtomicallySync(this.#file, JSON.stringify(Object.fromEntries(this.#entries)), { mode: 0o600 });
  }
}
