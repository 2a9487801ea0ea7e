import { boundaryOf, multipartFields, type RequestBody } from './form.js';

/** The pair of RFC 8058 §3.1, in lower case: the name is that of a header field, whose case does not count. */
const NAME = 'list-unsubscribe';
const VALUE = 'one-click';

/**
 * Whether a body is a mail program's one-click request (RFC 8058 §3.2). The RFC knows two types, urlencoded and
 * multipart. Mail programs send the same pair as `text/plain`, as JSON or without a type, with a line end or a quotation
 * mark around it, and other fields beside it. Whatever a program says that it sends, the reader has said no: so only
 * the pair counts. A browser's form cannot send it by mistake, since no page of ours has such a field.
 */
export function isOneClick(body: RequestBody): boolean {
  return pairsIn(body).some(([name, value]) => plain(name) === NAME && plain(value) === VALUE);
}

type FormPair = readonly [name: string, value: string];

function pairsIn({ text, contentType = '' }: RequestBody): readonly FormPair[] {
  const boundary = boundaryOf(contentType);
  // Some programs end the lines of a multipart body with LF alone.
  const fields = boundary === undefined ? [] : multipartFields(text.replace(/\r?\n/g, '\r\n'), boundary);
  return fields.length > 0 ? fields : barePairs(text);
}

/** The pairs of a body that is urlencoded, or has one on each line as `text/plain` forms have. */
function barePairs(text: string): readonly FormPair[] {
  const unquoted = text.trim().replace(/^"(.*)"$/s, '$1');
  return [...new URLSearchParams(unquoted.replace(/[\r\n]+/g, '&'))];
}

/** Without the white space, or the mark of the byte order, around it. */
function plain(written: string): string {
  return written.trim().toLowerCase();
}
