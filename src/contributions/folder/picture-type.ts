import type { PictureType } from '../../model/issue/pictures/picture.js';

const SIGNATURES: readonly { readonly type: PictureType; readonly pattern: RegExp }[] = [
  { type: 'jpeg', pattern: /^\xff\xd8\xff/ },
  { type: 'png', pattern: /^\x89PNG\r\n\x1a\n/ },
  { type: 'gif', pattern: /^GIF8[79]a/ },
  { type: 'webp', pattern: /^RIFF[^]{4}WEBP/ },
  { type: 'tiff', pattern: /^(II\x2a\x00|MM\x00\x2a)/ },
  // Photos of telephones: a box "ftyp" names the brand and the ones that it is compatible with.
  { type: 'avif', pattern: /^[^]{4}ftyp(avif|avis|[^]{4,40}avi[fs])/ },
  { type: 'heic', pattern: /^[^]{4}ftyp(hei[cfmsx]|hev[cmsx]|mif1|msf1)/ },
  // A drawing is text that may begin with a declaration, comments and a document type.
  { type: 'svg', pattern: /^(\xef\xbb\xbf)?(\s|<\?[^>]*>|<!--[^]*?-->|<!DOCTYPE[^>]*>)*<([a-z]+:)?svg[\s>/]/i },
];

/** Enough for the longest of the beginnings. */
const BEGINNING = 4096;

/** Tells a picture's type by its first bytes, whatever its name says. */
export function pictureTypeOf(bytes: Buffer): PictureType {
  const beginning = bytes.subarray(0, BEGINNING).toString('latin1');
  return SIGNATURES.find(({ pattern }) => pattern.test(beginning))?.type ?? 'unknown';
}
