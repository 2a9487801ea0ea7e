import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { removeLeftovers } from '../../files/temporary-file.js';
import { writeAtomically } from '../../files/write-atomically.js';
import { addressPattern, addressSpellings } from '../../model/send/address-pattern.js';
import { encodingOf, readCsvFile, readCsvText } from './csv-file.js';

/**
 * Removes every record of a CSV file that holds one of the addresses, whatever its case; all other bytes stay. The new
 * file replaces the old one atomically.
 *
 * @returns how many records were removed.
 * @throws NewsletterError `csv-invalid`, `file-unreadable`; the file is then unchanged.
 */
export async function eraseFromCsvFile(filePath: string, addresses: readonly string[]): Promise<number> {
  const wanted = addressPattern(addresses.flatMap(addressSpellings));
  const text = Buffer.from(await readCsvText(filePath), 'utf8');
  const kept: Buffer[] = [];
  let erased = 0;
  let rest = 0;
  for await (const records of readCsvFile(filePath)) {
    for (const { start, end } of records) {
      const record = text.subarray(start, end);
      // The bytes before it belong to no record.
      kept.push(text.subarray(rest, start));
      if (wanted.test(record.toString('utf8').normalize('NFC'))) erased += 1;
      else kept.push(record);
      rest = end;
    }
  }
  kept.push(text.subarray(rest));
  if (erased > 0) await replaceFile(filePath, Buffer.concat(kept).toString('utf8'));
  return erased;
}

async function replaceFile(filePath: string, text: string): Promise<void> {
  const { mode } = await stat(filePath);
  // Files that a killed command left behind hold the list too.
  removeLeftovers(path.dirname(filePath));
  await writeAtomically(filePath, encodeLike(await readFile(filePath), text), { mode, durable: true });
}

/** Encodes the text as the original file was, with its byte order mark. */
function encodeLike(earlier: Buffer, text: string): Buffer {
  const encoding = encodingOf(earlier);
  if (encoding === 'utf-8') {
    const marked = earlier[0] === 0xef && earlier[1] === 0xbb && earlier[2] === 0xbf;
    return Buffer.from(marked ? `\ufeff${text}` : text, 'utf8');
  }
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}
