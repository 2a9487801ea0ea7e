import { crc32, deflateSync } from 'node:zlib';
import { halves, picture } from './picture-fixture.js';

/** What is planted into pictures; none of it may come out again. */
export const PLANTED = [
  'PLANTED-ARTIST',
  'PLANTED-SERIAL-0815',
  'PLANTED-MAKER-NOTE',
  'PLANTED-THUMBNAIL',
  'PLANTED-XMP',
  'PLANTED-IPTC',
  'PLANTED-COMMENT',
  'PLANTED-BEHIND-THE-END',
  'PLANTED-TEXT',
  // The position, as the bytes of its fractions.
  'GPS1GPS2GPS3',
] as const;

interface ExifEntry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  readonly value: Buffer | number;
}

const ascii = (tag: number, text: string): ExifEntry => {
  const value = Buffer.from(`${text}\0`);
  return { tag, type: 2, count: value.length, value };
};
const long = (tag: number, value: number): ExifEntry => ({ tag, type: 4, count: 1, value });

/** A directory of EXIF at an offset, with its longer values behind it. */
function directory(entries: readonly ExifEntry[], offset: number, next = 0): Buffer {
  const head = Buffer.alloc(2 + entries.length * 12 + 4);
  head.writeUInt16LE(entries.length, 0);
  const values: Buffer[] = [];
  let free = offset + head.length;
  entries.forEach(({ tag, type, count, value }, index) => {
    const at = 2 + index * 12;
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(type, at + 2);
    head.writeUInt32LE(count, at + 4);
    if (typeof value === 'number') head.writeUInt32LE(value, at + 8);
    else if (value.length <= 4) value.copy(head, at + 8);
    else {
      head.writeUInt32LE(free, at + 8);
      values.push(value);
      free += value.length;
    }
  });
  head.writeUInt32LE(next, head.length - 4);
  return Buffer.concat([head, ...values]);
}

const room = (part: Buffer, size: number) => Buffer.concat([part], size);

/** EXIF as a camera writes it: who, with which camera, where, and a small picture. */
export async function exif(): Promise<Buffer> {
  const thumbnail = withSegments(await picture('jpeg', 16, 8), [segment(0xfe, 'PLANTED-THUMBNAIL')]);
  const [camera, position, small, smallPicture] = [200, 400, 600, 700];
  const root = directory(
    [ascii(0x010f, 'Maker'), ascii(0x013b, 'PLANTED-ARTIST'), long(0x8769, camera), long(0x8825, position)],
    8,
    small,
  );
  const parts = [Buffer.from('II*\0\x08\0\0\0', 'latin1'), root];
  return Buffer.concat([
    room(Buffer.concat(parts), camera),
    room(
      directory([ascii(0x927c, 'PLANTED-MAKER-NOTE'), ascii(0xa431, 'PLANTED-SERIAL-0815')], camera),
      position - camera,
    ),
    room(
      directory(
        [
          ascii(1, 'N'),
          { tag: 2, type: 5, count: 3, value: Buffer.from('GPS1GPS2GPS3GPS4GPS5GPS6') },
          ascii(3, 'E'),
          { tag: 4, type: 5, count: 3, value: Buffer.from('GPS1GPS2GPS3GPS4GPS5GPS6') },
        ],
        position,
      ),
      small - position,
    ),
    room(directory([long(0x0201, smallPicture), long(0x0202, thumbnail.length)], small), smallPicture - small),
    thumbnail,
  ]);
}

const XMP = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>PLANTED-XMP</rdf:RDF></x:xmpmeta>';

function segment(marker: number, content: string | Buffer): Buffer {
  const body = Buffer.from(content);
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

function withSegments(jpeg: Buffer, segments: readonly Buffer[]): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
}

/** A photo into which everything was planted that JPEG has a place for. */
export async function photoWithTraces(width = 640, height = 320): Promise<Buffer> {
  const iptc = Buffer.from('\x1c\x02\x78\0\x0cPLANTED-IPTC', 'latin1');
  const resource = Buffer.concat([
    Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0', 'latin1'),
    Buffer.from([iptc.length]),
    iptc,
  ]);
  return Buffer.concat([
    withSegments(await halves(width, height).jpeg().toBuffer(), [
      segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), await exif()])),
      segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${XMP}`),
      segment(0xed, resource),
      segment(0xe5, 'PLANTED-TEXT'),
      segment(0xfe, 'PLANTED-COMMENT'),
    ]),
    Buffer.from('PLANTED-BEHIND-THE-END'),
  ]);
}

function chunk(type: string, content: string | Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), Buffer.from(content)]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length - 4, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** Puts chunks into a PNG, behind its header. */
export function withChunks(
  png: Buffer,
  chunks: readonly (readonly [type: string, content: string | Buffer])[],
): Buffer {
  const header = 8 + 25;
  return Buffer.concat([
    png.subarray(0, header),
    ...chunks.map(([type, content]) => chunk(type, content)),
    png.subarray(header),
  ]);
}

/** A drawing into which everything was planted that PNG has a place for. */
export async function drawingWithTraces(): Promise<Buffer> {
  const png = await picture('png', 640, 320);
  return Buffer.concat([
    withChunks(png, [
      ['tEXt', 'Comment\0PLANTED-COMMENT'],
      ['zTXt', Buffer.concat([Buffer.from('Author\0\0'), deflateSync('PLANTED-TEXT')])],
      ['iTXt', `XML:com.adobe.xmp\0\0\0\0\0${XMP}`],
      ['eXIf', await exif()],
      ['tIME', Buffer.from([7, 228, 12, 1, 0, 0, 0])],
    ]),
    Buffer.from('PLANTED-BEHIND-THE-END'),
  ]);
}

/** A GIF with a comment. */
export async function gifWithTraces(): Promise<Buffer> {
  const gif = await picture('gif');
  const comment = Buffer.from('PLANTED-COMMENT');
  // Behind the header and the table of colours that it announces.
  const flags = gif[10] ?? 0;
  const start = 13 + ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));
  return Buffer.concat([
    gif.subarray(0, start),
    Buffer.from([0x21, 0xfe, comment.length]),
    comment,
    Buffer.from([0]),
    gif.subarray(start),
  ]);
}

/** A picture of a format into which sharp writes what can be planted there. */
export function pictureWithTraces(format: 'webp' | 'tiff'): Promise<Buffer> {
  return halves(640, 320)
    .toFormat(format)
    .withExif({ IFD0: { Artist: 'PLANTED-ARTIST' }, IFD2: { BodySerialNumber: 'PLANTED-SERIAL-0815' } })
    .withXmp(XMP)
    .toBuffer();
}

/** What of the planted stands in some bytes, in any of the ways in which text is written. */
export function tracesIn(bytes: Buffer): readonly string[] {
  const text = bytes.toString('latin1').toLowerCase();
  // A message is a long line of base64 folded into short ones.
  const unfolded = bytes.toString('latin1').replace(/\\r\\n|[\r\n" ,]+/g, '');
  return PLANTED.filter((planted) => {
    const plain = [planted, planted.split('').join('\0')].map((one) => one.toLowerCase());
    const encoded = [0, 1, 2].map((shift) =>
      Buffer.from(`${'x'.repeat(shift)}${planted}`)
        .toString('base64')
        .slice(shift === 0 ? 0 : 4, -4),
    );
    return plain.some((one) => text.includes(one)) || encoded.some((one) => unfolded.includes(one));
  });
}
