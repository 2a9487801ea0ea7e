import { readFileSync } from 'node:fs';
import { sha256Hex } from '../../files/sha256.js';
import { DocumentCache, type CachedDocument } from './cache.js';
import type { SafeDocument } from './make-safe.js';

/** An attached file that is to be made safe. */
export interface DocumentSource {
  readonly absolutePath: string;
  /** Of its bytes, as they were checked. */
  readonly sha256: string;
}

export type DocumentPreparation =
  | CachedDocument
  /** Not in the cache, and nobody asked for it to be looked through. */
  | { readonly kind: 'unknown' };

/** How attached files are prepared. */
export interface DocumentOptions {
  readonly cacheFolder: string;
  /** `cached` looks through nothing. */
  readonly mode: 'decode' | 'cached';
  /** The compiled thread, where there is one; without it the file is looked through in this very thread. */
  readonly threadFile: string | undefined;
  /** Told after each file, for progress. */
  readonly onPrepared: (done: number, of: number) => void;
}

async function makeSafe(bytes: Uint8Array, threadFile: string | undefined): Promise<SafeDocument> {
  // Loaded here alone: without attached files, or with all of them in the cache, nobody waits for it.
  if (threadFile === undefined) return (await import('./make-safe.js')).makeDocumentSafe(bytes);
  return (await import('./pdf-worker.js')).makeSafeInThread(bytes, threadFile);
}

async function prepareOne(
  source: DocumentSource,
  cache: DocumentCache,
  { mode, threadFile }: DocumentOptions,
): Promise<DocumentPreparation> {
  const cached = cache.find(source.sha256);
  if (cached !== undefined) return cached;
  if (mode === 'cached') return { kind: 'unknown' };
  const bytes = readFileSync(source.absolutePath);
  // Between check and use somebody could have put another file, or a link, in its place.
  if (sha256Hex(bytes) !== source.sha256) return { kind: 'refused', reason: 'damaged' };
  const safe = await makeSafe(bytes, threadFile);
  cache.store(source.sha256, safe);
  if (safe.kind === 'refused') return safe;
  return cache.find(source.sha256) ?? { kind: 'refused', reason: 'damaged' };
}

/** Makes attached files safe to publish, one after the other; outcomes in the order of the sources. */
export async function prepareDocuments(
  sources: readonly DocumentSource[],
  options: DocumentOptions,
): Promise<readonly DocumentPreparation[]> {
  const cache = new DocumentCache(options.cacheFolder);
  const outcomes: DocumentPreparation[] = [];
  for (const source of sources) {
    outcomes.push(await prepareOne(source, cache, options));
    options.onPrepared(outcomes.length, sources.length);
  }
  return outcomes;
}
