/** Signs that only look like those of YAML, and their names in messages. */

/** Spaces that YAML does not accept: no-break, of other widths, and of none. */
export const ODD_BLANK = /[\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]/;
/** Colons of other scripts and widths. */
export const ODD_COLON = /[\u02d0\ua789\u2236\ufe13\ufe30\ufe55\uff1a]/;
/** Quotation marks that word processors use instead of straight ones. */
export const TYPOGRAPHIC_QUOTE = /[\u2018-\u201f\u2039\u203a\u00ab\u00bb]/;

const NAMES: Readonly<Record<string, string>> = {
  '\u00a0': 'a no-break blank',
  '\u202f': 'a narrow no-break blank',
  '\u2007': 'a no-break blank as wide as a digit',
  '\u3000': 'a full-width blank',
  '\u200b': 'an invisible sign of no width',
  '\u200c': 'an invisible sign of no width',
  '\u200d': 'an invisible sign of no width',
  '\u2060': 'an invisible sign of no width',
  '\ufeff': 'an invisible sign of no width',
  '\uff1a': 'a full-width colon',
  '\ufe55': 'a small colon',
  '\u2236': 'the sign for a ratio instead of a colon',
  '\ua789': 'a letter that looks like a colon',
  '\t': 'a tab',
  '#': 'a number sign',
  '&': 'an ampersand',
  '!': 'an exclamation mark',
  '*': 'an asterisk',
  '@': 'an at sign',
  '`': 'a backtick',
  '%': 'a percent sign',
  '[': 'a square bracket',
  ']': 'a square bracket',
  '{': 'a curly bracket',
  '}': 'a curly bracket',
  '|': 'a vertical bar',
  '>': 'a greater-than sign',
  '-': 'a hyphen',
  '?': 'a question mark',
  ',': 'a comma',
  ':': 'a colon',
  '\\': 'a backslash',
  '"': 'a straight quotation mark',
  "'": 'a straight single quotation mark',
};

function codePoint(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Names a sign in words, with the sign itself, or with its number if it is invisible: `a full-width colon "："`. */
export function nameSign(sign: string): string {
  const name =
    NAMES[sign] ??
    (ODD_BLANK.test(sign)
      ? 'a blank of another width'
      : ODD_COLON.test(sign)
        ? 'a sign that looks like a colon'
        : TYPOGRAPHIC_QUOTE.test(sign)
          ? 'a typographic quotation mark'
          : 'the sign');
  if (sign === '\t') return name;
  if (ODD_BLANK.test(sign)) return `${name} (${codePoint(sign)})`;
  return /["'`]/.test(sign) || TYPOGRAPHIC_QUOTE.test(sign) ? `${name} (${sign})` : `${name} "${sign}"`;
}
