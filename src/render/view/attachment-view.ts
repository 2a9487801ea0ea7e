import type { PreparedDocument } from '../../model/issue/attached-pdf.js';
import type { Item } from '../../model/issue/issue.js';
import type { FixedWords } from '../../templating/fixed-words.js';

const KILOBYTE = 1024;

/** The address of an item's attached file beside the page: readable, and another one for other content. */
export function attachmentAddress(item: Item, { sha256 }: PreparedDocument): string {
  return `files/${item.id}-${sha256.slice(0, 12)}.pdf`;
}

/** What stands on the link: what the file is called, its kind, how much is to be loaded, and its language. */
export function attachmentWords(
  title: string,
  language: string,
  { bytes }: PreparedDocument,
  { dateLocale: locale, punctuation }: Pick<FixedWords, 'dateLocale' | 'punctuation'>,
): string {
  const languageName = new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language;
  const megabytes = bytes / KILOBYTE / KILOBYTE;
  const size =
    megabytes >= 1
      ? `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(megabytes)} MB`
      : `${String(Math.ceil(bytes / KILOBYTE))} KB`;
  return `${title} (${['PDF', size, languageName].join(`${punctuation.comma} `)})`;
}
