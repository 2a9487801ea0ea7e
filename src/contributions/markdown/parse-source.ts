import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { fillLocations } from '../front-matter/fill-locations.js';

/** A single tilde does not strike text through: "3~5 March". */
const processor = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();

/** Parses CommonMark with GFM into a tree in which every node has its position. */
export function parseSource(text: string): Root {
  const tree = processor.parse(text);
  fillLocations(tree, text);
  return tree;
}
