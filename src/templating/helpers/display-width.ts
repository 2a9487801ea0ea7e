// Combining marks, joiners and variation selectors take no column of their own.
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]/u;
const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60\u3000-\u303e]/u;

/**
 * Counts roughly how many columns a text takes in a fixed-width font: two for wide characters, none for combining ones.
 */
export function displayWidth(text: string): number {
  // Nearly all text is plain ASCII, and need not be read character by character.
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += NO_WIDTH.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}

const WIDE_ANYWHERE = new RegExp(WIDE.source.slice(1), 'u');

/** Says whether a text has characters that take two columns; a line may break between them. */
export function hasWideCharacters(text: string): boolean {
  return WIDE_ANYWHERE.test(text);
}
