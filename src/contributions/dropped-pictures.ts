import { sha256Hex } from '../files/sha256.js';
import type { DroppedPicture } from '../model/issue/contribution.js';
import { declaredPictures, type FrontMatter } from '../model/issue/front-matter.js';
import { MOST_PICTURE_BYTES } from './bounds.js';
import type { DroppedPath } from './drop-folder.js';
import { lookUp } from './find-picture.js';
import { pictureTypeOf } from './picture-type.js';

/** Looks for the pictures that front matter declares among the files of the contribution's own folder. */
export function readDroppedPictures(
  frontMatter: FrontMatter,
  files: ReadonlyMap<string, DroppedPath>,
  realRoot: string,
): readonly DroppedPicture[] {
  const single = frontMatter.image === undefined ? 0 : 1;
  return declaredPictures(frontMatter).map((declared, index): DroppedPicture => {
    const path = index < single ? 'image' : `images.${String(index - single)}`;
    const declaration = { declaredFile: declared.file, path };
    const found = lookUp(declared.file, files, realRoot, MOST_PICTURE_BYTES);
    if (found.kind !== 'bytes') return { ...declaration, ...found };
    const { dropped, bytes } = found;
    return {
      ...declaration,
      kind: 'found',
      file: dropped.file,
      absolutePath: dropped.absolutePath,
      sha256: sha256Hex(bytes),
      bytes: bytes.length,
      type: pictureTypeOf(bytes),
    };
  });
}
