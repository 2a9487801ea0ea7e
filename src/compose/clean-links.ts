import type { Link, Nodes, PhrasingContent, Root } from 'mdast';
import { cleanAddress } from '../model/text/clean-link.js';

function isParent(node: Nodes): node is Extract<Nodes, { children: unknown }> {
  return 'children' in node;
}

/** A plain-text address is shown as the address that it links to. */
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

/** Returns a text in which no link tracks the reader. */
export function withCleanLinks(body: Root): Root {
  return cleanNode(body);
}

/** Returns a record whose address does not track the reader. */
export function withCleanUrl<R extends { readonly url?: string | undefined }>(record: R): R {
  return record.url === undefined ? record : { ...record, url: cleanAddress(record.url).address };
}
