import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** The names of definitions that only pictures refer to: what they name are files, no links. */
export function definitionsOfPictures(body: Root): ReadonlySet<string> {
  const pictures = new Set<string>();
  const links = new Set<string>();
  visit(body, ['imageReference', 'linkReference'], (node) => {
    if (node.type === 'imageReference') pictures.add(node.identifier);
    if (node.type === 'linkReference') links.add(node.identifier);
  });
  return new Set([...pictures].filter((name) => !links.has(name)));
}
