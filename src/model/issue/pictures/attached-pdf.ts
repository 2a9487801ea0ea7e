/** The words of one page of an attached file. */
export interface DocumentPage {
  /** Counts from 1. */
  readonly number: number;
  readonly paragraphs: readonly string[];
}

/** All words of an attached file. */
export interface DocumentText {
  readonly pages: readonly DocumentPage[];
  /** Words that are on no page: bookmarks, descriptions of pictures, values of forms. */
  readonly labels: readonly string[];
  /** Addresses of its links. */
  readonly addresses: readonly string[];
  /** Whether all pages were read; the last pages of a very long file are not. */
  readonly complete: boolean;
}

/** Why an attached file cannot be made safe to publish. */
export type DocumentRefusal =
  | 'scripts'
  | 'programs'
  | 'media'
  | 'embedded-files'
  | 'submitting-form'
  | 'encrypted'
  | 'signed'
  | 'metadata'
  | 'damaged'
  /** It needs more than a thread may use on this machine at the moment. */
  | 'too-much'
  /** It exceeds one of our own bounds, on every machine. */
  | 'too-swollen'
  | 'too-large-picture'
  | 'too-often-drawn'
  | 'too-large-font'
  | 'too-many-parts';

/** What was removed from an attached file besides its metadata. */
export type DocumentRemoval = 'comments' | 'links';

/** An attached file that is safe to publish: written again, without metadata. */
export interface PreparedDocument {
  readonly sha256: string;
  /** Size of the file. */
  readonly bytes: number;
  /** Absolute path in the cache, from which it is copied. */
  readonly cachedAt: string;
}
