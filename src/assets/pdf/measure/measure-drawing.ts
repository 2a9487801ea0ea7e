import { PDFArray, PDFDict, PDFName, PDFRawStream, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';
import { Allowance, BeyondBounds, BOUNDS } from './bounds.js';
import { MAX_PAGES } from '../read/read-pages.js';
import { dictOf, nameIn, partsOf, reachableFrom, valueOf } from './pdf-objects.js';
import { unpacked } from './unpack.js';

/** What drawing a stream costs, including everything that it draws in turn. */
interface Cost {
  readonly bytes: number;
  readonly texts: number;
}

const NOTHING: Cost = { bytes: 0, texts: 0 };

function sum(one: Cost, other: Cost, times = 1): Cost {
  return { bytes: one.bytes + times * other.bytes, texts: one.texts + times * other.texts };
}

/** The operator that draws something by its name; comments may stand in between. */
const DRAWING = /\/([^\s()<>[\]{}/%]+)(?:\s|%[^\r\n]*[\r\n])*Do\b/g;
const HEX_IN_NAME = /#([\dA-F]{2})/gi;

/** Counts how often a stream draws each name. */
function drawnIn(content: Buffer): ReadonlyMap<string, number> {
  const drawn = new Map<string, number>();
  if (!content.includes('Do')) return drawn;
  for (const [, written = ''] of content.toString('latin1').matchAll(DRAWING)) {
    const name = written.replace(HEX_IN_NAME, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
    drawn.set(name, (drawn.get(name) ?? 0) + 1);
  }
  return drawn;
}

/** A text counts once more for each time it is this many bytes longer. */
const BYTES_OF_TEXT = 8;

/** Counts texts, which stand between `(` and `)` or `<` and `>`. */
function textsIn(bytes: Uint8Array): number {
  let begun = 0;
  let inside = 0;
  let isInside = false;
  for (const byte of bytes) {
    if (byte === 0x28 || byte === 0x3c) {
      begun += 1;
      isInside = true;
    } else if (byte === 0x29 || byte === 0x3e) isInside = false;
    else if (isInside) inside += 1;
  }
  return begun + inside / BYTES_OF_TEXT;
}

/** What a stream itself costs and draws. */
interface Own {
  readonly cost: Cost;
  readonly drawn: ReadonlyMap<string, number>;
}

function ownOf(stream: PDFRawStream): Own {
  const bytes = unpacked(stream, BOUNDS.streamBytes);
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return { cost: { bytes: bytes.length, texts: textsIn(bytes) }, drawn: drawnIn(content) };
}

/** Calculates what drawing costs, without drawing. */
class Reckoner {
  readonly #own = new Map<PDFRawStream, Own>();
  /** By the stream, and by the dictionary that defines its names. */
  readonly #known = new Map<PDFRawStream, Map<PDFDict | undefined, Cost>>();

  readonly #context: PDFContext;

  constructor(context: PDFContext) {
    this.#context = context;
  }

  costOf(stream: PDFRawStream, inherited: PDFDict | undefined, depth = 0): Cost {
    if (depth > BOUNDS.drawingDepth) throw new BeyondBounds('too-often-drawn');
    const resources = this.resourcesOf(stream.dict) ?? inherited;
    const known = this.#known.get(stream)?.get(resources);
    if (known !== undefined) return known;
    const own = this.#own.get(stream) ?? ownOf(stream);
    this.#own.set(stream, own);
    let cost = own.cost;
    for (const [name, times] of own.drawn) {
      const form = this.#formNamed(name, resources);
      if (form !== undefined) cost = sum(cost, this.costOf(form, resources, depth + 1), times);
      refuse(cost);
    }
    this.#known.set(stream, (this.#known.get(stream) ?? new Map<PDFDict | undefined, Cost>()).set(resources, cost));
    return cost;
  }

  /** Returns the cost of a page's content, which may consist of several streams. */
  costOfPage(page: PDFDict, inherited: PDFDict | undefined): Cost {
    const contents = valueOf(page, 'Contents');
    const parts = contents instanceof PDFArray ? contents.asArray() : [contents];
    const resources = this.resourcesOf(page) ?? inherited;
    return parts.reduce<Cost>((cost, part) => {
      const stream = this.#context.lookup(part);
      return stream instanceof PDFRawStream ? sum(cost, this.costOf(stream, resources)) : cost;
    }, NOTHING);
  }

  resourcesOf(dict: PDFDict): PDFDict | undefined {
    return dictOf(valueOf(dict, 'Resources'));
  }

  #formNamed(name: string, resources: PDFDict | undefined): PDFRawStream | undefined {
    const forms = resources === undefined ? undefined : dictOf(valueOf(resources, 'XObject'));
    const form = forms === undefined ? undefined : this.#context.lookup(forms.get(PDFName.of(name)));
    return form instanceof PDFRawStream && nameIn(form.dict, 'Subtype') !== 'Image' ? form : undefined;
  }
}

function refuse({ bytes, texts }: Cost): void {
  if (bytes > BOUNDS.drawnBytes || texts > BOUNDS.drawnTexts) throw new BeyondBounds('too-often-drawn');
}

/** A page, and the dictionary that it inherits from the tree. */
interface Leaf {
  readonly page: PDFDict;
  readonly inherited: PDFDict | undefined;
}

/** Yields the pages to read, in their order, as often as the tree names them. */
function* pagesOf(context: PDFContext, reckoner: Reckoner): Iterable<Leaf> {
  const root = dictOf(context.lookup(context.trailerInfo.Root));
  const first = root === undefined ? undefined : valueOf(root, 'Pages');
  const waiting: { readonly node: PDFObject | undefined; readonly inherited: PDFDict | undefined }[] = [
    { node: first, inherited: undefined },
  ];
  let branches = 0;
  let pages = 0;
  for (let next = waiting.pop(); next !== undefined && pages < MAX_PAGES; next = waiting.pop()) {
    const node = dictOf(context.lookup(next.node));
    if (node === undefined) continue;
    const kids = valueOf(node, 'Kids');
    const inherited = reckoner.resourcesOf(node) ?? next.inherited;
    if (!(kids instanceof PDFArray)) {
      pages += 1;
      yield { page: node, inherited };
      continue;
    }
    branches += 1;
    if (branches > BOUNDS.branches) throw new BeyondBounds('too-many-parts');
    // The last one pushed is taken first; no more are pushed than are read.
    for (const kid of kids.asArray().slice(0, BOUNDS.branches).reverse()) waiting.push({ node: kid, inherited });
  }
}

/** A sign of a font, and the font's dictionary. */
interface DrawnSign {
  readonly sign: PDFRawStream;
  readonly inherited: PDFDict | undefined;
}

/** Yields the signs of fonts that are drawings, because a text reader runs each of them. */
function* drawnSignsOf(context: PDFContext): Iterable<DrawnSign> {
  for (const object of reachableFrom(context.trailerInfo.Root, context)) {
    const signs = object instanceof PDFDict ? dictOf(valueOf(object, 'CharProcs')) : undefined;
    if (signs === undefined || !(object instanceof PDFDict)) continue;
    for (const part of partsOf(signs)) {
      const sign = context.lookup(part);
      if (sign instanceof PDFRawStream) yield { sign, inherited: dictOf(valueOf(object, 'Resources')) };
    }
  }
}

/**
 * Refuses a document whose pages draw more than anybody can read: drawings may draw others, each many times.
 *
 * @throws BeyondBounds when a page draws too much.
 */
export function measureDrawing(context: PDFContext): void {
  const reckoner = new Reckoner(context);
  const bytes = new Allowance(BOUNDS.drawnBytes, 'too-often-drawn');
  const texts = new Allowance(BOUNDS.allDrawnTexts, 'too-often-drawn');
  const add = (cost: Cost) => {
    refuse(cost);
    bytes.take(cost.bytes);
    texts.take(cost.texts);
  };
  for (const { page, inherited } of pagesOf(context, reckoner)) add(reckoner.costOfPage(page, inherited));
  for (const { sign, inherited } of drawnSignsOf(context)) add(reckoner.costOf(sign, inherited));
}
