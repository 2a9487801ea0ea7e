import { createHash } from 'node:crypto';
import type { DroppedPicture, PictureRefusal } from '../model/contribution.js';
import { declaredPictures, type FrontMatter } from '../model/front-matter.js';
import { MOST_PICTURE_BYTES } from './bounds.js';
import type { DroppedPath } from './drop-folder.js';
import { pictureTypeOf } from './picture-type.js';
import { readSafely, type Refusal } from './safe-file.js';

const REFUSALS: Record<Exclude<Refusal, 'missing'>, PictureRefusal> = {
  outside: 'outside',
  link: 'link',
  'hard-link': 'link',
  'not-a-file': 'not-a-file',
  unreadable: 'not-a-file',
  'too-large': 'too-large',
};

/** The picture's name as the member's folder lists it, or `undefined` for a path that leads elsewhere. */
function nameInFolder(declared: string): string | undefined {
  const name = declared.normalize('NFC').replace(/^\.\//, '');
  const parts = name.split('/');
  const leadsElsewhere =
    name.startsWith('/') || /^[a-z]:/i.test(name) || name.includes('\\') || parts.includes('..') || parts.includes('');
  return leadsElsewhere ? undefined : name;
}

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
    const name = nameInFolder(declared.file);
    if (name === undefined) return { ...declaration, kind: 'refused', reason: 'outside' };
    const dropped = files.get(name);
    if (dropped === undefined) return { ...declaration, kind: 'missing' };
    const read = readSafely(realRoot, dropped.absolutePath, MOST_PICTURE_BYTES);
    if (read.kind === 'refused') {
      if (read.refusal === 'missing') return { ...declaration, kind: 'missing' };
      return { ...declaration, kind: 'refused', reason: REFUSALS[read.refusal] };
    }
    return {
      ...declaration,
      kind: 'found',
      file: dropped.file,
      absolutePath: dropped.absolutePath,
      sha256: createHash('sha256').update(read.bytes).digest('hex'),
      bytes: read.bytes.length,
      type: pictureTypeOf(read.bytes),
    };
  });
}
