/**
 * Characters on which a terminal or a log acts instead of showing them: controls, ends of lines, and those that turn the
 * direction of writing around.
 */
export const ACTING_CHARACTERS = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\u206a-\u206f\ufff9-\ufffb]/gu;

/** A character as its code point: `\\u{1b}`. */
export function codePoint(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** Text with every character that would act written out as its code point: it fits on one line. */
export function visible(text: string): string {
  return text.replace(ACTING_CHARACTERS, codePoint);
}
