/**
 * The relaxed canonical forms of DKIM (RFC 6376 §3.4.2 and §3.4.4): what is signed, so that a mail server that folds a
 * header again or changes blanks does not break the signature.
 */

/** A header field, folded perhaps and without a line end, in its relaxed form, without one too. */
export function relaxedField(field: string): string {
  const colon = field.indexOf(':');
  const value = field
    .slice(colon + 1)
    .replaceAll('\r\n', '')
    .replace(/[ \t]+/g, ' ')
    .replace(/^ | $/g, '');
  return `${field
    .slice(0, colon)
    .replace(/[ \t]+$/, '')
    .toLowerCase()}:${value}`;
}

/** A run of a body that begins and ends where no blanks do, in its relaxed form. */
export function relaxedRun(run: Uint8Array): Uint8Array {
  const text = latin1(run);
  if (!/[ \t](?:[ \t]|\r\n)|\t/.test(text)) return run;
  return Buffer.from(text.replace(/[ \t]+/g, ' ').replaceAll(' \r\n', '\r\n'), 'latin1');
}

/** The end of a body, or a whole one: no blanks at its end, and no empty lines, but one line end. */
export function relaxedEnd(end: Uint8Array): Uint8Array {
  const text = latin1(relaxedRun(end));
  let length = text.endsWith(' ') ? text.length - 1 : text.length;
  while (length >= 2 && text.startsWith('\r\n', length - 2)) length -= 2;
  return Buffer.from(length === 0 ? '' : `${text.slice(0, length)}\r\n`, 'latin1');
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
