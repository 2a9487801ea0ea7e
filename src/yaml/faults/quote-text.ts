/** Writes a text so that YAML keeps all of it, in the quotation marks that need the fewest escapes. */
export function quoteText(text: string): string {
  const plain = text.trim();
  if (!/["\\]/.test(plain)) return `"${plain}"`;
  if (!plain.includes("'")) return `'${plain}'`;
  return `"${plain.replace(/["\\]/g, '\\$&')}"`;
}

const NEEDS_QUOTES = /^[-?:,[\]{}#&*!|>'"%@`]|:(?:[ \t]|$)|[ \t]#/;

/** Writes a text that follows a key, with quotation marks only if it needs them. */
export function writeText(text: string): string {
  const plain = text.trim();
  return NEEDS_QUOTES.test(plain) ? quoteText(plain) : plain;
}

/** Shortens a part of a line for a message. */
export function shorten(text: string, most = 60): string {
  const characters = Array.from(text);
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}

/** Returns the text inside one pair of quotation marks, which readers should not see; any other text is unchanged. */
export function withoutQuotes(text: string): string {
  const plain = text.trim();
  const found = /^(?:"([^"]+)"|'([^']+)'|“([^“”]+)”|„([^„“”]+)[“”]|«\s*([^«»]+?)\s*»)$/u.exec(plain);
  return found === null ? plain : found.slice(1).join('');
}
