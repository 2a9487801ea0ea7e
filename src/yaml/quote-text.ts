/** Text as YAML takes all of it, in the quotation marks that need the fewest signs inside. */
export function quoteText(text: string): string {
  const plain = text.trim();
  if (!/["\\]/.test(plain)) return `"${plain}"`;
  if (!plain.includes("'")) return `'${plain}'`;
  return `"${plain.replace(/["\\]/g, '\\$&')}"`;
}

const NEEDS_QUOTES = /^[-?:,[\]{}#&*!|>'"%@`]|:(?:[ \t]|$)|[ \t]#/;

/** Text as it can stand behind a key: in quotation marks only where it needs them. */
export function writeText(text: string): string {
  const plain = text.trim();
  return NEEDS_QUOTES.test(plain) ? quoteText(plain) : plain;
}

/** A part of a line for a message, cut where it is long. */
export function shorten(text: string, most = 60): string {
  const characters = Array.from(text);
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}

/** What stands between one pair of quotation marks, of which a reader is to see none; any other text as it is. */
export function withoutQuotes(text: string): string {
  const plain = text.trim();
  const found = /^(?:"([^"]+)"|'([^']+)'|“([^“”]+)”|„([^„“”]+)[“”]|«\s*([^«»]+?)\s*»)$/u.exec(plain);
  return found === null ? plain : found.slice(1).join('');
}
