import type { PreparedDocument } from '../../model/document.js';
import type { Item } from '../../model/issue.js';

const KILOBYTE = 1024;

/** The address of an item's attached file beside the page: readable, and another one for other content. */
export function attachmentAddress(item: Item, { sha256 }: PreparedDocument): string {
  return `files/${item.id}-${sha256.slice(0, 12)}.pdf`;
}

/** What stands on the link: the file's name, its kind, and how much is to be loaded. */
export function attachmentWords(name: string, { bytes }: PreparedDocument, locale: string): string {
  const megabytes = bytes / KILOBYTE / KILOBYTE;
  const size =
    megabytes >= 1
      ? `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(megabytes)} MB`
      : `${String(Math.ceil(bytes / KILOBYTE))} KB`;
  return `${name.split('/').at(-1) ?? name} (PDF, ${size})`;
}
