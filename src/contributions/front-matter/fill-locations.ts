import type { Nodes, Parents, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { indexLines, type LineIndex } from '../markdown/line-index.js';

/** Returns what a node without a position shows; only texts and bare addresses have none. */
function shownBy(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? (node.children as readonly Nodes[]).map(shownBy).join('') : '';
}

/**
 * Gives positions to nodes that have none. The parser finds addresses such as "(www.example.org)" only in the finished
 * tree, and the text around them then loses its position.
 */
export function fillLocations(tree: Root, text: string): void {
  let lines: LineIndex | undefined;
  const pointAt = (offset: number) => {
    lines ??= indexLines(text);
    return { ...lines.placeOf(offset), offset };
  };
  const fill = (parent: Parents) => {
    let at = parent.position?.start.offset ?? 0;
    for (const child of parent.children as readonly Nodes[]) {
      if (child.position === undefined) {
        const shown = shownBy(child);
        // Escapes and references are longer than what they show, so only the first line is searched.
        const [line = ''] = shown.split('\n');
        const end = parent.position?.end.offset ?? text.length;
        const start = at + Math.max(0, text.slice(at, end).indexOf(line));
        const next = nextOffset(parent, child) ?? end;
        const length = text.startsWith(shown, start) ? shown.length : next - start;
        child.position = { start: pointAt(start), end: pointAt(Math.min(next, start + length)) };
        if ('children' in child) {
          const { start: from, end: to } = child.position;
          for (const inner of child.children as Nodes[]) inner.position ??= { start: { ...from }, end: { ...to } };
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

/** Returns where the next sibling with a position begins. */
function nextOffset(parent: Parents, node: Nodes): number | undefined {
  const siblings = parent.children as readonly Nodes[];
  const next = siblings.slice(siblings.indexOf(node) + 1).find(({ position }) => position !== undefined);
  return next?.position?.start.offset;
}
