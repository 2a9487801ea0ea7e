/** The formats that are accepted. */
export const TAKEN_PICTURE_TYPES = ['jpeg', 'png', 'gif', 'webp', 'tiff'] as const;
export type TakenPictureType = (typeof TAKEN_PICTURE_TYPES)[number];

/** A picture's type by its content, whatever its name says. Some types are not accepted but worth advice. */
export type PictureType = TakenPictureType | 'svg' | 'heic' | 'avif' | 'unknown';

/** Says whether pictures of a type are accepted. */
export function isTaken(type: PictureType): type is TakenPictureType {
  return TAKEN_PICTURE_TYPES.some((taken) => taken === type);
}

/** What had to change in a picture: it was animated, had several pages, or had colours of print. */
export type PictureConversion = 'animation' | 'several-pages' | 'cmyk';

/** One safe rendition of a picture: encoded again, without metadata, in one width. */
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

/** A picture that is safe to publish; its renditions go from narrow to wide, and are never empty. */
export interface PreparedPicture {
  /** SHA-256 of the file as it was dropped. */
  readonly sourceSha256: string;
  readonly renditions: readonly [PictureRendition, ...PictureRendition[]];
}
