import type { Link, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';

/** What ends a quotation or a sentence, but not an address. Markdown itself leaves out ASCII signs. */
const BEHIND_ADDRESS = /[“”„‟«»‹›‘’‚‛…、。，；：！？]+[.,:;!?)\]]*$/u;

/** Cuts a plain-text address before the signs that only follow it. */
function cut(node: Link): readonly [Link, PhrasingContent] | undefined {
  const [only] = node.children;
  if (node.children.length !== 1 || only?.type !== 'text' || !/^(?:https?:\/\/|www\.)/i.test(only.value))
    return undefined;
  if (!node.url.endsWith(only.value)) return undefined;
  const signs = BEHIND_ADDRESS.exec(only.value)?.[0] ?? '';
  // A separate finding asks about an address that was cut short.
  if (signs === '' || signs.startsWith('…')) return undefined;
  const { position } = node;
  const value = only.value.slice(0, -signs.length);
  const behind: PhrasingContent = { type: 'text', value: signs };
  if (position !== undefined) {
    const { start, end } = position;
    const middle = { line: end.line, column: end.column - signs.length };
    behind.position = { start: middle, end };
    only.position = { start, end: middle };
    node.position = { start, end: middle };
  }
  return [{ ...node, url: node.url.slice(0, -signs.length), children: [{ ...only, value }] }, behind];
}

/** Removes the quotation marks and signs that follow plain-text addresses: “https://example.org”. */
export function trimBareAddresses(tree: Root): void {
  visit(tree, 'link', (node, index, parent: Parents | undefined) => {
    const parts = index === undefined || parent === undefined ? undefined : cut(node);
    if (parts === undefined || index === undefined || parent === undefined) return;
    const siblings: RootContent[] = parent.children;
    siblings.splice(index, 1, ...parts);
  });
}
