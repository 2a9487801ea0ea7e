import type { List, Nodes, Parents } from 'mdast';
import { createFinding } from '../../../model/rule.js';
import { quoted, type Discovery } from '../discovery.js';
import { linesOf, rangeOf, type WrittenBlock, type WrittenLine, type WrittenText } from '../written-text.js';
import { bulletSigns } from './list-marks.js';

/** "*No uniforms": the sign of a list without a space after it. */
const ENTRY = /^([-*+])(?=\p{L})/u;

function markerOf({ text }: WrittenText, list: List): string {
  return text[rangeOf(list).start] ?? '';
}

/** Says whether a sign begins the line, and not emphasis: "*very* important". */
function isEntry({ words }: WrittenLine, marker: string): boolean {
  return ENTRY.exec(words)?.[1] === marker && (marker !== '*' || !words.slice(1).includes('*'));
}

/** Returns the list to which the lines of a paragraph would belong: around it, before it or after it. */
function listBeside(block: WrittenBlock, lists: ReadonlyMap<Nodes, List>): List | undefined {
  const around = lists.get(block.parent);
  if (around !== undefined) return around;
  const siblings: readonly Nodes[] = block.parent.children;
  const at = siblings.indexOf(block.node);
  return [siblings[at - 1], siblings[at + 1]].find((node): node is List => node?.type === 'list');
}

function listsOfItems(tree: Nodes): ReadonlyMap<Nodes, List> {
  const lists = new Map<Nodes, List>();
  const visit = (parent: Parents) => {
    for (const node of parent.children) {
      if (node.type === 'list') node.children.forEach((item) => lists.set(item, node));
      if ('children' in node) visit(node);
    }
  };
  if ('children' in tree) visit(tree);
  return lists;
}

/**
 * Finds entries of a list whose sign has no space after it, so that Markdown takes them for words of the entry before.
 */
export function missedEntries(written: WrittenText): readonly Discovery[] {
  const lists = listsOfItems(written.tree);
  return written.blocks.flatMap((block): readonly Discovery[] => {
    if (block.node.type !== 'paragraph') return [];
    const list = listBeside(block, lists);
    if (list === undefined || list.ordered === true) return [];
    const marker = markerOf(written, list);
    const missed = linesOf(block).filter((line) => isEntry(line, marker));
    const [first] = missed;
    if (first === undefined) return [];
    return [
      {
        edits: missed.map(({ at }) => ({ at: at + 1, remove: 0, insert: ' ' })),
        finding: createFinding(bulletSigns, {
          ...written.placeAt(first.at),
          message: `There is no blank behind "${marker}"; the line is shown as an entry of the list all the same.`,
          expected: quoted(`${marker} ${first.words.slice(1)}`),
          actual: quoted(written.text.slice(first.at, first.end)),
          help: `Put a blank behind "${marker}".`,
        }),
      },
    ];
  });
}
