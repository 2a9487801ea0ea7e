const SCHEMES = new Set(['http:', 'https:', 'mailto:']);
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Escapes text so that it can stand in HTML and MJML, as text or in an attribute in double quotes. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (character) => REFERENCES[character] ?? character);
}

/** What people write instead of `https://`: other slashes, or another number of them. */
const BEGINNING = /^(https?:)(?:[/\\]|%5C)*/i;

/** Returns an address that a link may lead to, normalised, or `undefined`: only http, https and mailto are accepted. */
export function safeAddress(written: string): string | undefined {
  try {
    const url = new URL(written.trim().replace(BEGINNING, '$1//'));
    return SCHEMES.has(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
