import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { CsvError, parse } from 'csv-parse';
import { NewsletterError } from '../model/error.js';

/** One record of a CSV file. */
export interface CsvRecord {
  /** The line on which it ends, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** No subscriber needs more; a quote that is never closed would otherwise swallow the whole file. */
const RECORD_LIMIT = 64 * 1024;

/**
 * Reads a CSV file record by record: UTF-8 or UTF-16 by its byte order mark, fields parted by comma, semicolon or tab.
 *
 * @throws NewsletterError `file-unreadable`, or `csv-invalid` where the text is in another encoding or a quote is left open.
 */
export async function* readCsvFile(path: string): AsyncGenerator<CsvRecord> {
  const text = decodeFile(path);
  const first = await text.next();
  const opening = first.done === true ? '' : first.value;
  const parser = parse({
    delimiter: detectDelimiter(opening),
    info: true,
    max_record_size: RECORD_LIMIT,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  const source = Readable.from(concatenate(opening, text));
  source.on('error', (error) => parser.destroy(error));
  try {
    for await (const parsed of source.pipe(parser)) yield readRecord(parsed);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw csvInvalid(path, `could not be read: ${error.message}`, error);
  } finally {
    source.destroy();
  }
}

async function* concatenate(opening: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield opening;
  yield* rest;
}

/** What csv-parse gives with `info`: the record and where it was. */
function readRecord(parsed: unknown): CsvRecord {
  if (typeof parsed !== 'object' || parsed === null || !('record' in parsed) || !('info' in parsed)) {
    throw new TypeError('csv-parse gave a record of an unknown form');
  }
  const { record, info } = parsed;
  const line = typeof info === 'object' && info !== null && 'lines' in info ? Number(info.lines) : 0;
  return { line, cells: Array.isArray(record) ? record.map(String) : [] };
}

async function* decodeFile(path: string): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  try {
    for await (const chunk of createReadStream(path)) {
      if (!(chunk instanceof Uint8Array)) continue;
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
      yield decoder.decode(chunk, { stream: true });
    }
    const rest = decoder?.decode() ?? '';
    if (rest !== '') yield rest;
  } catch (error) {
    if (!(error instanceof TypeError)) throw fileUnreadable(path, error);
    throw csvInvalid(path, 'is not in the encoding UTF-8, so names with accents would be spoilt', error);
  }
}

function encodingOf(opening: Uint8Array): string {
  if (opening[0] === 0xff && opening[1] === 0xfe) return 'utf-16le';
  if (opening[0] === 0xfe && opening[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** Whichever of the three parts the first line most often, outside of quotes. */
function detectDelimiter(opening: string): string {
  const line = (/^[\r\n]*((?:"[^"]*"|[^\r\n"])*)/.exec(opening)?.[1] ?? '').replace(/"[^"]*"/g, '');
  const count = (delimiter: string): number => line.split(delimiter).length - 1;
  return [',', ';', '\t'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

function fileUnreadable(path: string, cause: unknown): NewsletterError {
  return new NewsletterError(
    'file-unreadable',
    {
      message: `The file ${path} could not be read.`,
      expected: 'a CSV file that you may read',
      help: 'Check the name of the file and the folder that you are in.',
    },
    cause,
  );
}

/** The error for a file that is no CSV file with addresses; nothing of it was imported. */
export function csvInvalid(path: string, what: string, cause?: unknown): NewsletterError {
  return new NewsletterError(
    'csv-invalid',
    {
      message: `The file ${path} ${what}. Nothing was imported.`,
      expected: 'a CSV file in UTF-8 whose first line names its columns, one of them "email"',
      help: 'Open it in your spreadsheet program and save it as "CSV UTF-8" with a first line such as: email,name,language',
    },
    cause,
  );
}
