import { quoteText, shorten, writeText } from './quote-text.js';
import { nameSign, TYPOGRAPHIC_QUOTE } from './indicators.js';

/** What is wrong with the text after a key. */
export interface ValueFault {
  /** Offset of the sign in the text. */
  readonly offset: number;
  /** The message in words, for a subject such as `"title"`. */
  readonly message: (subject: string) => string;
  readonly actual: string;
  /** The text as it should be. */
  readonly right?: string | undefined;
  /** What to consider before writing the right text. */
  readonly note?: string;
  /** How many lines below `right` includes. */
  readonly lines?: number;
}

/** A judged text: what is wrong with it, and how many lines below belong to it. */
interface JudgedValue {
  readonly fault: ValueFault | undefined;
  readonly lines: number;
}

const COMMENT_BEHIND = /^[ \t]*(?:$|[ \t]#)/;
const SINGLE_SIGNS = /^[&!*@`%,\]}]/;
const SIGN_AND_BLANK = /^[-?](?=[ \t]|$)/;
const VALID_ESCAPE = /[0abtnvfreN_LPxuU "/\\]/;
const MAX_LINES_BELOW = 200;

/** Returns the offset of the quotation mark that closes the first one, or -1. */
function closingQuote(text: string): number {
  const quote = text[0];
  for (let index = 1; index < text.length; index += 1) {
    if (quote === '"' && text[index] === '\\') index += 1;
    else if (text[index] === quote) {
      if (quote === '"' || text[index + 1] !== "'") return index;
      index += 1;
    }
  }
  return -1;
}

/** Returns the text between quotation marks, without their escapes. */
function unquoted(inner: string, quote: string): string {
  return quote === '"' ? inner.replace(/\\(["\\])/g, '$1') : inner.replaceAll("''", "'");
}

function judgeQuoted(value: string, below: readonly string[]): JudgedValue {
  const quote = value[0] ?? '"';
  const closing = closingQuote(value);
  if (closing >= 0) {
    const behind = value.slice(closing + 1);
    if (!COMMENT_BEHIND.test(behind)) return { fault: textBehindQuote(value, quote, closing, behind), lines: 0 };
    return { fault: quote === '"' ? escapeFault(value, closing) : undefined, lines: 0 };
  }
  let joined = value;
  for (const [index, line] of below.slice(0, MAX_LINES_BELOW).entries()) {
    joined += ` ${line.trim()}`;
    const end = closingQuote(joined);
    if (end >= 0) {
      if (COMMENT_BEHIND.test(joined.slice(end + 1))) return { fault: undefined, lines: index + 1 };
      break;
    }
  }
  const fault: ValueFault = {
    offset: 0,
    message: (subject) => `The quotation mark before the text of ${subject} is opened and never closed.`,
    actual: nameSign(quote),
    right: quoteText(unquoted(value.slice(1), quote)),
  };
  return { fault, lines: 0 };
}

/** A full stop after the mark belongs to the text, and nobody wants to show the marks. */
const SIGNS_BEHIND = /^\s*[.,;:!?…]{1,3}\s*$/u;

function textBehindQuote(value: string, quote: string, closing: number, behind: string): ValueFault {
  // “"He said "no" today"”: the last mark was meant to close.
  const whole = value.endsWith(quote) && closing < value.length - 1;
  const meant = whole ? value.slice(1, -1) : value;
  return {
    offset: closing,
    message: (subject) =>
      whole
        ? `There is a quotation mark inside the text of ${subject}, and it ends the text before its end.`
        : `The text of ${subject} goes on behind the quotation mark that ends it.`,
    actual: `${nameSign(quote)} before "${shorten(behind.trim(), 20)}"`,
    right: SIGNS_BEHIND.test(behind)
      ? writeText(unquoted(value.slice(1, closing), quote) + behind.replace(/[\s,;:]/gu, ''))
      : quoteText(whole ? unquoted(meant, quote) : meant),
  };
}

function escapeFault(value: string, closing: number): ValueFault | undefined {
  for (let index = value.indexOf('\\'); index >= 0 && index < closing; index = value.indexOf('\\', index + 2)) {
    if (VALID_ESCAPE.test(value[index + 1] ?? '')) continue;
    return {
      offset: index,
      message: (subject) => `There is a backslash in the text of ${subject}, which means something else between "…".`,
      actual: nameSign('\\'),
      right: quoteText(unquoted(value.slice(1, closing), '"')),
    };
  }
  return undefined;
}

/** Returns the offset at which the first bracket is closed, or -1, and a comment on the way. */
function closingBracket(text: string): { readonly end: number; readonly comment: number } {
  let depth = 0;
  let comment = -1;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index] ?? '';
    if ((sign === '"' || sign === "'") && /[[{,:\s]/.test(text[index - 1] ?? '')) {
      const length = closingQuote(text.slice(index));
      if (length > 0) index += length;
    } else if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') {
      depth -= 1;
      if (depth === 0) return { end: index, comment };
    } else if (sign === '#' && comment < 0 && /[ \t]/.test(text[index - 1] ?? '')) comment = index;
  }
  return { end: -1, comment };
}

function judgeBrackets(value: string, below: readonly string[]): JudgedValue {
  const [bracket = ''] = value;
  const { end, comment } = closingBracket(value);
  if (comment >= 0 && end >= 0) {
    const right = value.slice(0, end + 1).replace(/([^[\],{}"]*[ \t]#[^[\],{}"]*)/g, (entry) => ` ${quoteText(entry)}`);
    const fault: ValueFault = {
      offset: comment,
      message: (subject) =>
        `In the list of ${subject} stands a "#" behind a blank, and everything behind it would be lost.`,
      actual: nameSign('#'),
      right: right.replace(/([[{]) /g, '$1'),
    };
    return { fault, lines: 0 };
  }
  if (end >= 0) {
    const behind = value.slice(end + 1);
    if (COMMENT_BEHIND.test(behind)) return { fault: undefined, lines: 0 };
    return { fault: beginsWith(bracket, value), lines: 0 };
  }
  let joined = value;
  for (const [index, line] of below.slice(0, MAX_LINES_BELOW).entries()) {
    joined += `\n${line}`;
    if (closingBracket(joined).end >= 0) return { fault: undefined, lines: index + 1 };
  }
  const closed = `${value}${bracket === '[' ? ']' : '}'}`;
  const fault: ValueFault = {
    offset: 0,
    message: (subject) => `The bracket "${bracket}" before the text of ${subject} is opened and never closed.`,
    actual: nameSign(bracket),
    right: value.includes(',') && closingBracket(closed).end === closed.length - 1 ? closed : quoteText(value),
  };
  return { fault, lines: 0 };
}

function beginsWith(sign: string, value: string): ValueFault {
  return {
    offset: 0,
    message: (subject) => `The text of ${subject} begins with ${nameSign(sign)}, which has a meaning of its own here.`,
    actual: nameSign(sign),
    right: sign === '-' ? writeText(value.replace(/^(?:-[ \t]+)+/, '')) : quoteText(value),
  };
}

/** Finds a colon in a text without quotation marks, or in typographic ones. */
function colonFault(value: string): ValueFault | undefined {
  const comment = /[ \t](#.*)$/.exec(value)?.[1];
  const text = comment === undefined ? value : value.slice(0, -comment.length);
  const colon = text.search(/:(?=[ \t]|$)/);
  if (colon < 0) return undefined;
  const [first = ''] = Array.from(text);
  const typographic = TYPOGRAPHIC_QUOTE.test(first);
  const last = Array.from(text.trim()).at(-1) ?? '';
  const inner =
    typographic && TYPOGRAPHIC_QUOTE.test(last) ? Array.from(text.trim()).slice(1, -1).join('') : text.trim();
  return {
    offset: typographic ? 0 : colon,
    message: (subject) =>
      typographic
        ? `The text of ${subject} stands in typographic quotation marks, as word processors make them; only straight ones (") hold a text with a colon together.`
        : `There is a colon with a blank behind it in the text of ${subject}.`,
    actual: typographic ? nameSign(first) : `${nameSign(':')} behind "${shorten(text.slice(0, colon), 30)}"`,
    right: quoteText(comment === undefined ? inner : `${inner} ${comment}`),
    ...(comment === undefined
      ? {}
      : { note: `Is "${shorten(comment, 40)}" only a comment? Then put it on a line of its own above.` }),
  };
}

/**
 * Judges the text after a key.
 *
 * @param below the lines that may belong to the text.
 */
export function faultOfValue(value: string, below: readonly string[]): JudgedValue {
  const [first = ''] = value;
  if (first === '"' || first === "'") return judgeQuoted(value, below);
  if (first === '[' || first === '{') return judgeBrackets(value, below);
  if (first === '|' || first === '>') return { fault: beginsWith(first, value), lines: 0 };
  if (SIGN_AND_BLANK.test(value) || (SINGLE_SIGNS.test(value) && !isReference(value))) {
    return { fault: beginsWith(first, value), lines: 0 };
  }
  return { fault: colonFault(value), lines: 0 };
}

/** `*name` alone can be right: it refers to what another line calls `&name`. */
function isReference(value: string): boolean {
  return /^[*&!][\w-]+$/.test(value) || /^&[\w-]+[ \t]+["'[{|>]/.test(value);
}
