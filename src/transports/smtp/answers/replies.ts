/** One whole reply of a server (RFC 5321 §4.2). */
export interface Reply {
  readonly code: number;
  /** The enhanced status code (RFC 3463), where the reply begins with one. */
  readonly enhanced: EnhancedCode | undefined;
  /** The texts of its lines, without codes. */
  readonly lines: readonly string[];
}

/** `5.1.1`: class, subject, detail. */
export interface EnhancedCode {
  readonly subject: number;
  readonly detail: number;
  readonly text: string;
}

/** What a server may say before its reply is complete; RFC 5321 §4.5.3.1.5 asks for 512 a line. */
const REPLY_LIMIT = 64 * 1024;
const LINE = /^([2-5]\d\d)(?:([ -])(.*))?$/s;
const ENHANCED = /^([245])\.(\d{1,3})\.(\d{1,3})(?:\s+|$)/;

/** The server sent something that is no reply; nothing that follows can be understood. */
export class NoReplyError extends Error {}

/** Puts replies together from what arrives, however it is cut. */
export class ReplyReader {
  #received = '';
  #lines: string[] = [];
  #code = '';

  /**
   * The replies that these bytes complete.
   *
   * @throws NoReplyError
   */
  read(bytes: Buffer): readonly Reply[] {
    // Bytes as characters, so that no character is cut in two; a whole reply is decoded.
    this.#received += bytes.toString('latin1');
    const lines = this.#received.split(/\r?\n/);
    this.#received = lines.pop() ?? '';
    const replies = lines.flatMap((line) => this.#readLine(line) ?? []);
    if (this.#received.length + this.#lines.reduce((sum, line) => sum + line.length, 0) > REPLY_LIMIT) {
      throw new NoReplyError('the server sent a reply without an end');
    }
    return replies;
  }

  #readLine(line: string): Reply | undefined {
    const [, code = '', separator = ' ', text = ''] = LINE.exec(line) ?? [];
    if (code === '' || (this.#lines.length > 0 && code !== this.#code)) {
      throw new NoReplyError('the server sent something that is no SMTP reply');
    }
    this.#code = code;
    this.#lines.push(Buffer.from(text, 'latin1').toString('utf8'));
    if (separator === '-') return undefined;
    return makeReply(Number(code), this.#lines.splice(0));
  }
}

/** A reply from the texts of its lines; each may repeat the enhanced code (RFC 2034 §4). */
function makeReply(code: number, texts: readonly string[]): Reply {
  const [, , subject, detail] = ENHANCED.exec(texts[0] ?? '') ?? [];
  const enhanced =
    subject === undefined || detail === undefined
      ? undefined
      : { subject: Number(subject), detail: Number(detail), text: (texts[0] ?? '').split(/\s/, 1)[0] ?? '' };
  return { code, enhanced, lines: texts.map((text) => text.replace(ENHANCED, '').trim()) };
}

/** The last reply in a text that somebody else received, such as nodemailer; `undefined` where it is none. */
export function parseReply(text: string): Reply | undefined {
  try {
    return new ReplyReader().read(Buffer.from(`${text}\r\n`, 'utf8')).at(-1);
  } catch (error) {
    if (error instanceof NoReplyError) return undefined;
    throw error;
  }
}
