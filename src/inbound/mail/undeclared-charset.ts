/** How much of a mail is read to guess its charset, in bytes. */
const MAX_SAMPLE_BYTES = 64 * 1024;
/** Declarations that say nothing when the bytes do not match them. */
const TEXT_TYPE = /^(content-type[ \t]*:[ \t]*text\/(?:plain|html))((?:[^\r\n]|\r?\n[ \t])*)/gim;
const CHARSET = /;\s*charset\s*=\s*(?:"[^"\r\n]*"|[^\s;]*)/gi;

/** A text that could not be decoded has this character in it. */
const REPLACEMENT = '\ufffd';

/** Says whether a mail was decoded with the wrong charset. */
export function isMisread(texts: readonly string[]): boolean {
  return texts.some((text) => text.includes(REPLACEMENT));
}

/**
 * Declares a charset for a mail whose bytes are not UTF-8: old programs leave it out, and gateways declare a wrong one.
 * Its header becomes UTF-8.
 *
 * @returns `undefined` when there is nothing to guess by.
 */
export function declareCharset(bytes: Uint8Array): Uint8Array | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const headerEnd = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  const sample = highBytes(text.slice(0, MAX_SAMPLE_BYTES));
  if (sample.length === 0 || sample.every((word) => isUtf8(Buffer.from(word, 'latin1')))) return undefined;
  const charset = guessCharset(sample);
  const header = text.slice(0, headerEnd);
  const isHeaderUtf8 = isUtf8(Buffer.from(header, 'latin1'));
  const readable = isHeaderUtf8 ? header : encode(new TextDecoder(charset).decode(Buffer.from(header, 'latin1')));
  const declared = /^content-type[ \t]*:/im.test(header)
    ? readable
    : `${readable}\r\nContent-Type: text/plain; charset=${charset}`;
  const whole = declared + text.slice(headerEnd);
  return Buffer.from(
    whole.replace(
      TEXT_TYPE,
      (_, type: string, rest: string) => `${type}; charset=${charset}${rest.replace(CHARSET, '')}`,
    ),
    'latin1',
  );
}

/** Returns the UTF-8 bytes of a text, one character for each. */
function encode(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Finds runs of letters that hold bytes above ASCII, raw or in quoted-printable. */
function highBytes(text: string): readonly string[] {
  const decoded = text.replace(/=([89A-F][0-9A-F])/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return decoded.match(/[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*/g)?.slice(0, 200) ?? [];
}

/**
 * Cyrillic words have hardly any ASCII letters, and words of western languages few others. A letter inside a word that
 * windows-1252 does not have means central Europe.
 */
function guessCharset(words: readonly string[]): string {
  const high = words.join('').replace(/[A-Za-z]/g, '').length;
  const all = words.join('').length;
  if (high / all > 0.6 && all > 3) return 'windows-1251';
  const isWestern = words.every((word) => /^[A-Za-zŠŽœšžŸŒªºÀ-ÖØ-öø-ÿ’‘“”–…«»„ ]*$/.test(decodeWestern(word)));
  return isWestern ? 'windows-1252' : 'windows-1250';
}

function decodeWestern(word: string): string {
  return new TextDecoder('windows-1252').decode(Buffer.from(word, 'latin1'));
}
