import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { isMissing } from '../files/error-code.js';
import { addressPattern, addressSpellings } from '../model/send/address-pattern.js';

/** Folders of other programs, with millions of bytes that none of our commands wrote. */
const FOREIGN_FOLDERS = new Set(['.git', 'node_modules']);
/** Everything that differs between messages is in their head. */
const MESSAGE_HEAD = 16 * 1024;
const CHUNK = 256 * 1024;

/**
 * Finds the files below a folder whose bytes hold one of some addresses, in any case, in UTF-8 or UTF-16. Of messages
 * (`.eml`) only the head is read. Links are not followed.
 *
 * @param isLeftOut says which files are not read.
 * @returns absolute paths.
 */
export async function findFilesWith(
  folder: string,
  addresses: readonly string[],
  isLeftOut: (file: string) => boolean,
): Promise<readonly string[]> {
  const needles = needlesOf(addresses);
  const pattern = addressPattern(needles);
  const overlap = 2 * Math.max(...needles.map((needle) => needle.length));
  const found: string[] = [];
  for await (const file of filesBelow(folder)) {
    if (!isLeftOut(file) && (await matches(file, pattern, overlap))) found.push(file);
  }
  return found;
}

async function* filesBelow(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  for (const entry of entries) {
    const name = path.join(folder, entry.name);
    if (entry.isFile()) yield name;
    else if (entry.isDirectory() && !FOREIGN_FOLDERS.has(entry.name)) yield* filesBelow(name);
  }
}

/** Bytes are compared as Latin-1, in which every byte is a character, and lower case is the same for both sides. */
function needlesOf(addresses: readonly string[]): readonly string[] {
  const spellings = addresses
    .flatMap(addressSpellings)
    .flatMap((one) => [one, one.toLowerCase(), one.toUpperCase(), one.normalize('NFD')]);
  const encoded = spellings.flatMap((one) => [Buffer.from(one, 'utf8'), Buffer.from(one, 'utf16le')]);
  return [...new Set(encoded.map((bytes) => bytes.toString('latin1').toLowerCase()))];
}

async function matches(file: string, pattern: RegExp, overlap: number): Promise<boolean> {
  const end = file.endsWith('.eml') ? MESSAGE_HEAD : undefined;
  let tail = '';
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: CHUNK, ...(end === undefined ? {} : { end }) })) {
      if (!(chunk instanceof Buffer)) continue;
      const text = tail + chunk.toString('latin1').toLowerCase();
      if (pattern.test(text)) return true;
      tail = text.slice(-overlap);
    }
  } catch (error) {
    // A file that another program removed in the meantime holds nothing any more.
    if (!isMissing(error)) throw error;
  }
  return false;
}
