import type { PictureType } from '../model/picture.js';

const SIGNATURES: readonly { readonly type: PictureType; readonly offset: number; readonly bytes: string }[] = [
  { type: 'jpeg', offset: 0, bytes: 'ffd8ff' },
  { type: 'png', offset: 0, bytes: '89504e470d0a1a0a' },
  { type: 'gif', offset: 0, bytes: '474946383761' },
  { type: 'gif', offset: 0, bytes: '474946383961' },
  { type: 'webp', offset: 8, bytes: '57454250' },
  { type: 'tiff', offset: 0, bytes: '49492a00' },
  { type: 'tiff', offset: 0, bytes: '4d4d002a' },
];

/** What a picture is by its first bytes, whatever its name says; formats that are not taken are `unknown`. */
export function pictureTypeOf(bytes: Buffer): PictureType {
  const found = SIGNATURES.find(({ offset, bytes: signature }) =>
    bytes.subarray(offset, offset + signature.length / 2).equals(Buffer.from(signature, 'hex')),
  );
  return found?.type ?? 'unknown';
}
