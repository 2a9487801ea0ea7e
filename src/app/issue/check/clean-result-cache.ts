import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { removeLeftovers } from '../../../files/temporary-file.js';
import { writeAtomicallySync } from '../../../files/write-atomically-sync.js';
import { cleanCacheFolder } from '../../workspace/cache-folders.js';
import { sourcesDigest } from '../../workspace/package-files.js';

const recordSchema = z.array(z.string());

/**
 * Remembers between commands which contributions had no finding, by a hash of everything that the result depends on:
 * the file, its surroundings, and this very program. The cache holds no text, and a contribution with a finding is
 * checked again each time.
 */
export class CleanResultCache {
  readonly #file: string;
  readonly #known: ReadonlySet<string>;
  readonly #met = new Set<string>();

  constructor(root: string, issue: string) {
    this.#file = path.join(cleanCacheFolder(root), `${issue}.json`);
    this.#known = readRecord(this.#file);
  }

  /** Says whether the last check found nothing. */
  has(key: string): boolean {
    return this.#known.has(hashOf(key));
  }

  add(key: string): void {
    this.#met.add(hashOf(key));
  }

  /** Writes the results of this run; if that fails, the next command only takes longer. */
  write(): void {
    const isKnown = this.#met.size === this.#known.size && [...this.#met].every((hash) => this.#known.has(hash));
    // Sources that run as they are can change without a new digest.
    if (isKnown || sourcesDigest() === 'sources') return;
    try {
      mkdirSync(path.dirname(this.#file), { recursive: true, mode: 0o700 });
      removeLeftovers(path.dirname(this.#file));
      writeAtomicallySync(this.#file, JSON.stringify([...this.#met]));
    } catch {
      return;
    }
  }
}

function readRecord(file: string): ReadonlySet<string> {
  if (sourcesDigest() === 'sources' || !existsSync(file)) return new Set();
  try {
    return new Set(recordSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data);
  } catch {
    // A half-written file, or one of another version, counts as missing.
    return new Set();
  }
}

/** Another Node may know other letters. */
function hashOf(key: string): string {
  return createHash('sha256').update(`${sourcesDigest()} ${process.version} ${key}`).digest('base64');
}
