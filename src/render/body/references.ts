import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast';

/** What a body's links and footnotes refer to, wherever in the body it was written. */
export interface References {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
}

/** Gathers the definitions of a body; of two with the same name the first counts, as in Markdown. */
export function referencesOf(body: Root): References {
  const definitions = new Map<string, Definition>();
  const footnotes = new Map<string, FootnoteDefinition>();
  const visit = (node: Nodes) => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
    if (node.type === 'footnoteDefinition' && !footnotes.has(node.identifier)) footnotes.set(node.identifier, node);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(body);
  return { definitions, footnotes };
}
