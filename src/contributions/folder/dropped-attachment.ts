import { sha256Hex } from '../../files/sha256.js';
import type { DroppedAttachment } from '../../model/issue/contribution.js';
import type { FrontMatter } from '../../model/issue/front-matter.js';
import { MAX_FILE_BYTES } from '../../model/issue/pictures/file-sizes.js';
import type { DroppedPath } from './drop-folder.js';
import { findPicture } from './find-picture.js';

/** PDF readers look for the mark up to here. */
const BEGINNING = 1024;

/** Finds the file that a publication's record names, among the files in the contribution's own folder. */
export function readDroppedAttachment(
  frontMatter: FrontMatter,
  files: ReadonlyMap<string, DroppedPath>,
  realRoot: string,
): DroppedAttachment | undefined {
  const declaredFile = frontMatter.publication?.file;
  if (declaredFile === undefined) return undefined;
  if (/^https?:/i.test(declaredFile)) return { declaredFile, kind: 'refused', reason: 'address' };
  const found = findPicture(declaredFile, files, realRoot, MAX_FILE_BYTES.attachment);
  if (found.kind !== 'bytes') return { declaredFile, ...found };
  const { dropped, bytes } = found;
  return {
    declaredFile,
    kind: 'found',
    file: dropped.file,
    absolutePath: dropped.absolutePath,
    sha256: sha256Hex(bytes),
    bytes: bytes.length,
    isPdf: bytes.subarray(0, BEGINNING).includes('%PDF-'),
  };
}
