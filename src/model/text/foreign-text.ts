const MAX_CHARACTERS = 300;
/** Controls, and what turns the direction of a line round: it is shown in a terminal and in reports. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd]+/gu;
/** Shorter ones would be found inside of ordinary words. */
const MIN_SECRET_CHARACTERS = 3;
const MASK = '***';

/**
 * What a server said, fit for people: one bounded line without controls.
 *
 * @param secrets what is masked, in any of the forms in which it may be repeated.
 * @param replace changes more in it, before it is cut: half of an address would be one still.
 */
export function foreignText(
  text: string,
  secrets: readonly string[],
  replace: (shown: string) => string = (shown) => shown,
): string {
  // The longest first, so that none is left half-way.
  const hidden = secrets
    .filter((secret) => secret.length >= MIN_SECRET_CHARACTERS)
    .sort((one, other) => other.length - one.length);
  const masked = hidden.reduce((shown, secret) => shown.replaceAll(secret, MASK), text);
  const line = replace(masked.replace(UNPRINTABLE, ' ')).replace(/\s+/g, ' ').trim();
  return line.length > MAX_CHARACTERS ? `${line.slice(0, MAX_CHARACTERS)}…` : line;
}
