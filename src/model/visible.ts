/**
 * Characters that a terminal or a log acts on instead of showing: controls, ends of lines, and those that reverse the
 * direction of writing.
 */
export const ACTING_CHARACTERS = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\u206a-\u206f\ufff9-\ufffb]/gu;

/** Writes a character as its code point: `\\u{1b}`. */
export function codePoint(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** Writes every acting character of a text as its code point, so that the text fits on one line. */
export function visible(text: string): string {
  return text.replace(ACTING_CHARACTERS, codePoint);
}
