/** The markers of a JPEG that are followed by a length. */
const START_OF_SCAN = 0xda;
const COMMENT = 0xfe;
const APPLICATION_FIRST = 0xe0;
const APPLICATION_LAST = 0xef;
/** It says how the colours are encoded; without it CMYK pictures come out wrong. */
const ADOBE = 0xee;

/**
 * Returns a JPEG without its comments and the application segments: EXIF with the place where it was taken, thumbnails,
 * XMP, IPTC. Returns `undefined` for bytes that are not a JPEG.
 */
export function jpegWithoutMetadata(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let offset = 2;
  for (;;) {
    // Any number of fill bytes may come before a marker.
    while (bytes[offset] === 0xff && bytes[offset + 1] === 0xff) offset += 1;
    const marker = bytes[offset + 1];
    const high = bytes[offset + 2];
    const low = bytes[offset + 3];
    if (bytes[offset] !== 0xff || marker === undefined || high === undefined || low === undefined) return undefined;
    if (marker === START_OF_SCAN) break;
    const end = offset + 2 + high * 256 + low;
    const ofApplication = marker >= APPLICATION_FIRST && marker <= APPLICATION_LAST && marker !== ADOBE;
    if (!ofApplication && marker !== COMMENT) kept.push(bytes.subarray(offset, end));
    offset = end;
  }
  kept.push(upToEndOfImage(bytes.subarray(offset)));
  return Buffer.concat(kept);
}

/** What follows the end of the picture, a second picture or a note, is not part of it. */
function upToEndOfImage(scans: Uint8Array): Uint8Array {
  const end = Buffer.from(scans.buffer, scans.byteOffset, scans.length).indexOf(Buffer.from([0xff, 0xd9]));
  return end === -1 ? scans : scans.subarray(0, end + 2);
}

const KEPT_BOXES = new Set(['jP  ', 'ftyp', 'jp2h', 'jp2c']);

/** Returns a JPEG 2000 picture without the boxes that describe it. A bare code stream has none. */
export function jpeg2000WithoutMetadata(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0x4f) return bytes;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (buffer.toString('latin1', 4, 8) !== 'jP  ') return undefined;
  const kept: Uint8Array[] = [];
  for (let offset = 0; offset + 8 <= buffer.length;) {
    const written = buffer.readUInt32BE(offset);
    // 1 means that the length is a longer number after the name; no picture of 5 MB needs it.
    if (written === 1 || (written !== 0 && written < 8)) return undefined;
    const end = written === 0 ? buffer.length : offset + written;
    if (KEPT_BOXES.has(buffer.toString('latin1', offset + 4, offset + 8))) kept.push(buffer.subarray(offset, end));
    offset = end;
  }
  return Buffer.concat(kept);
}

/** The size that a picture states, in pixels. */
export interface Dimensions {
  readonly width: number;
  readonly height: number;
}

/** All markers from here to 0xcf, except these three, give the size of a JPEG. */
const FRAME_FIRST = 0xc0;
const FRAME_LAST = 0xcf;
const NO_FRAMES: ReadonlySet<number> = new Set([0xc4, 0xc8, 0xcc]);

function dimensionsOfJpeg(bytes: Buffer): Dimensions {
  let largest = { width: 0, height: 0 };
  for (let offset = 2; offset + 9 <= bytes.length && bytes[offset] === 0xff;) {
    const marker = bytes[offset + 1] ?? 0;
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    if (marker === START_OF_SCAN) break;
    const frame = { width: bytes.readUInt16BE(offset + 7), height: bytes.readUInt16BE(offset + 5) };
    const isFrame = marker >= FRAME_FIRST && marker <= FRAME_LAST && !NO_FRAMES.has(marker);
    if (isFrame && frame.width * frame.height > largest.width * largest.height) largest = frame;
    offset += 2 + bytes.readUInt16BE(offset + 2);
  }
  return largest;
}

/** The code stream of a JPEG 2000 picture begins with these bytes; its size follows. */
const START_OF_CODES = Buffer.from([0xff, 0x4f, 0xff, 0x51]);

/** Returns the size at which a JPEG or JPEG 2000 picture is painted; zero for others. */
export function dimensionsIn(content: Uint8Array): Dimensions {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.length);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return dimensionsOfJpeg(bytes);
  const start = bytes.indexOf(START_OF_CODES);
  if (start === -1 || start + 16 > bytes.length) return { width: 0, height: 0 };
  return { width: bytes.readUInt32BE(start + 8), height: bytes.readUInt32BE(start + 12) };
}
