/** The formats that are taken. */
export const TAKEN_PICTURE_TYPES = ['jpeg', 'png', 'gif', 'webp', 'tiff'] as const;
export type TakenPictureType = (typeof TAKEN_PICTURE_TYPES)[number];

/** What a picture is by its content, whatever its name says; of those that are not taken, the ones worth an advice. */
export type PictureType = TakenPictureType | 'svg' | 'heic' | 'avif' | 'unknown';

/** Whether pictures of a type are taken. */
export function isTaken(type: PictureType): type is TakenPictureType {
  return TAKEN_PICTURE_TYPES.some((taken) => taken === type);
}

/** What of a picture could not stay as it was: it moved, had several pages, or had colours of print. */
export type PictureConversion = 'animation' | 'several-pages' | 'cmyk';

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
