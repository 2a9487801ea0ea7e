import { MAX_FILE_BYTES } from '../model/issue/pictures/file-sizes.js';
import { isContribution } from './read-contributions.js';
import { decodeText } from './folder/decode-text.js';
import { listDropFolder } from './folder/drop-folder.js';
import { splitContribution } from './front-matter/split-contribution.js';
import { readSafely } from './folder/safe-file.js';

/** The text of a contribution to an earlier issue, as far as others are compared with it. */
export interface EarlierContribution {
  /** Relative to the workspace. */
  readonly file: string;
  /** Relative to the contributions' folder. */
  readonly key: string;
  /** Markdown without front matter and without the addresses of links. */
  readonly text: string;
}

/** More than any issue has ever had. */
const MAX_FILES = 2_000;
const ADDRESSES = /\]\([^()\s]*\)|<[^<>\s]*>|^\[[^\]]*\]:\s*\S+/gm;

/** Reads the contributions to an earlier issue as safely as those to this one; unreadable ones are skipped. */
export function* readEarlierContributions(root: string, contributionsFolder: string): Generator<EarlierContribution> {
  const { realRoot, folders } = listDropFolder(root, contributionsFolder);
  if (realRoot === undefined) return;
  const files = folders.flatMap(({ name, files: dropped }) =>
    dropped.filter(isContribution).map((one) => ({ ...one, key: `${name}/${one.name}` })),
  );
  for (const { file, key, absolutePath } of files.slice(0, MAX_FILES)) {
    const read = readSafely(realRoot, absolutePath, MAX_FILE_BYTES.contribution);
    if (read.kind === 'refused') continue;
    const decoded = decodeText(file, read.bytes);
    const split = decoded.kind === 'text' ? splitContribution(file, decoded.text) : undefined;
    if (split?.kind === 'split') yield { file, key, text: split.body.replace(ADDRESSES, ' ') };
  }
}
