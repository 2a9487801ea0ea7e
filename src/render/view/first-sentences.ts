import type { Nodes, Root } from 'mdast';

/** Characters: about three lines of a teaser. */
const MAX_CHARACTERS = 240;

/** The words of a node, without pictures, notes and code of web pages. */
function wordsOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

/** A text that ends at a word, with dots that say so. */
function cutAtWord(text: string): string {
  const cut = text.slice(0, MAX_CHARACTERS);
  const end = cut.lastIndexOf(' ');
  return `${(end > MAX_CHARACTERS / 2 ? cut.slice(0, end) : cut).replace(/[\s,;:.–-]+$/, '').replace(/\p{Cs}$/u, '')} …`;
}

/**
 * The first sentence of a body, and those after it that have room: what stands for an item that has no summary.
 *
 * @param language BCP 47, which decides where a sentence ends.
 */
export function firstSentences(body: Root, language: string): string | undefined {
  const first = body.children.find((block) => block.type === 'paragraph' && wordsOf(block).trim() !== '');
  if (first === undefined) return undefined;
  const text = wordsOf(first).replace(/\s+/g, ' ').trim();
  if (text.length <= MAX_CHARACTERS) return text;
  let whole = '';
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)) {
    if ((whole + segment).trim().length > MAX_CHARACTERS) break;
    whole += segment;
  }
  return whole.trim() === '' ? cutAtWord(text) : whole.trim();
}
