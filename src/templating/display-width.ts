// Combining marks, joiners and variation selectors take no column of their own.
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]/u;
const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60\u3000-\u303e]/u;

/** How many columns a text takes in a fixed-width font, roughly: wide characters two, combining ones none. */
export function displayWidth(text: string): number {
  // Plain ASCII is nearly everything, and needs no look at each character.
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += NO_WIDTH.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}

const WIDE_ANYWHERE = new RegExp(WIDE.source.slice(1), 'u');

/** Whether a text has characters that take two columns, between which a line may break. */
export function hasWideCharacters(text: string): boolean {
  return WIDE_ANYWHERE.test(text);
}
