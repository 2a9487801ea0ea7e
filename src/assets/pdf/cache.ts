import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { parseJson } from '../../files/parse-json.js';
import { sha256Hex } from '../../files/sha256.js';
import { writeAtomicallySync } from '../../files/write-atomically-sync.js';
import type {
  DocumentRefusal,
  DocumentRemoval,
  DocumentText,
  PreparedDocument,
} from '../../model/issue/pictures/attached-pdf.js';
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
      pages: z.array(z.strictObject({ number: z.number().int().positive(), paragraphs: z.array(z.string()) })),
      labels: z.array(z.string()),
      addresses: z.array(z.string()),
      complete: z.boolean(),
    }),
    removals: z.array(z.enum(['comments', 'links'])),
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

/** Attached files that were made safe, by the content of the dropped file. */
export class DocumentCache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  #recordPath(sourceSha256: string): string {
    return path.join(this.#folder, `${sourceSha256}-${RECIPE}.json`);
  }

  /** Returns the stored result for a file, or `undefined` when it has to be inspected (again). */
  find(sourceSha256: string): CachedDocument | undefined {
    const file = this.#recordPath(sourceSha256);
    if (!existsSync(file)) return undefined;
    const record = recordSchema.safeParse(parseJson(readFileSync(file, 'utf8'))).data;
    if (record === undefined || record.kind === 'refused') return record;
    const { sha256, bytes, text, removals } = record;
    const cachedAt = path.join(this.#folder, `${sha256}.pdf`);
    if (statSync(cachedAt, { throwIfNoEntry: false })?.size !== bytes) return undefined;
    return { kind: 'prepared', document: { sha256, bytes, cachedAt }, text, removals };
  }

  /** Stores the result for a file. The record is written last, so that it never names a missing file. */
  store(sourceSha256: string, document: SafeDocument): void {
    // How long a file takes also depends on the machine, so it may pass next time. All other reasons lie in the file.
    if (document.kind === 'refused' && document.reason === 'too-much') return;
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    if (document.kind === 'refused') {
      this.#write(this.#recordPath(sourceSha256), JSON.stringify(document));
      return;
    }
    const { kind, bytes, text, removals } = document;
    const sha256 = sha256Hex(bytes);
    this.#write(path.join(this.#folder, `${sha256}.pdf`), bytes);
    this.#write(this.#recordPath(sourceSha256), JSON.stringify({ kind, sha256, bytes: bytes.length, text, removals }));
  }

  #write(file: string, content: Uint8Array | string): void {
    // Its words may be confidential, and they are stored so that the checks can read them.
    writeAtomicallySync(file, content, { mode: 0o600 });
  }
}
