import { MailStart } from './raw-mail.js';

/** The longest separator that is recognised. */
const SEPARATOR_LIMIT = 1000;
/**
 * `From `, the sender, and a time (RFC 4155, appendix A). Thunderbird writes a hyphen, or nothing at all, as the
 * sender.
 */
const SEPARATOR = /^From (?:.*\d{1,2}:\d{2}.*\d{4}.*)?$/;
const OPENING = Buffer.from('From ');
const LINE_OPENING = Buffer.from('\nFrom ');
const LF = 0x0a;
const CR = 0x0d;
/** The length of a line end and a blank line, at most. */
const BLANK_LINE = 3;

/** Says whether this is the beginning of a file of mails rather than of one mail. */
export function beginsMbox(beginning: Buffer): boolean {
  if (!beginning.subarray(0, OPENING.length).equals(OPENING)) return false;
  const end = beginning.indexOf(LF);
  return SEPARATOR.test(lineText(beginning.subarray(0, end < 0 ? SEPARATOR_LIMIT : end)));
}

/** Finds where the next line begins that opens like a separator; it is fast, because most lines of an mbox are none. */
function openingAfter(text: Buffer, from: number, search: number): number | undefined {
  if (search === from && text.subarray(from, from + OPENING.length).equals(OPENING)) return from;
  const lineEnd = text.indexOf(LINE_OPENING, Math.max(from, search - 1));
  return lineEnd < 0 ? undefined : lineEnd + 1;
}

function lineText(line: Buffer): string {
  return line.toString('latin1').replace(/\r$/, '');
}

/**
 * Splits an mbox into its mails, with only one mail's beginning and one chunk in memory. A separator is a line of its
 * own after a blank one. Lines of a mail that look like one are quoted with `>` (mboxo, mboxrd), and stay quoted,
 * because nothing that we look for is in them.
 */
export class MboxReader {
  #waiting = Buffer.alloc(0);
  #mail: MailStart | undefined;
  /** Whether the buffered text begins where a mail does. */
  #fresh = true;

  /** @returns the mails that are complete now. */
  add(chunk: Uint8Array): readonly Buffer[] {
    return this.#cut(Buffer.concat([this.#waiting, chunk]), false);
  }

  /** @returns the mail that was still incomplete. */
  end(): readonly Buffer[] {
    const mails = [...this.#cut(this.#waiting, true)];
    if (this.#mail !== undefined) mails.push(this.#mail.bytes());
    this.#mail = undefined;
    return mails;
  }

  #cut(text: Buffer, final: boolean): readonly Buffer[] {
    const mails: Buffer[] = [];
    let from = 0;
    let search = 0;
    for (;;) {
      const start = openingAfter(text, from, search);
      if (start === undefined) break;
      search = start + 1;
      if (!this.#mayBegin(text, from, start)) continue;
      const end = text.indexOf(LF, start);
      if (end < 0 && !final && text.length - start < SEPARATOR_LIMIT) {
        this.#keep(text, from, start);
        return mails;
      }
      const lineEnd = end < 0 ? text.length : end;
      if (lineEnd - start > SEPARATOR_LIMIT || !SEPARATOR.test(lineText(text.subarray(start, lineEnd)))) continue;
      this.#mail?.add(text.subarray(from, start));
      if (this.#mail !== undefined) mails.push(this.#mail.bytes());
      this.#mail = new MailStart();
      from = Math.min(lineEnd + 1, text.length);
      search = from;
    }
    // The end of a chunk may be the beginning of a separator.
    this.#keep(text, from, final ? text.length + BLANK_LINE : text.length - OPENING.length);
    return mails;
  }

  /** Adds the text before an offset to the mail, except for a blank line that may belong to a separator there. */
  #keep(text: Buffer, from: number, place: number): void {
    const keep = Math.max(from, place - BLANK_LINE);
    this.#mail?.add(text.subarray(from, keep));
    this.#waiting = Buffer.from(text.subarray(keep));
    this.#fresh = keep === from && (from > 0 || this.#fresh);
  }

  /** Says whether a separator may stand at an offset: at the beginning, or after a blank line. */
  #mayBegin(text: Buffer, from: number, start: number): boolean {
    const begins = from > 0 || this.#fresh;
    if (start === from) return begins;
    if (text[start - 1] !== LF) return false;
    const before = text[start - 2] === CR ? start - 3 : start - 2;
    return before < from ? begins : text[before] === LF;
  }
}
