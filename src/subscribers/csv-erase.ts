import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { removeLeftovers } from '../files/temporary-file.js';
import { writeAtomically } from '../files/write-atomically.js';
import { addressPattern, addressSpellings } from '../model/send/address-pattern.js';
import { encodingOf, readCsvFile, readCsvText } from './csv-file.js';

/**
 * Takes every record out of a CSV file that holds one of some addresses, in capitals or not; all other bytes stay.
 * The new file takes the old one's place at once.
 *
 * @returns how many records were taken out.
 * @throws NewsletterError `csv-invalid`, `file-unreadable`; then the file is as it was.
 */
export async function eraseFromCsvFile(path: string, addresses: readonly string[]): Promise<number> {
  const wanted = addressPattern(addresses.flatMap(addressSpellings));
  const text = Buffer.from(await readCsvText(path), 'utf8');
  const kept: Buffer[] = [];
  let erased = 0;
  let rest = 0;
  for await (const records of readCsvFile(path)) {
    for (const { start, end } of records) {
      const record = text.subarray(start, end);
      // What stands before it belongs to no record.
      kept.push(text.subarray(rest, start));
      if (wanted.test(record.toString('utf8').normalize('NFC'))) erased += 1;
      else kept.push(record);
      rest = end;
    }
  }
  kept.push(text.subarray(rest));
  if (erased > 0) await replaceFile(path, Buffer.concat(kept).toString('utf8'));
  return erased;
}

async function replaceFile(path: string, text: string): Promise<void> {
  const { mode } = await stat(path);
  // What a killed command left holds the list as well.
  removeLeftovers(dirname(path));
  await writeAtomically(path, encodeLike(await readFile(path), text), { mode, durable: true });
}

/** In the encoding of the file as it was, with its byte order mark. */
function encodeLike(earlier: Buffer, text: string): Buffer {
  const encoding = encodingOf(earlier);
  if (encoding === 'utf-8') {
    const marked = earlier[0] === 0xef && earlier[1] === 0xbb && earlier[2] === 0xbf;
    return Buffer.from(marked ? `\ufeff${text}` : text, 'utf8');
  }
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}
