import type { Element, RootContent } from 'hast';
import { escapeMarkup } from '../../templating/helpers/safe-address.js';

/** Attributes that an edition adds to an element, in order; `undefined` leaves one out. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** What an edition makes of an element: attributes of its own, or markup before and after it. */
export interface ElementStyle {
  readonly attributes?: Attributes;
  readonly before?: string;
  readonly after?: string;
}

/** Decides how an element looks in an edition, knowing the elements around it, outermost first. */
export type ElementStyler = (element: Element, wrapper: readonly Element[]) => ElementStyle;

const VOID_ELEMENTS = new Set(['br', 'hr']);
const WRITTEN_PROPERTIES: readonly (readonly [property: string, attribute: string])[] = [
  ['href', 'href'],
  ['id', 'id'],
  ['start', 'start'],
  ['ariaLabel', 'aria-label'],
];

function attributesOf(element: Element, styler: ElementStyle): string {
  const attributes: Record<string, string | undefined> = {};
  for (const [property, attribute] of WRITTEN_PROPERTIES) {
    const value = element.properties[property];
    if (typeof value === 'string' || typeof value === 'number') attributes[attribute] = String(value);
  }
  return Object.entries({ ...attributes, ...styler.attributes })
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeMarkup(value)}"`))
    .join('');
}

function writeText(value: string, wrapper: readonly Element[]): string {
  const escaped = escapeMarkup(value);
  // A line break as reference survives whatever is done to the white space of the page.
  return wrapper.some((element) => element.tagName === 'pre') ? escaped.replace(/\n/g, '&#10;') : escaped;
}

const WITHOUT_OWN_TEXT = new Set(['ul', 'ol', 'table', 'thead', 'tbody', 'tr', 'blockquote', 'section']);

/** White space between blocks says nothing; between words it does. */
function isBetweenBlocks(value: string, parent: Element | undefined): boolean {
  return value.trim() === '' && (parent === undefined || WITHOUT_OWN_TEXT.has(parent.tagName));
}

function writeNode(node: RootContent, wrapper: readonly Element[], styler: ElementStyler): string {
  if (node.type === 'text') return isBetweenBlocks(node.value, wrapper.at(-1)) ? '' : writeText(node.value, wrapper);
  if (node.type !== 'element') return '';
  const own = styler(node, wrapper);
  const start = `${own.before ?? ''}<${node.tagName}${attributesOf(node, own)}>`;
  if (VOID_ELEMENTS.has(node.tagName)) return start + (own.after ?? '');
  return `${start}${writeMarkup(node.children, styler, [...wrapper, node])}</${node.tagName}>${own.after ?? ''}`;
}

/**
 * Writes a sanitised tree as HTML. `<`, `>`, `&` and `"` are references wherever they stand in text, so that
 * no text can look like a tag, a comment or the end of a block to MJML.
 */
export function writeMarkup(
  nodes: readonly RootContent[],
  styler: ElementStyler,
  wrapper: readonly Element[] = [],
): string {
  return nodes.map((node) => writeNode(node, wrapper, styler)).join('');
}
