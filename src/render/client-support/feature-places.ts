import type { Nodes } from 'mdast';
import type { SourceLocation } from '../../model/finding.js';
import { itemsOf, type Issue, type Item } from '../../model/issue/issue.js';
import { listTemplateFiles, readTemplateFile } from '../../templating/template-folder.js';
import type { FeatureUse } from './feature-use.js';

/** The Markdown that becomes an element which no template uses. */
const NODE_OF_ELEMENT: Readonly<Record<string, Nodes['type']>> = {
  blockquote: 'blockquote',
  code: 'inlineCode',
  del: 'delete',
  hr: 'thematicBreak',
  ol: 'list',
  pre: 'code',
  table: 'table',
  td: 'tableCell',
  th: 'tableCell',
  tr: 'tableRow',
  ul: 'list',
};

function findNode(node: Nodes, type: Nodes['type']): Nodes | undefined {
  if (node.type === type) return node;
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const found = findNode(child, type);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The item within which a place of the e-mail lies: the last one whose anchor stands before it. */
function itemAround(html: string, offset: number, items: readonly Item[]): Item | undefined {
  let surrounding: { readonly item: Item; readonly at: number } | undefined;
  for (const item of items) {
    const at = html.lastIndexOf(`id="${item.id}"`, offset);
    if (at >= 0 && (surrounding === undefined || at > surrounding.at)) surrounding = { item, at };
  }
  return surrounding?.item;
}

function placeInContribution(use: FeatureUse, html: string, issue: Issue): SourceLocation | undefined {
  const type = NODE_OF_ELEMENT[use.element ?? ''];
  const item = type === undefined ? undefined : itemAround(html, use.offset, itemsOf(issue));
  if (type === undefined || item === undefined) return undefined;
  const start = findNode(item.body, type)?.position?.start;
  return start === undefined ? undefined : { file: item.file, line: start.line, column: start.column };
}

function placeInTemplates(use: FeatureUse, folders: readonly string[]): SourceLocation | undefined {
  const search = use.search();
  for (const file of listTemplateFiles(folders, 'email')) {
    const lines = readTemplateFile(file).split('\n');
    const index = lines.findIndex((line) => search.test(line));
    if (index < 0) continue;
    const column = (lines[index] ?? '').search(search) + 1;
    return { file: `templates/${file.name}`, line: index + 1, column };
  }
  return undefined;
}

/** Where the use of a feature was written: in a contribution, in a part of the templates, or else by what joins them. */
export function placeOfFeature(
  use: FeatureUse,
  html: string,
  issue: Issue,
  folders: readonly string[],
): SourceLocation {
  const inTemplates = () => placeInTemplates(use, folders);
  const inContribution = () => (use.kind === 'attribute' ? undefined : placeInContribution(use, html, issue));
  // Members write elements, never styles: those of their elements stand in the program, unless a template has them.
  const order = use.kind === 'element' ? [inContribution, inTemplates] : [inTemplates, inContribution];
  for (const look of order) {
    const place = look();
    if (place !== undefined) return place;
  }
  return { file: 'templates/email/issue.mjml.hbs', line: 1, column: 1 };
}
