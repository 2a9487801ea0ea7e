import {
  PDFArray,
  PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
  type PDFObject,
} from '@cantoo/pdf-lib';
import type { DocumentRemoval } from '../../../model/issue/pictures/attached-pdf.js';
import { Allowance, BOUNDS } from '../measure/bounds.js';
import { cleanStream } from './clean-stream.js';
import { dictOf, nameIn, nameMapsOf, valueOf } from '../measure/pdf-objects.js';

/** What a catalogue and a page need for reading; everything else is left out. */
const KEPT_KEYS: Readonly<Record<string, ReadonlySet<string>>> = {
  Catalog: new Set(
    'Type Version Pages PageLabels Names Dests ViewerPreferences PageLayout PageMode Outlines StructTreeRoot MarkInfo Lang OCProperties OutputIntents AcroForm'.split(
      ' ',
    ),
  ),
  Page: new Set(
    'Type Parent Resources MediaBox CropBox BleedBox TrimBox ArtBox Contents Rotate Group Annots StructParents Tabs UserUnit'.split(
      ' ',
    ),
  ),
  Link: new Set('Type Subtype Rect Border BS C H QuadPoints F A Dest StructParent P Contents'.split(' ')),
};

/** Left out everywhere: who made the file, when, where and with what, and what happens automatically. */
const DROPPED_KEYS = new Set(
  'Metadata PieceInfo LastModified Thumb AF AA OpenAction CreationDate ModDate Producer Creator Author CreatorInfo NM ID IDTree M PZ URI SpiderInfo Legal Perms DSS Requirements Extensions OPI Alternates Measure VP Threads XFA SigFlags CO RichMediaSettings'.split(
    ' ',
  ),
);

/** What people add to pages while they work on them. */
const COMMENTS = new Set(
  'Text FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink Popup Redact Watermark TrapNet PrinterMark Projection'.split(
    ' ',
  ),
);

const PUBLIC_ADDRESS = /^(https?:\/\/|mailto:)/i;

/** Copies what a reader of a PDF sees into a new one; only what is reached from its pages is copied. */
class CleanCopy {
  readonly target = PDFContext.create();
  readonly removals = new Set<DocumentRemoval>();
  readonly #copies = new Map<PDFRef, PDFRef>();
  readonly #waiting: PDFRef[] = [];
  readonly #left = new Allowance(BOUNDS.documentBytes, 'too-swollen');

  /** In these dictionaries every key is a name that the file chose. */
  readonly #nameMaps: ReadonlySet<PDFDict>;

  readonly #source: PDFContext;

  constructor(source: PDFContext) {
    this.#source = source;
    this.#nameMaps = nameMapsOf(source);
  }

  run(): void {
    const { Root: root } = this.#source.trailerInfo;
    const copied = root instanceof PDFRef ? this.#copyReference(root) : PDFNull;
    this.target.trailerInfo = { Root: copied };
    // The list grows during the loop.
    for (const ref of this.#waiting) {
      const object = this.#source.lookup(ref);
      const copy = this.#copies.get(ref);
      if (object !== undefined && copy !== undefined) this.target.assign(copy, this.#copy(object));
    }
  }

  #copyReference(ref: PDFRef): PDFObject {
    const known = this.#copies.get(ref);
    if (known !== undefined) return known;
    const object = this.#source.lookup(ref);
    if (object === undefined || object === PDFNull || this.#isLeftOut(object)) return PDFNull;
    const copy = this.target.nextRef();
    this.#copies.set(ref, copy);
    this.#waiting.push(ref);
    return copy;
  }

  #copy(object: PDFObject): PDFObject {
    if (object instanceof PDFRef) return this.#copyReference(object);
    if (this.#isLeftOut(object)) return PDFNull;
    if (object instanceof PDFStream) return this.#copyStream(object);
    if (object instanceof PDFDict) return this.#copyDict(object);
    if (!(object instanceof PDFArray)) return object;
    const copy = PDFArray.withContext(this.target);
    for (const part of object.asArray()) copy.push(this.#copy(part));
    return copy;
  }

  #isLeftOut(object: PDFObject): boolean {
    const dict = dictOf(object);
    if (dict === undefined) return false;
    if (object instanceof PDFStream) {
      return ['Metadata', 'XRef', 'ObjStm'].includes(nameIn(dict, 'Type') ?? '') || nameIn(dict, 'Subtype') === 'XML';
    }
    const isComment = dict.has(PDFName.of('Rect')) && COMMENTS.has(nameIn(dict, 'Subtype') ?? '');
    if (isComment) this.removals.add('comments');
    return isComment;
  }

  #copyStream(stream: PDFStream): PDFObject {
    if (!(stream instanceof PDFRawStream)) return PDFNull;
    const dict = this.#copyDict(stream.dict);
    const { contents, filter } = cleanStream(stream, this.#left);
    if (filter !== undefined) {
      dict.set(PDFName.of('Filter'), PDFName.of(filter));
      dict.delete(PDFName.of('DecodeParms'));
    }
    dict.set(PDFName.of('Length'), this.target.obj(contents.length));
    return PDFRawStream.of(dict, contents);
  }

  #copyDict(dict: PDFDict): PDFDict {
    const copy = PDFDict.withContext(this.target);
    if (this.#nameMaps.has(dict)) {
      for (const [key, value] of dict.entries()) copy.set(key, this.#copy(value));
      return copy;
    }
    const kept = KEPT_KEYS[nameIn(dict, 'Subtype') === 'Link' ? 'Link' : (nameIn(dict, 'Type') ?? '')];
    for (const [key, value] of dict.entries()) {
      const name = key.decodeText();
      if (kept?.has(name) === false || DROPPED_KEYS.has(name) || name.startsWith('PTEX.')) continue;
      const part = this.#copyEntry(name, value);
      if (part !== undefined) copy.set(key, part);
    }
    return copy;
  }

  #copyEntry(name: string, value: PDFObject): PDFObject | undefined {
    const resolved = this.#source.lookup(value);
    if (name === 'Names' && resolved instanceof PDFDict) return this.#namesOf(resolved);
    if (name === 'Annots' && resolved instanceof PDFArray) return this.#annotationsOf(resolved);
    // Elements of the structure have their attributes under the same key, and those name their owner.
    if (name === 'A' && resolved instanceof PDFDict && !resolved.has(PDFName.of('O'))) return this.#actionOf(resolved);
    return this.#copy(value);
  }

  /** Of everything that can have names in a PDF, only destinations are copied. */
  #namesOf(names: PDFDict): PDFObject {
    const copy = PDFDict.withContext(this.target);
    const places = names.get(PDFName.of('Dests'));
    if (places !== undefined) copy.set(PDFName.of('Dests'), this.#copy(places));
    return copy;
  }

  #annotationsOf(annotations: PDFArray): PDFObject {
    const copy = PDFArray.withContext(this.target);
    for (const part of annotations.asArray()) {
      const dict = dictOf(this.#source.lookup(part));
      if (dict === undefined) continue;
      if (['Link', 'Widget'].includes(nameIn(dict, 'Subtype') ?? '')) copy.push(this.#copy(part));
      else this.removals.add('comments');
    }
    return copy;
  }

  /** A click may lead to another place in the file, or to a public address. */
  #actionOf(action: PDFDict): PDFObject | undefined {
    const kind = nameIn(action, 'S');
    const place = action.get(PDFName.of('D'));
    if (kind === 'GoTo' && place !== undefined) {
      return this.target.obj({ S: 'GoTo', D: this.#copy(place) });
    }
    const address = valueOf(action, 'URI');
    const isText = address instanceof PDFString || address instanceof PDFHexString;
    if (kind === 'URI' && isText && PUBLIC_ADDRESS.test(address.decodeText())) {
      return this.target.obj({ S: 'URI', URI: address });
    }
    this.removals.add('links');
    return undefined;
  }
}

/** A copy of a PDF, and what was removed besides metadata. */
export interface CopiedDocument {
  readonly context: PDFContext;
  readonly removals: readonly DocumentRemoval[];
}

/** Copies a PDF without metadata, comments, earlier versions of its pages, and everything that nobody sees. */
export function cleanCopy(source: PDFContext): CopiedDocument {
  const copy = new CleanCopy(source);
  copy.run();
  return { context: copy.target, removals: [...copy.removals].sort() };
}
