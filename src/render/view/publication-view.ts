import type { Item } from '../../model/issue.js';
import type { FixedWords } from '../../templating/fixed-words.js';
import { safeAddress } from '../../templating/safe-address.js';
import type { DateWords } from '../date-words.js';

/** A line of a publication's record. */
export interface RecordRow {
  readonly label: string;
  readonly value: string;
  /** Where the value is an address that can be opened. */
  readonly url: string | undefined;
}

/** The record of a publication, line by line; empty for an item that is none. */
export function publicationRecord(item: Item, words: FixedWords, dates: DateWords): readonly RecordRow[] {
  const { publication, date } = item;
  if (publication === undefined) return [];
  const labels = words.publication;
  const rows: readonly (readonly [label: string, value: string | undefined])[] = [
    [labels.number, publication.number],
    [labels.author, publication.author],
    [labels.publisher, publication.publisher],
    [labels.kind, publication.kind],
    [labels.date, date === undefined ? undefined : dates.day(date)],
    [labels.keywords, publication.keywords?.join(', ')],
    [labels.file, publication.file],
  ];
  return rows.flatMap(([label, value]) =>
    value === undefined || value === ''
      ? []
      : [{ label, value, url: label === labels.file ? safeAddress(value) : undefined }],
  );
}
