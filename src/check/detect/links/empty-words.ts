import { LANGUAGES } from '../../languages/index.js';

/** Words that do not say where a link leads, in all languages. */
const KNOWN: ReadonlySet<string> = new Set(
  LANGUAGES.flatMap(({ emptyLinkWords = '' }) => emptyLinkWords.split(/,\s+/)),
);

/** Words without case, and without the signs that people put around them. */
export function plainWords(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['`´]/g, '’')
    .replace(/[^\p{L}\p{M}\p{N}’]+/gu, ' ')
    .trim();
}

/** Whether the words of a link say nothing about where it leads. */
export function saysNothing(text: string): boolean {
  const plain = plainWords(text);
  return plain === '' ? /[→»>…]/.test(text) : KNOWN.has(plain);
}
