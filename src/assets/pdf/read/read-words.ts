import { PDFArray, PDFHexString, PDFRef, PDFString, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';
import { compareStrings } from '../../../model/finding.js';
import { dictOf } from '../measure/pdf-objects.js';

/** Keys whose value is text that a reader can find beside the pages. */
const LABELS = new Set(['Title', 'Alt', 'ActualText', 'E', 'T', 'TU', 'V', 'DV', 'Contents', 'Name', 'P', 'Opt']);

const MAX_LABELS = 5_000;
const MAX_CHARACTERS = 2_000;

/** Words of a PDF that are on none of its pages. */
export interface WordsBesidePages {
  readonly labels: readonly string[];
  readonly addresses: readonly string[];
}

/** Gathers bookmarks, descriptions of pictures, values of forms and addresses of links, each once. */
export function wordsBesidePages(context: PDFContext): WordsBesidePages {
  const labels = new Set<string>();
  const addresses = new Set<string>();
  for (const [, object] of context.enumerateIndirectObjects()) {
    collectFrom(object, context, labels, addresses);
  }
  const settled = (words: ReadonlySet<string>) => [...words].sort(compareStrings).slice(0, MAX_LABELS);
  return { labels: settled(labels), addresses: settled(addresses) };
}

/** Returns the text that a reference leads to; other objects are visited by themselves. */
function textAt(reference: PDFRef, context: PDFContext): PDFObject | undefined {
  const object = context.lookup(reference);
  return object instanceof PDFString || object instanceof PDFHexString ? object : undefined;
}

function collectFrom(start: PDFObject, context: PDFContext, labels: Set<string>, addresses: Set<string>): void {
  const waiting = [start];
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    for (const part of object instanceof PDFArray ? object.asArray() : []) waiting.push(part);
    for (const [key, written] of dictOf(object)?.entries() ?? []) {
      // A text may be an object of its own.
      const value = written instanceof PDFRef ? textAt(written, context) : written;
      if (value === undefined) continue;
      if (!(value instanceof PDFString || value instanceof PDFHexString)) {
        waiting.push(value);
        continue;
      }
      const name = key.decodeText();
      const text = value.decodeText().slice(0, MAX_CHARACTERS).trim();
      if (name === 'URI') addresses.add(text);
      else if (text !== '' && LABELS.has(name)) labels.add(text);
    }
  }
}
