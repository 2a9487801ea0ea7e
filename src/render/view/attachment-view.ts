import type { PreparedDocument } from '../../model/issue/pictures/attached-pdf.js';
import type { Item } from '../../model/issue/issue.js';
import { sizeWords } from '../../model/text/amounts/size-words.js';
import type { FixedWords } from '../../templating/words/fixed-words.js';

/** The address of an item's attached file beside the page: readable, and another one for other content. */
export function attachmentAddress(item: Item, { sha256 }: PreparedDocument): string {
  return `files/${item.id}-${sha256.slice(0, 12)}.pdf`;
}

/** The words of the link: the name of the file, its kind, its size and its language. */
export function attachmentWords(
  title: string,
  language: string,
  { bytes }: PreparedDocument,
  { dateLocale: locale, punctuation }: Pick<FixedWords, 'dateLocale' | 'punctuation'>,
): string {
  const languageName = new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language;
  return `${title} (${['PDF', sizeWords(bytes, locale), languageName].join(`${punctuation.comma} `)})`;
}
