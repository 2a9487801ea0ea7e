import type { PictureRefusal } from '../../model/issue/contribution.js';
import { plainName, similarName } from '../../model/issue/pictures/picture-names.js';
import type { DroppedPath } from './drop-folder.js';
import { readSafely, type Refusal } from './safe-file.js';

const REFUSALS: Record<Exclude<Refusal, 'missing'>, PictureRefusal> = {
  outside: 'outside',
  link: 'link',
  'hard-link': 'link',
  'not-a-file': 'not-a-file',
  unreadable: 'not-a-file',
  'too-large': 'too-large',
};

/** The result of looking for a file that front matter names. */
export type FoundPicture =
  | { readonly kind: 'bytes'; readonly dropped: DroppedPath; readonly bytes: Buffer }
  /** `similar` is the name of the file that was probably meant. */
  | { readonly kind: 'missing'; readonly similar: string | undefined }
  | { readonly kind: 'refused'; readonly reason: PictureRefusal };

/** Returns the file's name as the member's folder lists it, or `undefined` for a path that leads elsewhere. */
function nameInFolder(declared: string): string | undefined {
  const name = plainName(declared);
  const parts = name.split('/');
  const leadsElsewhere =
    name.startsWith('/') || /^[a-z]:/i.test(name) || name.includes('\\') || parts.includes('..') || parts.includes('');
  return leadsElsewhere ? undefined : name;
}

/** Finds a file that front matter names, only among the files in the contribution's own folder. */
export function findPicture(
  declared: string,
  files: ReadonlyMap<string, DroppedPath>,
  realRoot: string,
  mostBytes: number,
): FoundPicture {
  const name = nameInFolder(declared);
  if (name === undefined) return { kind: 'refused', reason: 'outside' };
  const dropped = files.get(name);
  if (dropped === undefined) return { kind: 'missing', similar: similarName(name, files.keys()) };
  const read = readSafely(realRoot, dropped.absolutePath, mostBytes);
  if (read.kind === 'bytes') return { kind: 'bytes', dropped, bytes: read.bytes };
  return read.refusal === 'missing'
    ? { kind: 'missing', similar: undefined }
    : { kind: 'refused', reason: REFUSALS[read.refusal] };
}
