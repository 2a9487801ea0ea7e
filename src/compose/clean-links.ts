import type { Link, Nodes, PhrasingContent, Root } from 'mdast';
import { cleanAddress } from '../model/text/clean-link.js';

function isParent(node: Nodes): node is Extract<Nodes, { children: unknown }> {
  return 'children' in node;
}

/** An address that stands as text is shown as what it leads to. */
function linkWords({ children, url }: Link, address: string): PhrasingContent[] {
  const [only] = children;
  return children.length === 1 && only?.type === 'text' && only.value === url
    ? [{ ...only, value: address }]
    : children.map(cleanNode);
}

function cleanNode<N extends Nodes>(node: N): N {
  if (node.type === 'link') {
    const { address } = cleanAddress(node.url);
    return { ...node, url: address, children: linkWords(node, address) };
  }
  if (node.type === 'definition') return { ...node, url: cleanAddress(node.url).address };
  return isParent(node) ? { ...node, children: node.children.map((child: Nodes) => cleanNode(child)) } : node;
}

/** A text of which no link watches the reader. */
export function withCleanLinks(body: Root): Root {
  return cleanNode(body);
}

/** A record of which the address does not watch the reader. */
export function withCleanUrl<R extends { readonly url?: string | undefined }>(record: R): R {
  return record.url === undefined ? record : { ...record, url: cleanAddress(record.url).address };
}
