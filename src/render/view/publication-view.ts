import type { Item } from '../../model/issue/issue.js';
import type { FixedWords } from '../../templating/words/fixed-words.js';
import type { DateWords } from '../date-words.js';
import { attachmentAddress, attachmentWords } from './attachment-view.js';

/** A line of a publication's record. */
export interface RecordRow {
  readonly label: string;
  readonly value: string;
  /** Where the value is an address that can be opened. */
  readonly url: string | undefined;
}

/** Words side by side, as the language lists them. */
function listWords(parts: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(parts);
}

/** The attached file, where this edition's readers can open it. */
function fileRow(item: Item, words: FixedWords, filesAt: string | undefined): readonly RecordRow[] {
  const { attachment, publication } = item;
  if (attachment === undefined || publication?.file === undefined || filesAt === undefined) return [];
  const value = attachmentWords(item.title, publication.language ?? item.language, attachment, words);
  return [{ label: words.publication.file, value, url: `${filesAt}${attachmentAddress(item, attachment)}` }];
}

/**
 * The record of a publication, line by line; empty for an item that is none.
 *
 * @param filesAt where the attached files of this issue lie, ending in a slash or empty; absent where nowhere public.
 */
export function publicationRecord(
  item: Item,
  words: FixedWords,
  dates: DateWords,
  filesAt: string | undefined,
): readonly RecordRow[] {
  const { publication, date } = item;
  if (publication === undefined) return [];
  const labels = words.publication;
  const rows: readonly (readonly [label: string, value: string | undefined])[] = [
    [labels.number, publication.number],
    [labels.author, publication.author],
    [labels.publisher, publication.publisher],
    [labels.kind, publication.kind],
    [labels.date, date === undefined ? undefined : dates.day(date)],
    [
      labels.keywords,
      publication.keywords === undefined ? undefined : listWords(publication.keywords, words.dateLocale),
    ],
  ];
  return [
    ...rows.flatMap(([label, value]) =>
      value === undefined || value === '' ? [] : [{ label, value, url: undefined }],
    ),
    ...fileRow(item, words, filesAt),
  ];
}
