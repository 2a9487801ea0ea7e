import * as z from 'zod';
import { sha256Hex } from '../../files/sha256.js';
import type { PictureConversion, PictureRendition, PreparedPicture } from '../../model/issue/pictures/picture.js';
import { ContentCache } from '../content-cache.js';
import type { EncodedPictures } from './encode.js';

/** Changes whenever the same picture would be encoded to other bytes, or have another result. */
const RECIPE = 'r3';

const renditionSchema = z.strictObject({
  name: z.string().regex(/^[0-9a-f]{20}-\d+\.(jpg|png)$/),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  mediaType: z.enum(['image/jpeg', 'image/png']),
  sha256: z.string(),
  bytes: z.number().int().positive(),
});
const recordSchema = z.union([
  z.strictObject({
    renditions: z.tuple([renditionSchema], renditionSchema),
    conversions: z.array(z.enum(['animation', 'several-pages', 'cmyk'])),
  }),
  z.strictObject({ unreadable: z.string() }),
]);

/** What the cache knows about a picture. */
export type CachedPicture =
  | {
      readonly kind: 'prepared';
      readonly picture: PreparedPicture;
      readonly conversions: readonly PictureConversion[];
    }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Prepared pictures, by the content of the dropped file and the widths asked for. */
export class PictureCache {
  readonly #cache: ContentCache<z.infer<typeof recordSchema>>;

  constructor(folder: string) {
    this.#cache = new ContentCache(folder, recordSchema);
  }

  /** Returns the stored result for a picture, or `undefined` when it has to be made (again). */
  find(sourceSha256: string, widths: readonly number[]): CachedPicture | undefined {
    const record = this.#cache.find(keyOf(sourceSha256, widths));
    if (record === undefined) return undefined;
    if ('unreadable' in record) return { kind: 'unreadable', reason: record.unreadable };
    const [first, ...rest] = record.renditions;
    const located = (rendition: z.infer<typeof renditionSchema>): PictureRendition => ({
      ...rendition,
      cachedAt: this.#cache.pathOf(rendition.name),
    });
    const renditions: PreparedPicture['renditions'] = [located(first), ...rest.map(located)];
    if (!renditions.every(({ name, bytes }) => this.#cache.holds(name, bytes))) return undefined;
    return { kind: 'prepared', picture: { sourceSha256, renditions }, conversions: record.conversions };
  }

  /** Stores the renditions of a picture. */
  store(sourceSha256: string, widths: readonly number[], { encoded, conversions }: EncodedPictures): void {
    const files = encoded.map(({ bytes, width, height, mediaType }) => {
      const sha256 = sha256Hex(bytes);
      const name = `${sha256.slice(0, 20)}-${String(width)}.${mediaType === 'image/png' ? 'png' : 'jpg'}`;
      return { name, bytes, rendition: { name, width, height, mediaType, sha256, bytes: bytes.length } };
    });
    const [first, ...rest] = files.map(({ rendition }) => rendition);
    if (first === undefined) return;
    this.#cache.store(
      keyOf(sourceSha256, widths),
      { renditions: [first, ...rest], conversions: [...conversions] },
      files,
    );
  }

  /** Remembers that these bytes are not a complete picture, so that they are not decoded again. */
  storeUnreadable(sourceSha256: string, widths: readonly number[], reason: string): void {
    this.#cache.store(keyOf(sourceSha256, widths), { unreadable: reason });
  }
}

function keyOf(sourceSha256: string, widths: readonly number[]): string {
  return `${sourceSha256}-${RECIPE}-${widths.join('-')}`;
}
