import {
  PDFArray,
  PDFInvalidObject,
  PDFName,
  PDFNumber,
  PDFObjectParser,
  PDFParser,
  PDFRawStream,
  PDFRef,
  type PDFContext,
  type PDFDict,
  type PDFObject,
  type PDFStream,
} from '@cantoo/pdf-lib';
import { Allowance, BeyondBounds, BOUNDS } from './bounds.js';
import { nameIn, valueOf } from './pdf-objects.js';
import { unpacked } from './unpack.js';

const FIRST_PRINTABLE = 0x21;

/** Counts the words of a text, because each may become an object. */
function partsIn(bytes: Uint8Array): number {
  let parts = 0;
  let between = true;
  for (const byte of bytes) {
    const isSpace = byte < FIRST_PRINTABLE;
    // `(`, `/`, `<` and `[` begin a part even without a space before them.
    if ((between && !isSpace) || byte === 0x28 || byte === 0x2f || byte === 0x3c || byte === 0x5b) parts += 1;
    between = isSpace;
  }
  return parts;
}

/** Where an object stands among packed ones. */
interface Packed {
  readonly ref: PDFRef;
  readonly start: number;
}

function directoryOf(bytes: Uint8Array, dict: PDFDict): readonly Packed[] {
  const first = valueOf(dict, 'First');
  const count = valueOf(dict, 'N');
  if (!(first instanceof PDFNumber) || !(count instanceof PDFNumber)) return [];
  const words = Buffer.from(bytes.subarray(0, first.asNumber())).toString('latin1').trim().split(/\s+/);
  const numbers = words.slice(0, 2 * count.asNumber()).map(Number);
  return numbers.flatMap((offset, index) => {
    const number = numbers[index - 1];
    const isPair = index % 2 === 1 && number !== undefined;
    return isPair ? [{ ref: PDFRef.of(number), start: first.asNumber() + offset }] : [];
  });
}

function objectIn(bytes: Uint8Array, context: PDFContext): PDFObject {
  try {
    return PDFObjectParser.forBytes(bytes, context).parseObject();
  } catch {
    return PDFInvalidObject.of(bytes);
  }
}

/** Reads packed objects, each up to the beginning of the next one, so that no byte is read twice. */
function addPackedObjects(bytes: Uint8Array, dict: PDFDict): void {
  const directory = directoryOf(bytes, dict);
  const starts = [...new Set(directory.map(({ start }) => start)), bytes.length].sort((a, b) => a - b);
  if (starts.length !== directory.length + 1) throw new Error('Two packed objects stand in the same place.');
  const ends = new Map(starts.map((start, index) => [start, starts[index + 1]]));
  for (const { ref, start } of directory) {
    dict.context.assign(ref, objectIn(bytes.subarray(start, ends.get(start)), dict.context));
  }
}

/** The package's parser, protected from anything that swells. */
class BoundedParser extends PDFParser {
  #beyond: BeyondBounds | undefined;
  #lostEnds = 0;
  readonly #objectBytes = new Allowance(BOUNDS.objectBytes, 'too-swollen');
  readonly #objectParts = new Allowance(BOUNDS.objectParts, 'too-many-parts');
  readonly #file: Uint8Array;

  constructor(file: Uint8Array) {
    super(file, Infinity);
    this.#file = file;
  }

  async parse(): Promise<PDFContext> {
    const context = await this.parseDocument();
    if (this.#beyond !== undefined) throw this.#beyond;
    return context;
  }

  protected override parseDictOrStream(ref?: PDFRef): PDFDict | PDFStream {
    const object = super.parseDictOrStream(ref);
    if (!(object instanceof PDFRawStream)) return object;
    const type = nameIn(object.dict, 'Type');
    if (type === 'ObjStm')
      this.#bounded(() => {
        this.#readPacked(object);
      });
    if (type === 'ObjStm' || type === 'XRef') return emptied(object);
    return object;
  }

  protected override findEndOfStreamFallback(start: Parameters<PDFObjectParser['findEndOfStreamFallback']>[0]): number {
    try {
      return super.findEndOfStreamFallback(start);
    } catch (error) {
      this.#lostEnds += 1;
      if (this.#lostEnds <= BOUNDS.lostEnds) throw error;
      this.#stop(new BeyondBounds('too-many-parts'));
      return this.#file.length;
    }
  }

  #readPacked(stream: PDFRawStream): void {
    const bytes = unpacked(stream, BOUNDS.objectBytes, (length) => {
      this.#objectBytes.take(length);
    });
    this.#objectParts.take(partsIn(bytes));
    addPackedObjects(bytes, stream.dict);
  }

  #bounded(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (error instanceof BeyondBounds) this.#stop(error);
      else throw error;
    }
  }

  /** The package continues after an error in any object, and stops only at the end of the file. */
  #stop(beyond: BeyondBounds): void {
    this.#beyond ??= beyond;
    this.bytes.moveTo(this.#file.length);
  }
}

/**
 * The package finds nothing to do in an empty stream; otherwise it would unpack without a limit and trust the numbers
 * in it.
 */
function emptied({ dict }: PDFRawStream): PDFRawStream {
  for (const key of ['Filter', 'DecodeParms']) dict.delete(PDFName.of(key));
  dict.set(PDFName.of('N'), PDFNumber.of(0));
  dict.set(PDFName.of('Index'), PDFArray.withContext(dict.context));
  return PDFRawStream.of(dict, new Uint8Array());
}

/** For each object that does not end, the package reads the rest of the file. */
function refuseLostObjects(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const rest = file.toString('latin1', file.lastIndexOf('endobj') + 'endobj'.length);
  const lost = rest.match(/\bobj\b/g)?.length ?? 0;
  if (lost > BOUNDS.lostObjects) throw new BeyondBounds('too-many-parts');
}

/**
 * Parses the objects of a PDF.
 *
 * @throws BeyondBounds when it swells.
 * @throws Error of the package when it is damaged.
 */
export async function parseBounded(bytes: Uint8Array): Promise<PDFContext> {
  refuseLostObjects(bytes);
  return new BoundedParser(bytes).parse();
}
