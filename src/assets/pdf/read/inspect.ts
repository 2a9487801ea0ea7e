import { PDFInvalidObject, PDFName, PDFStream, type PDFContext, type PDFDict, type PDFObject } from '@cantoo/pdf-lib';
import type { DocumentRefusal } from '../../../model/issue/pictures/attached-pdf.js';
import { dictOf, nameIn, nameMapsOf, reachableFrom } from '../measure/pdf-objects.js';

/** What a PDF may do when somebody opens it or clicks in it, and must not do. */
const ACTIONS: Readonly<Record<string, DocumentRefusal>> = {
  JavaScript: 'scripts',
  Launch: 'programs',
  SubmitForm: 'submitting-form',
  ImportData: 'submitting-form',
  Rendition: 'media',
  Movie: 'media',
  Sound: 'media',
  RichMediaExecute: 'media',
  GoTo3DView: 'media',
  GoToE: 'embedded-files',
};

const ANNOTATIONS: Readonly<Record<string, DocumentRefusal>> = {
  RichMedia: 'media',
  Screen: 'media',
  Movie: 'media',
  Sound: 'media',
  '3D': 'media',
  FileAttachment: 'embedded-files',
};

const TYPES: Readonly<Record<string, DocumentRefusal>> = {
  EmbeddedFile: 'embedded-files',
  Sig: 'signed',
  DocTimeStamp: 'signed',
};

const KEYS: Readonly<Record<string, DocumentRefusal>> = {
  JS: 'scripts',
  JavaScript: 'scripts',
  EF: 'embedded-files',
  EmbeddedFiles: 'embedded-files',
  Collection: 'embedded-files',
  XFA: 'submitting-form',
  RichMediaContent: 'media',
};

/** In a structure tree `/S` names what an element is, not what it does. */
function isStructure(dict: PDFDict): boolean {
  return nameIn(dict, 'Type') === 'StructElem' || dict.has(PDFName.of('K'));
}

function dangersOf(object: PDFObject, nameMaps: ReadonlySet<PDFDict>): readonly (DocumentRefusal | undefined)[] {
  if (object instanceof PDFInvalidObject) return ['damaged'];
  const dict = dictOf(object);
  if (dict === undefined || nameMaps.has(dict)) return [];
  return [
    isStructure(dict) ? undefined : ACTIONS[nameIn(dict, 'S') ?? ''],
    dict.has(PDFName.of('Rect')) ? ANNOTATIONS[nameIn(dict, 'Subtype') ?? ''] : undefined,
    TYPES[nameIn(dict, 'Type') ?? ''],
    // A stream whose content is in another file.
    object instanceof PDFStream && dict.has(PDFName.of('F')) ? 'embedded-files' : undefined,
    ...dict.keys().map((key) => KEYS[key.decodeText()]),
  ];
}

/** The order in which reasons are checked; the first that applies is reported. */
const ORDER: readonly DocumentRefusal[] = [
  'scripts',
  'programs',
  'embedded-files',
  'submitting-form',
  'media',
  'signed',
  'damaged',
];

/**
 * Says why a PDF must not be published, or returns `undefined`. Everything that a PDF reader can reach is inspected.
 */
export function dangerIn(context: PDFContext): DocumentRefusal | undefined {
  if (context.trailerInfo.Encrypt !== undefined) return 'encrypted';
  const root = context.lookup(context.trailerInfo.Root);
  if (dictOf(root) === undefined) return 'damaged';
  const nameMaps = nameMapsOf(context);
  const found = new Set<DocumentRefusal | undefined>();
  for (const object of reachableFrom(root, context)) {
    for (const danger of dangersOf(object, nameMaps)) found.add(danger);
  }
  return ORDER.find((danger) => found.has(danger));
}
