const MAX_CHARACTERS = 300;
/**
 * Control characters, and those that reverse the direction of a line, because the text is shown in a terminal and in
 * reports.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd]+/gu;
/** Shorter ones would be found inside ordinary words. */
const MIN_SECRET_CHARACTERS = 3;
const MASK = '***';

/**
 * Makes a server's text fit for people: one line of limited length, without control characters.
 *
 * @param secrets what is masked, in any of the forms in which it may be repeated.
 * @param replace changes more in it before it is cut, because half of an address would still identify somebody.
 */
export function foreignText(
  text: string,
  secrets: readonly string[],
  replace: (shown: string) => string = (shown) => shown,
): string {
  // The longest first, so that no part of it is left.
  const hidden = secrets
    .filter((secret) => secret.length >= MIN_SECRET_CHARACTERS)
    .sort((one, other) => other.length - one.length);
  const masked = hidden.reduce((shown, secret) => shown.replaceAll(secret, MASK), text);
  const line = replace(masked.replace(UNPRINTABLE, ' ')).replace(/\s+/g, ' ').trim();
  return line.length > MAX_CHARACTERS ? `${line.slice(0, MAX_CHARACTERS)}…` : line;
}
