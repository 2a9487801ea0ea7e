import { isAscii } from 'node:buffer';

/** A message as it goes through DATA, without the final dot. */
export interface WireData {
  readonly pieces: readonly Uint8Array[];
  /** Octets of the message itself, as SIZE counts them (RFC 1870 §3). */
  readonly size: number;
  /** Whether there are octets beyond ASCII. */
  readonly eightBit: boolean;
  /** What ends the data: the final dot, on a line of its own. */
  readonly end: Uint8Array;
}

const CR = 0x0d;
const LF = 0x0a;
const DOT = 0x2e;
const ONE_DOT = Buffer.from('.');
const END = Buffer.from('.\r\n');
const END_AFTER_TEXT = Buffer.from('\r\n.\r\n');
const NO_DOTS: readonly number[] = [];

/** What there is to know of one piece by itself. */
interface PieceShape {
  /** Where a dot begins a line, other than at the start of the piece. */
  readonly dots: readonly number[];
  /** Whether a CR or LF stands alone, other than at the edges. */
  readonly broken: boolean;
  readonly eightBit: boolean;
}

/** Pieces that many messages share are looked at once. */
const SHARED_LENGTH = 1024;
const shapes = new WeakMap<Uint8Array, PieceShape>();

/**
 * Doubles each dot that begins a line (RFC 5321 §4.5.2), without copying what has none.
 *
 * @returns `undefined` where a line ends with anything but CRLF: servers disagree about where such lines end, and a
 * hidden end of the data could follow.
 */
export function wireData(message: readonly Uint8Array[]): WireData | undefined {
  const pieces: Uint8Array[] = [];
  let [size, eightBit, last] = [0, false, LF];
  for (const piece of message) {
    const first = piece[0];
    if (first === undefined) continue;
    const shape = shapeOf(piece);
    const startsLine = last === LF;
    if (shape.broken || (last === CR) !== (first === LF)) return undefined;
    if (startsLine && first === DOT) pieces.push(ONE_DOT);
    if (shape.dots.length === 0) pieces.push(piece);
    else pieces.push(...stuffed(piece, shape.dots));
    size += piece.byteLength;
    eightBit ||= shape.eightBit;
    last = piece[piece.length - 1] ?? last;
  }
  if (last === CR) return undefined;
  return { pieces, size, eightBit, end: last === LF ? END : END_AFTER_TEXT };
}

function stuffed(piece: Uint8Array, dots: readonly number[]): readonly Uint8Array[] {
  const cuts = [0, ...dots];
  return cuts.flatMap((start, index) => {
    const part = piece.subarray(start, cuts[index + 1] ?? piece.length);
    return index === 0 ? [part] : [ONE_DOT, part];
  });
}

function shapeOf(piece: Uint8Array): PieceShape {
  const known = shapes.get(piece);
  if (known !== undefined) return known;
  const { dots, broken } = lineEnds(piece);
  const shape = { dots, broken, eightBit: !isAscii(piece) };
  if (piece.byteLength >= SHARED_LENGTH) shapes.set(piece, shape);
  return shape;
}

/** One walk over the bytes: to search for each line end would make more calls than there are bytes to look at. */
function lineEnds(piece: Uint8Array): Pick<PieceShape, 'dots' | 'broken'> {
  let dots: number[] | undefined;
  let broken = false;
  let before: number | undefined;
  for (let at = 0; at < piece.length; at += 1) {
    const byte = piece[at];
    if (before !== undefined && (before === CR) !== (byte === LF)) broken = true;
    if (before === LF && byte === DOT) (dots ??= []).push(at);
    before = byte;
  }
  return { dots: dots ?? NO_DOTS, broken };
}
