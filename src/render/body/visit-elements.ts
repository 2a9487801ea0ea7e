import type { Element, RootContent } from 'hast';

/** Visits every element of a tree, outermost first. */
export function visitElements(nodes: readonly RootContent[], visit: (element: Element) => void): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    visit(node);
    visitElements(node.children, visit);
  }
}
