import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { fillLocations } from './fill-locations.js';

/** A single tilde strikes nothing through: "3~5 March". */
const processor = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();

/** CommonMark with GFM as a tree; every node has its place. */
export function parseSource(text: string): Root {
  const tree = processor.parse(text);
  fillLocations(tree, text);
  return tree;
}
