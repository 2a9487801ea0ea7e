import { PDFArray, PDFDict, PDFName, PDFStream, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';

/** Returns the text of a name such as `/Page`, without its slash. */
export function nameOf(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFName ? object.decodeText() : undefined;
}

/** Returns a value of a dictionary, and follows a reference. */
export function valueOf(dict: PDFDict, key: string): PDFObject | undefined {
  return dict.context.lookup(dict.get(PDFName.of(key)));
}

/** Returns the name under a key. */
export function nameIn(dict: PDFDict, key: string): string | undefined {
  return nameOf(valueOf(dict, key));
}

/** Returns the dictionary of an object that has one. */
export function dictOf(object: PDFObject | undefined): PDFDict | undefined {
  if (object instanceof PDFStream) return object.dict;
  return object instanceof PDFDict ? object : undefined;
}

/** Returns what an object holds directly. */
export function partsOf(object: PDFObject): readonly PDFObject[] {
  if (object instanceof PDFArray) return object.asArray();
  return dictOf(object)?.values() ?? [];
}

/** Yields every object that can be reached from another one, each once; references are followed. */
export function* reachableFrom(start: PDFObject | undefined, context: PDFContext): Iterable<PDFObject> {
  const seen = new Set<PDFObject>();
  const waiting = [start];
  while (waiting.length > 0) {
    const object = context.lookup(waiting.pop());
    if (object === undefined || seen.has(object)) continue;
    seen.add(object);
    yield object;
    for (const part of partsOf(object)) waiting.push(part);
  }
}

const HOLDERS_OF_NAMES = ['Resources', 'DR'];

/** Returns the dictionaries in which every key is a name that the file chose, such as that of a font or a picture. */
export function nameMapsOf(context: PDFContext): ReadonlySet<PDFDict> {
  const maps = new Set<PDFDict>();
  for (const object of reachableFrom(context.trailerInfo.Root, context)) {
    const dict = dictOf(object);
    if (dict === undefined) continue;
    for (const holder of HOLDERS_OF_NAMES) {
      for (const value of dictOf(valueOf(dict, holder))?.values() ?? []) {
        const map = context.lookup(value);
        if (map instanceof PDFDict) maps.add(map);
      }
    }
    const glyphs = valueOf(dict, 'CharProcs');
    if (glyphs instanceof PDFDict) maps.add(glyphs);
  }
  return maps;
}
