import type { Nodes, Parents, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** What a node without a place shows; only texts and bare addresses come without one. */
function shownBy(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? (node.children as readonly Nodes[]).map(shownBy).join('') : '';
}

/**
 * Gives places to nodes that have none: the parser finds addresses such as "(www.example.org)" only in the finished
 * tree, and the pieces of the text around them then stand nowhere.
 */
export function fillPlaces(tree: Root, text: string): void {
  const pointAt = (offset: number) => {
    const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
    return { line: text.slice(0, lineStart).split('\n').length, column: offset - lineStart + 1, offset };
  };
  const fill = (parent: Parents) => {
    let at = parent.position?.start.offset ?? 0;
    for (const child of parent.children as readonly Nodes[]) {
      if (child.position === undefined) {
        const shown = shownBy(child);
        // Escapes and references are longer than what they show; the first line is enough to go on with.
        const [line = ''] = shown.split('\n');
        const found = text.indexOf(line, at);
        const end = parent.position?.end.offset ?? text.length;
        const start = found < 0 || found > end ? at : found;
        const next = nextPlaced(parent, child) ?? end;
        const length = text.startsWith(shown, start) ? shown.length : next - start;
        child.position = { start: pointAt(start), end: pointAt(Math.min(next, start + length)) };
        if ('children' in child) {
          for (const inner of child.children as Nodes[]) inner.position ??= { ...child.position };
        }
      }
      at = child.position.end.offset ?? at;
    }
  };
  visit(tree, (node) => {
    if ('children' in node && (node.children as readonly Nodes[]).some(({ position }) => position === undefined))
      fill(node);
  });
}

/** Where the next sibling with a place begins. */
function nextPlaced(parent: Parents, node: Nodes): number | undefined {
  const siblings = parent.children as readonly Nodes[];
  const next = siblings.slice(siblings.indexOf(node) + 1).find(({ position }) => position !== undefined);
  return next?.position?.start.offset;
}
