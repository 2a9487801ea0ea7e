import type { Nodes, Parents, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { indexLines, type LineIndex } from './line-index.js';

/** What a node without a place shows; only texts and bare addresses come without one. */
function shownBy(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? (node.children as readonly Nodes[]).map(shownBy).join('') : '';
}

/**
 * Gives places to nodes that have none: the parser finds addresses such as "(www.example.org)" only in the finished
 * tree, and the pieces of the text around them then stand nowhere.
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
        // Escapes and references are longer than what they show; the first line is enough to go on with.
        const [line = ''] = shown.split('\n');
        const end = parent.position?.end.offset ?? text.length;
        const start = at + Math.max(0, text.slice(at, end).indexOf(line));
        const next = nextPlaced(parent, child) ?? end;
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

/** Where the next sibling with a place begins. */
function nextPlaced(parent: Parents, node: Nodes): number | undefined {
  const siblings = parent.children as readonly Nodes[];
  const next = siblings.slice(siblings.indexOf(node) + 1).find(({ position }) => position !== undefined);
  return next?.position?.start.offset;
}
