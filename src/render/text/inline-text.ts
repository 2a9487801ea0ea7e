import type { Definition, PhrasingContent } from 'mdast';
import { safeAddress } from '../../templating/helpers/safe-address.js';
import type { LinkList } from './link-list.js';

/** What the words of a paragraph may refer to. */
export interface InlineContext {
  readonly links: LinkList;
  readonly definitions: ReadonlyMap<string, Definition>;
  /** The mark of a footnote, such as `[note 1]`. */
  readonly noteMark: (identifier: string) => string;
}

/** The address as a reader would type it: without `mailto:`, without the slash that ends a bare host. */
function plainAddress(address: string): string {
  return address.replace(/^mailto:/i, '').replace(/^(https?:\/\/[^/]+)\/$/i, '$1');
}

function linkText(label: string, written: string, context: InlineContext): string {
  const address = safeAddress(written);
  if (address === undefined) return label;
  const shown = label.trim();
  // A link whose text is its address already tells all.
  if (shown === '' || plainAddress(shown) === plainAddress(written)) return plainAddress(written);
  return `${label} ${context.links.mark(address)}`;
}

function phraseText(node: PhrasingContent, context: InlineContext): string {
  switch (node.type) {
    case 'text':
      return node.value.replace(/\s*\n\s*/g, ' ');
    case 'inlineCode':
      return `\`${node.value}\``;
    case 'strong':
      return `*${inlineText(node.children, context)}*`;
    case 'emphasis':
      return `_${inlineText(node.children, context)}_`;
    case 'delete':
      return `~${inlineText(node.children, context)}~`;
    case 'break':
      return '\n';
    case 'link':
      return linkText(inlineText(node.children, context), node.url, context);
    case 'linkReference':
      return linkText(inlineText(node.children, context), context.definitions.get(node.identifier)?.url ?? '', context);
    case 'footnoteReference':
      return ` ${context.noteMark(node.identifier)}`;
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'html':
      return '';
  }
}

/** The words of a paragraph as plain text; only written line breaks are line breaks. */
export function inlineText(nodes: readonly PhrasingContent[], context: InlineContext): string {
  return nodes.map((node) => phraseText(node, context)).join('');
}
