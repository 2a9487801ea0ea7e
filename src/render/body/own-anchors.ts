import type { Element, Root as HastRoot, RootContent } from 'hast';
import { headingAnchor, linkedAnchor } from '../../model/issue/text/heading-anchor.js';
import { visitElements } from './visit-elements.js';

function wordsOf(nodes: readonly RootContent[]): string {
  return nodes
    .map((node) => (node.type === 'text' ? node.value : node.type === 'element' ? wordsOf(node.children) : ''))
    .join('');
}

function isFootnoteLink({ properties }: Element): boolean {
  return properties['dataFootnoteRef'] !== undefined || properties['dataFootnoteBackref'] !== undefined;
}

/** Behind the prefix of a body: before the names of its headings. */
export const HEADING_PREFIX = 'h-';

/**
 * Makes links within a body lead to its headings; of two headings with the same words the first counts. A link that
 * leads to no heading stays as text.
 */
export function linkOwnHeadings(tree: HastRoot, anchorPrefix: string): void {
  const headings = new Map<string, Element>();
  const links: { readonly link: Element; readonly anchor: string }[] = [];
  visitElements(tree.children, (element) => {
    if (/^h[1-6]$/.test(element.tagName)) {
      const anchor = headingAnchor(wordsOf(element.children));
      if (anchor !== '' && !headings.has(anchor)) headings.set(anchor, element);
    }
    const href = element.tagName === 'a' && !isFootnoteLink(element) ? element.properties['href'] : undefined;
    const anchor = typeof href === 'string' ? linkedAnchor(decodeHref(href)) : undefined;
    if (anchor !== undefined) links.push({ link: element, anchor });
  });
  for (const { link, anchor } of links) {
    const heading = headings.get(anchor);
    if (heading === undefined) {
      delete link.properties['href'];
      continue;
    }
    const id = `${anchorPrefix}${HEADING_PREFIX}${anchor}`;
    heading.properties['id'] = id;
    link.properties['href'] = `#${encodeURIComponent(id)}`;
  }
}

/** remark-rehype has encoded what was written. */
function decodeHref(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}
