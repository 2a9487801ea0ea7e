import type { IncomingMessage } from 'node:http';

/** The fields of a form; if a name comes twice, the first one counts. */
export type Form = ReadonlyMap<string, string>;

/** What a request brought as its body, with the type that it declared for it. */
export interface RequestBody {
  readonly text: string;
  /** The Content-Type field as it came; absent where there is none. */
  readonly contentType: string | undefined;
}

type BodyReading =
  | { readonly kind: 'body'; readonly body: RequestBody }
  | { readonly kind: 'too-large' }
  /** Broken off. */
  | { readonly kind: 'unreadable' };

/** What a request brought as its form. */
type FormReading =
  | { readonly kind: 'form'; readonly form: Form }
  | { readonly kind: 'too-large' }
  /** Not a form, or broken off. */
  | { readonly kind: 'unreadable' };

const MAX_BODY_BYTES = 16 * 1024;
const MAX_FIELDS = 20;

/** Reads a body of at most 16 KB, whatever its type. */
export async function readBody(incoming: IncomingMessage): Promise<BodyReading> {
  const declared = Number(incoming.headers['content-length'] ?? 0);
  if (declared > MAX_BODY_BYTES) return { kind: 'too-large' };
  const bytes = await collectBytes(incoming);
  if (typeof bytes === 'string') return { kind: bytes };
  return { kind: 'body', body: { text: bytes.toString('utf8'), contentType: incoming.headers['content-type'] } };
}

function collectBytes(incoming: IncomingMessage): Promise<Buffer | 'too-large' | 'unreadable'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    incoming.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= MAX_BODY_BYTES) chunks.push(chunk);
      else resolve('too-large');
    });
    incoming.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    incoming.on('error', () => {
      resolve('unreadable');
    });
    incoming.on('close', () => {
      resolve('unreadable');
    });
  });
}

/** Reads a form of at most 16 KB. */
export async function readForm(incoming: IncomingMessage): Promise<FormReading> {
  const reading = await readBody(incoming);
  if (reading.kind !== 'body') return reading;
  const form = parseForm(reading.body);
  return form === undefined ? { kind: 'unreadable' } : { kind: 'form', form };
}

/** The form that a body is, urlencoded or multipart; `undefined` where it says that it is something else. */
export function parseForm({ text, contentType = 'application/x-www-form-urlencoded' }: RequestBody): Form | undefined {
  const type = contentType.split(';')[0]?.trim().toLowerCase();
  if (type === 'application/x-www-form-urlencoded') return firstOfEach(new URLSearchParams(text));
  if (type !== 'multipart/form-data') return undefined;
  const boundary = boundaryOf(contentType);
  return boundary === undefined ? undefined : firstOfEach(multipartFields(text, boundary));
}

/** The boundary of a multipart type (RFC 2046 §5.1.1), bare or quoted. */
export function boundaryOf(contentType: string): string | undefined {
  const match = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType);
  return match?.[1] ?? match?.[2];
}

/** The text fields of a multipart form (RFC 7578 §4); files are passed over. */
export function multipartFields(text: string, boundary: string): readonly (readonly [name: string, value: string])[] {
  const parts = `\r\n${text}`.split(`\r\n--${boundary}`).slice(1);
  return parts.flatMap((part) => {
    const end = part.indexOf('\r\n\r\n');
    if (part.startsWith('--') || end < 0) return [];
    const disposition = /^content-disposition:\s*form-data\s*;(.*)$/im.exec(part.slice(0, end))?.[1] ?? '';
    const name = /(?:^|[;\s])name="?([^";]*)"?/i.exec(disposition)?.[1];
    return name === undefined || /filename/i.test(disposition) ? [] : [[name, part.slice(end + 4)] as const];
  });
}

function firstOfEach(fields: Iterable<readonly [string, string]>): Form | undefined {
  const form = new Map<string, string>();
  for (const [name, value] of fields) {
    if (!form.has(name)) form.set(name, value);
    if (form.size > MAX_FIELDS) return undefined;
  }
  return form;
}
