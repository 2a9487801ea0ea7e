import { sha256Hex } from '../../files/sha256.js';
import type { DroppedPicture } from '../../model/issue/contribution.js';
import { declaredPictures, type FrontMatter } from '../../model/issue/front-matter.js';
import { MAX_FILE_BYTES } from '../../model/issue/pictures/file-sizes.js';
import type { DroppedPath } from './drop-folder.js';
import { findPicture } from './find-picture.js';
import { pictureTypeOf } from './picture-type.js';

/** Finds the pictures that front matter declares, among the files in the contribution's own folder. */
export function readDroppedPictures(
  frontMatter: FrontMatter,
  files: ReadonlyMap<string, DroppedPath>,
  realRoot: string,
): readonly DroppedPicture[] {
  const single = frontMatter.image === undefined ? 0 : 1;
  return declaredPictures(frontMatter).map(({ file }, index) => {
    const path = index < single ? 'image' : `images.${String(index - single)}`;
    return readNamedPicture({ file, path }, files, realRoot);
  });
}

/** A picture whose file name stands in the front matter. */
export interface PictureName {
  readonly file: string;
  /** Where it is named: `image`, `images.1`. */
  readonly path: string;
}

/** Finds one picture among the files in the contribution's own folder. */
export function readNamedPicture(
  { file, path }: PictureName,
  files: ReadonlyMap<string, DroppedPath>,
  realRoot: string,
): DroppedPicture {
  const declaration = { declaredFile: file, path };
  const found = findPicture(file, files, realRoot, MAX_FILE_BYTES.picture);
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
}
