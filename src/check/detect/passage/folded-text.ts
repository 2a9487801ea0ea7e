/** A text in which signs that look alike are one sign, with the way back to the text as it was written. */
export interface FoldedText {
  readonly text: string;
  /** The offset in the written text of an offset in the folded one. */
  readonly writtenOffset: (offset: number) => number;
}

/** Everything that folding could change; a text without any of it stays as it is. */
const FOLDABLE =
  /[\u00a0\u00ad\u02bc\u0300-\u036f\u0483-\u0487\u0600-\u0dff\u0e50-\u0e59\u1040-\u1049\u1680\u17e0-\u17e9\u180e\u2000-\u206f\u20e3\u2212\u3000\ufe00-\ufe0f\ufe58\ufe63\ufeff\uff01-\uff5e]/;
/** Unseen signs, and those that make an emoji of a digit. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u20e3\ufe00-\ufe0f\ufeff]/;
const SPACE = /[\u00a0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const DASH = /[\u2010-\u2015\u2212\ufe58\ufe63]/;
const APOSTROPHE = /[\u02bc\u2018\u2019\u2032]/;
const MARK = /\p{M}/u;
/** The zero of each script whose digits people type. */
const ZEROS = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0x1040, 0x17e0, 0xff10,
];

function foldSign(sign: string): string {
  if (UNSEEN.test(sign)) return '';
  if (SPACE.test(sign)) return ' ';
  if (DASH.test(sign)) return '-';
  if (APOSTROPHE.test(sign)) return "'";
  if (sign === '\u2033') return '"';
  const code = sign.codePointAt(0) ?? 0;
  const zero = ZEROS.find((candidate) => code >= candidate && code <= candidate + 9);
  if (zero !== undefined) return String(code - zero);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCodePoint(code - 0xfee0) : sign;
}

/** How many bytes of UTF-8 begin with this one. */
function sequenceLength(firstByte: number): number {
  if (firstByte < 0x80) return 1;
  if (firstByte >> 5 === 0b110) return 2;
  return firstByte >> 4 === 0b1110 ? 3 : 4;
}

/** What `%40` or `%D0%B0` at a place of a web address stands for. */
function decodedAt(text: string, offset: number): { readonly sign: string; readonly length: number } | undefined {
  const firstByte = Number.parseInt(text.slice(offset + 1, offset + 3), 16);
  if (Number.isNaN(firstByte)) return undefined;
  const length = 3 * sequenceLength(firstByte);
  try {
    return { sign: decodeURIComponent(text.slice(offset, offset + length)), length };
  } catch {
    return undefined;
  }
}

/** The sign at an offset with the marks that belong to it, as one sign where there is such a one. */
function clusterAt(text: string, offset: number): { readonly sign: string; readonly length: number } {
  const first = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  let end = offset + first.length;
  // No language stacks more marks than this; any further marks become signs of their own.
  while (end < text.length && end - offset < 8 && MARK.test(text.charAt(end)) && !UNSEEN.test(text.charAt(end)))
    end += 1;
  return end === offset + first.length
    ? { sign: first, length: first.length }
    : { sign: text.slice(offset, end).normalize('NFC'), length: end - offset };
}

/**
 * Makes look-alike signs one: spaces, dashes, apostrophes, digits of every script, letters with separate accents.
 * Unseen signs go. In a web address, what is written as `%40` is read as what it stands for.
 */
export function foldText(written: string, webAddress = false): FoldedText {
  const encoded = webAddress && written.includes('%');
  if (!encoded && !FOLDABLE.test(written)) return { text: written, writtenOffset: (offset) => offset };
  const parts: string[] = [];
  const offsets: number[] = [];
  for (let offset = 0; offset < written.length;) {
    const decoded = encoded && written.charAt(offset) === '%' ? decodedAt(written, offset) : undefined;
    const { sign, length } = decoded ?? clusterAt(written, offset);
    const folded = foldSign(sign);
    parts.push(folded);
    for (let unit = 0; unit < folded.length; unit += 1) offsets.push(offset);
    offset += length;
  }
  return { text: parts.join(''), writtenOffset: (offset) => offsets[offset] ?? written.length };
}
