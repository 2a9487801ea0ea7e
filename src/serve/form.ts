import type { IncomingMessage } from 'node:http';

/** The fields of a form; of a name that comes twice, the first. */
export type Form = ReadonlyMap<string, string>;

/** What a request brought as its body. */
export type FormReading =
  | { readonly kind: 'form'; readonly form: Form }
  | { readonly kind: 'too-large' }
  /** Not a form, or broken off. */
  | { readonly kind: 'unreadable' };

const BODY_LIMIT = 16 * 1024;
const FIELD_LIMIT = 20;

/** Reads a form of at most 16 KB, urlencoded or multipart (RFC 8058 §3.2 allows both). */
export async function readForm(incoming: IncomingMessage): Promise<FormReading> {
  const declared = Number(incoming.headers['content-length'] ?? 0);
  if (declared > BODY_LIMIT) return { kind: 'too-large' };
  const body = await readBody(incoming);
  if (typeof body === 'string') return { kind: body };
  const type = incoming.headers['content-type'] ?? 'application/x-www-form-urlencoded';
  const form = parseForm(body.toString('utf8'), type);
  return form === undefined ? { kind: 'unreadable' } : { kind: 'form', form };
}

function readBody(incoming: IncomingMessage): Promise<Buffer | 'too-large' | 'unreadable'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    incoming.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= BODY_LIMIT) chunks.push(chunk);
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

function parseForm(body: string, contentType: string): Form | undefined {
  const type = contentType.split(';')[0]?.trim().toLowerCase();
  if (type === 'application/x-www-form-urlencoded') return firstOfEach(new URLSearchParams(body));
  if (type !== 'multipart/form-data') return undefined;
  const match = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType);
  const boundary = match?.[1] ?? match?.[2];
  return boundary === undefined ? undefined : firstOfEach(multipartFields(body, boundary));
}

/** The text fields of a multipart form (RFC 7578 §4); files are passed over. */
function multipartFields(body: string, boundary: string): readonly (readonly [string, string])[] {
  const parts = `\r\n${body}`.split(`\r\n--${boundary}`).slice(1);
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
    if (form.size > FIELD_LIMIT) return undefined;
  }
  return form;
}
