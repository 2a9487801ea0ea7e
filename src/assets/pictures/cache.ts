import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { parseJson } from '../../files/parse-json.js';
import { sha256Hex } from '../../files/sha256.js';
import { writeAtomicallySync } from '../../files/write-atomically-sync.js';
import type { PictureConversion, PictureRendition, PreparedPicture } from '../../model/issue/pictures/picture.js';
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
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  #recordPath(sourceSha256: string, widths: readonly number[]): string {
    return path.join(this.#folder, `${sourceSha256}-${RECIPE}-${widths.join('-')}.json`);
  }

  /** Returns the stored result for a picture, or `undefined` when it has to be made (again). */
  find(sourceSha256: string, widths: readonly number[]): CachedPicture | undefined {
    const file = this.#recordPath(sourceSha256, widths);
    if (!existsSync(file)) return undefined;
    const record = recordSchema.safeParse(parseJson(readFileSync(file, 'utf8')));
    if (!record.success) return undefined;
    if ('unreadable' in record.data) return { kind: 'unreadable', reason: record.data.unreadable };
    const { conversions } = record.data;
    const [first, ...rest] = record.data.renditions;
    const located = (rendition: z.infer<typeof renditionSchema>): PictureRendition => ({
      ...rendition,
      cachedAt: path.join(this.#folder, rendition.name),
    });
    const renditions: PreparedPicture['renditions'] = [located(first), ...rest.map(located)];
    const whole = renditions.every(
      ({ cachedAt, bytes }) => statSync(cachedAt, { throwIfNoEntry: false })?.size === bytes,
    );
    return whole ? { kind: 'prepared', picture: { sourceSha256, renditions }, conversions } : undefined;
  }

  /** Stores the renditions of a picture. The record is written last, so that it never names a missing file. */
  store(sourceSha256: string, widths: readonly number[], { encoded, conversions }: EncodedPictures): void {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const renditions = encoded.map(({ bytes, width, height, mediaType }) => {
      const sha256 = sha256Hex(bytes);
      const name = `${sha256.slice(0, 20)}-${String(width)}.${mediaType === 'image/png' ? 'png' : 'jpg'}`;
      writeAtomicallySync(path.join(this.#folder, name), bytes);
      return { name, width, height, mediaType, sha256, bytes: bytes.length };
    });
    writeAtomicallySync(this.#recordPath(sourceSha256, widths), JSON.stringify({ renditions, conversions }));
  }

  /** Remembers that these bytes are not a complete picture, so that they are not decoded again. */
  storeUnreadable(sourceSha256: string, widths: readonly number[], reason: string): void {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    writeAtomicallySync(this.#recordPath(sourceSha256, widths), JSON.stringify({ unreadable: reason }));
  }
}
