import * as z from 'zod';
import { sha256Hex } from '../../files/sha256.js';
import type {
  DocumentRefusal,
  DocumentRemoval,
  DocumentText,
  PreparedDocument,
} from '../../model/issue/pictures/attached-pdf.js';
import { ContentCache } from '../content-cache.js';
import { BOUNDS } from './measure/bounds.js';
import type { SafeDocument } from './clean/make-safe.js';

/** Changes whenever the same file would be written differently, or have another result. */
const RECIPE = `d2-${sha256Hex(JSON.stringify(BOUNDS)).slice(0, 12)}`;

const recordSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('safe'),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.number().int().positive(),
    text: z.strictObject({
      pages: z
        .array(z.strictObject({ number: z.number().int().positive(), paragraphs: z.array(z.string()).readonly() }))
        .readonly(),
      labels: z.array(z.string()).readonly(),
      addresses: z.array(z.string()).readonly(),
      complete: z.boolean(),
    }),
    removals: z.array(z.enum(['comments', 'links'])).readonly(),
  }),
  z.strictObject({
    kind: z.literal('refused'),
    reason: z.enum([
      'scripts',
      'programs',
      'media',
      'embedded-files',
      'submitting-form',
      'encrypted',
      'signed',
      'metadata',
      'damaged',
      'too-swollen',
      'too-large-picture',
      'too-often-drawn',
      'too-large-font',
      'too-many-parts',
    ]),
  }),
]);

/** What the cache knows about an attached file. */
export type CachedDocument =
  | {
      readonly kind: 'prepared';
      readonly document: PreparedDocument;
      readonly text: DocumentText;
      readonly removals: readonly DocumentRemoval[];
    }
  | { readonly kind: 'refused'; readonly reason: DocumentRefusal };

/** Its words may be confidential, and they are stored so that the checks can read them. */
const OWNER_ONLY = 0o600;

/** Attached files that were made safe, by the content of the dropped file. */
export class DocumentCache {
  readonly #cache: ContentCache<z.infer<typeof recordSchema>>;

  constructor(folder: string) {
    this.#cache = new ContentCache(folder, recordSchema, OWNER_ONLY);
  }

  /** Returns the stored result for a file, or `undefined` when it has to be inspected (again). */
  find(sourceSha256: string): CachedDocument | undefined {
    const record = this.#cache.find(keyOf(sourceSha256));
    if (record === undefined || record.kind === 'refused') return record;
    const { sha256, bytes, text, removals } = record;
    if (!this.#cache.holds(fileOf(sha256), bytes)) return undefined;
    return {
      kind: 'prepared',
      document: { sha256, bytes, cachedAt: this.#cache.pathOf(fileOf(sha256)) },
      text,
      removals,
    };
  }

  /** Stores the result for a file. */
  store(sourceSha256: string, document: SafeDocument): void {
    if (document.kind === 'refused') {
      const { kind, reason } = document;
      // How long a file takes also depends on the machine, so it may pass next time. All other reasons lie in the file.
      if (reason !== 'too-much') this.#cache.store(keyOf(sourceSha256), { kind, reason });
      return;
    }
    const { kind, bytes, text, removals } = document;
    const sha256 = sha256Hex(bytes);
    const record = { kind, sha256, bytes: bytes.length, text, removals };
    this.#cache.store(keyOf(sourceSha256), record, [{ name: fileOf(sha256), bytes }]);
  }
}

function keyOf(sourceSha256: string): string {
  return `${sourceSha256}-${RECIPE}`;
}

function fileOf(sha256: string): string {
  return `${sha256}.pdf`;
}
