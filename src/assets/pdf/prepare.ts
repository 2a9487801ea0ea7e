import { readFileSync } from 'node:fs';
import { sha256Hex } from '../../files/sha256.js';
import { DocumentCache, type CachedDocument } from './cache.js';
import type { SafeDocument } from './clean/make-safe.js';

/** An attached file to make safe. */
export interface DocumentSource {
  readonly absolutePath: string;
  /** The hash of its bytes, as they were checked. */
  readonly sha256: string;
}

export type DocumentPreparation =
  | CachedDocument
  /** It is not in the cache, and the caller did not ask to inspect it. */
  | { readonly kind: 'unknown' };

/** How attached files are prepared. */
export interface DocumentOptions {
  readonly cacheFolder: string;
  /** `cached` inspects nothing. */
  readonly mode: 'decode' | 'cached';
  /** The compiled thread, if there is one; without it the file is inspected in the main thread. */
  readonly threadFile: string | undefined;
  /** Called after each file, for progress. */
  readonly onPrepared: (done: number, of: number) => void;
}

async function makeSafe(bytes: Uint8Array, threadFile: string | undefined): Promise<SafeDocument> {
  // Loaded here, so that no command waits for it without attached files, or with all of them in the cache.
  if (threadFile === undefined) return (await import('./clean/make-safe.js')).makeDocumentSafe(bytes);
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
  // Between check and use, somebody could have replaced the file, even with a link.
  if (sha256Hex(bytes) !== source.sha256) return { kind: 'refused', reason: 'damaged' };
  const safe = await makeSafe(bytes, threadFile);
  cache.store(source.sha256, safe);
  if (safe.kind === 'refused') return safe;
  return cache.find(source.sha256) ?? { kind: 'refused', reason: 'damaged' };
}

/** Makes attached files safe to publish, one after the other. The outcomes have the order of the sources. */
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
