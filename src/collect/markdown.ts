import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

/**
 * Parses CommonMark with GFM; every node has its line and column. Call it only on text within the bounds.
 * The one piece of HTML that people write by habit, `<br>`, becomes the line break that they mean.
 */
export function parseMarkdown(text: string): Root {
  const tree = processor.parse(text);
  visit(tree, 'html', (node, index, parent) => {
    if (parent === undefined || index === undefined || !/^<br\s*\/?>$/i.test(node.value)) return;
    if (parent.type !== 'root') parent.children.splice(index, 1, { type: 'break' });
  });
  return tree;
}
