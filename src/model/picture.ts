/** The formats that are taken, by content; everything else is `unknown`. */
export type PictureType = 'jpeg' | 'png' | 'gif' | 'webp' | 'tiff' | 'unknown';

/** One safe rendition of a picture: re-encoded, without metadata, in one width. */
export interface PictureRendition {
  /** Content-hashed file name, such as `3f2a…-1104.jpg`. */
  readonly name: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly mediaType: 'image/jpeg' | 'image/png';
  readonly sha256: string;
  /** Size of the file. */
  readonly bytes: number;
  /** Absolute path in the cache, from which it is copied. */
  readonly cachedAt: string;
}

/** A picture that is safe to publish; renditions from narrow to wide, never empty. */
export interface PreparedPicture {
  /** SHA-256 of the file as it was dropped. */
  readonly sourceSha256: string;
  readonly renditions: readonly [PictureRendition, ...PictureRendition[]];
}
