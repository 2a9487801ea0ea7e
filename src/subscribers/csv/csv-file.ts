import { createReadStream } from 'node:fs';
import { TextDecoder } from 'node:util';
import { CsvError, parse, type Parser } from 'csv-parse';
import { NewsletterError } from '../../model/error.js';

/** One record of a CSV file. */
export interface CsvRecord {
  /** The line on which it ends, counted from 1. */
  readonly line: number;
  /** Where it begins, and where it ends including its line break, in bytes of the UTF-8 text. */
  readonly start: number;
  readonly end: number;
  readonly cells: readonly string[];
}

/** No subscriber needs more; without a limit, a quote that is never closed would swallow the whole file. */
const RECORD_LIMIT = 64 * 1024;

/**
 * Reads a CSV file, a few hundred records at a time. The byte order mark tells UTF-8 from UTF-16. Comma, semicolon or
 * tab separates the fields, or what a first line such as `sep=;` says; that line is not a record.
 *
 * @throws NewsletterError `file-unreadable`; `csv-invalid` when the text has another encoding or a quote is left open.
 */
export async function* readCsvFile(path: string): AsyncGenerator<readonly CsvRecord[]> {
  let parser: Parser | undefined;
  let skipsFirst = false;
  let end = 0;
  const take = async (from: Parser, text: string | undefined): Promise<readonly CsvRecord[]> => {
    const records = await feed(from, text, end);
    end = records.at(-1)?.end ?? end;
    if (!skipsFirst || records.length === 0) return records;
    skipsFirst = false;
    return records.slice(1);
  };
  try {
    for await (const text of decodeFile(path)) {
      if (parser === undefined) {
        parser = openParser(text);
        skipsFirst = SEPARATOR_LINE.test(text);
      }
      yield await take(parser, text);
    }
    if (parser !== undefined) yield await take(parser, undefined);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw csvInvalid(path, `could not be read: ${error.message}`, error);
  } finally {
    parser?.destroy();
  }
}

/** The line that tells a spreadsheet program what separates the fields. */
const SEPARATOR_LINE = /^"?sep=([,;\t|])"?[\t ,;]*(?=[\r\n])/i;

function openParser(opening: string): Parser {
  const parser = parse({
    delimiter: SEPARATOR_LINE.exec(opening)?.[1] ?? detectDelimiter(opening),
    info: true,
    // A quotation mark after a space opens a cell too.
    ltrim: true,
    max_record_size: RECORD_LIMIT,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  // The callback of `write` reports the error.
  parser.on('error', () => undefined);
  return parser;
}

/**
 * Gives the parser some text, or `undefined` for the end, and takes the records out. It takes them all at once, because
 * an event for each costs more than its parsing.
 */
async function feed(parser: Parser, text: string | undefined, start: number): Promise<readonly CsvRecord[]> {
  const records: CsvRecord[] = [];
  let end = start;
  const taken = new Promise<void>((resolve, reject) => {
    const done = (error?: Error | null): void => {
      if (error instanceof Error) reject(error);
      else resolve();
    };
    if (text === undefined) parser.end(done);
    else parser.write(text, done);
  });
  const drain = (): void => {
    for (let parsed: unknown = parser.read(); parsed !== null; parsed = parser.read()) {
      const record = readRecord(parsed, end);
      records.push(record);
      end = record.end;
    }
  };
  // The parser continues only after its records were taken.
  drain();
  await taken;
  drain();
  return records;
}

/** Reads what csv-parse yields with `info`: the record and its position. */
function readRecord(parsed: unknown, start: number): CsvRecord {
  if (typeof parsed !== 'object' || parsed === null || !('record' in parsed) || !('info' in parsed)) {
    throw new TypeError('csv-parse gave a record of an unknown form');
  }
  const { record, info } = parsed;
  if (typeof info !== 'object' || info === null || !('lines' in info) || !('bytes' in info)) {
    throw new TypeError('csv-parse did not say where a record was');
  }
  return {
    line: Number(info.lines),
    start,
    end: Number(info.bytes),
    cells: Array.isArray(record) ? record.map(String) : [],
  };
}

/** Reads the whole text of a CSV file without its byte order mark, in the encodings of `readCsvFile`. */
export async function readCsvText(path: string): Promise<string> {
  let text = '';
  for await (const part of decodeFile(path)) text += part;
  return text;
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

/** Tells the encoding by the byte order mark; without one it is UTF-8. */
export function encodingOf(opening: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (opening[0] === 0xff && opening[1] === 0xfe) return 'utf-16le';
  if (opening[0] === 0xfe && opening[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** Returns the separator that occurs most often in the first line, outside quotes. */
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

/** Makes the error for a file that is not a CSV file with addresses. Nothing of it was imported. */
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
