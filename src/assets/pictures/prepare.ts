import { readFileSync } from 'node:fs';
import { sha256Hex } from '../../files/sha256.js';
import { errorMessage } from '../../model/error.js';
import { PictureCache, type CachedPicture } from './cache.js';
import { encodePicture, type EncodedPictures } from './encode.js';
import { COLUMN_WIDTH } from './likeness.js';

/** Pixels: the width of the e-mail's column, and twice that for fine screens. */
export const PICTURE_WIDTHS = [COLUMN_WIDTH, 2 * COLUMN_WIDTH] as const;
/** Pixels: a funder's logo, and twice that. */
export const LOGO_WIDTHS = [120, 240] as const;
/** Pixels: the newsletter's own logo in the masthead, and twice that. */
export const MASTHEAD_LOGO_WIDTHS = [180, 360] as const;

/** A picture to make safe. */
export interface PictureSource {
  readonly absolutePath: string;
  /** The hash of its bytes, as they were checked. */
  readonly sha256: string;
  readonly widths: readonly number[];
}

export type PicturePreparation =
  | CachedPicture
  /** It is not in the cache, and the caller did not ask to decode it. */
  | { readonly kind: 'unknown' };

/** At most this many pictures are decoded at once, because one of 60 megapixels takes some 250 MB. */
const AT_ONCE = 3;

async function prepareOne(
  source: PictureSource,
  cache: PictureCache,
  mode: 'decode' | 'cached',
): Promise<PicturePreparation> {
  const cached = cache.find(source.sha256, source.widths);
  if (cached !== undefined) return cached;
  if (mode === 'cached') return { kind: 'unknown' };
  const bytes = readFileSync(source.absolutePath);
  // Between check and use, somebody could have replaced the file, even with a link.
  if (sha256Hex(bytes) !== source.sha256) {
    return { kind: 'unreadable', reason: 'the file changed while it was being read' };
  }
  let encoded: EncodedPictures;
  try {
    encoded = await encodePicture(bytes, source.widths);
  } catch (error) {
    const reason = errorMessage(error);
    cache.storeUnreadable(source.sha256, source.widths, reason);
    return { kind: 'unreadable', reason };
  }
  cache.store(source.sha256, source.widths, encoded);
  return cache.find(source.sha256, source.widths) ?? { kind: 'unreadable', reason: 'the picture has no pixels' };
}

/**
 * Makes pictures safe to publish: encodes them again, without metadata, and caches them by content.
 *
 * @param mode `cached` decodes nothing.
 * @param onPrepared called after each picture, for progress.
 * @returns the outcomes in the order of the sources.
 */
export async function preparePictures(
  sources: readonly PictureSource[],
  cacheFolder: string,
  mode: 'decode' | 'cached',
  onPrepared: (done: number, of: number) => void,
): Promise<readonly PicturePreparation[]> {
  const cache = new PictureCache(cacheFolder);
  const outcomes: PicturePreparation[] = [];
  let next = 0;
  let done = 0;
  const work = async () => {
    for (let index = next++; index < sources.length; index = next++) {
      const source = sources[index];
      if (source === undefined) return;
      outcomes[index] = await prepareOne(source, cache, mode);
      done += 1;
      onPrepared(done, sources.length);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, sources.length) }, work));
  return outcomes;
}
