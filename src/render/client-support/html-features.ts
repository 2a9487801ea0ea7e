import { isOutlookOnly, type HtmlAttribute, type HtmlElement, type HtmlPage } from '../../html/page.js';
import { declarationsOf, styleSheetOf } from '../../html/style.js';
import { findInDeclarations } from './css-features.js';
import { findInStyleSheet } from './style-sheet-features.js';
import { literally, type FeatureUse, type RecordUse } from './feature-use.js';

/** Elements that caniemail gathers under one name; of all others the name is `html-` and the element. */
const GATHERED_ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  'html-h1-h6': ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  'html-lists': ['ul', 'ol', 'dl'],
  'html-semantics': [
    ...['article', 'aside', 'details', 'figcaption', 'figure', 'footer', 'header', 'main', 'mark', 'nav', 'section'],
    ...['summary', 'time'],
  ],
  'html-image-maps': ['map', 'area'],
};

const FEATURE_OF_ELEMENT = new Map(
  Object.entries(GATHERED_ELEMENTS).flatMap(([feature, elements]) =>
    elements.map((element) => [element, feature] as const),
  ),
);

/** Attributes that have a name of their own; an element of the same name, such as `<form>`, is none of them. */
const ATTRIBUTES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...Object.fromEntries(
      ['align', 'background', 'cellpadding', 'cellspacing', 'dir', 'height', 'hidden', 'lang', 'popover', 'role'].map(
        (name) => [name, `html-${name}`],
      ),
    ),
    ...Object.fromEntries(
      ['required', 'target', 'valign', 'width', 'aria-describedby', 'aria-hidden', 'aria-label', 'aria-labelledby'].map(
        (name) => [name, `html-${name}`],
      ),
    ),
    'aria-live': 'html-aria-live',
    loading: 'html-loading-attribute',
    srcset: 'html-srcset',
    sizes: 'html-srcset',
  }),
);

function pictureFeature(source: string): string | undefined {
  if (/^data:/i.test(source)) return 'image-base64';
  const type = /\.([a-z0-9]+)(?:[?#]|$)/i.exec(source)?.[1]?.toLowerCase();
  return type === undefined ? undefined : `image-${type === 'jpeg' ? 'jpg' : type}`;
}

/** A feature that an attribute and its value make together, and how the templates write it where they write it otherwise. */
interface PairFeature {
  readonly feature: string;
  readonly search?: RegExp;
}

function featureOfPair(element: string, name: string, value: string): PairFeature | undefined {
  switch (`${element} ${name}`) {
    case 'a href':
      if (value.startsWith('#')) return { feature: 'html-anchor-links', search: /href="#/i };
      return /^mailto:/i.test(value) ? { feature: 'html-mailto-links' } : undefined;
    case 'img src': {
      const feature = pictureFeature(value);
      return feature === undefined ? undefined : { feature, search: /<mj-image|<img/i };
    }
    case 'input type':
    case 'button type':
      return { feature: `html-${element}-${value.toLowerCase()}` };
    case 'meta name':
      return value === 'color-scheme' ? { feature: 'html-meta-color-scheme' } : undefined;
    default:
      return undefined;
  }
}

/** @param styles the style attributes that were looked through already: most stand there a hundred times. */
function findInAttribute(
  { name: element }: HtmlElement,
  attribute: HtmlAttribute,
  written: string,
  styles: Set<string>,
  record: RecordUse,
): void {
  const { name, value, start } = attribute;
  if (name === 'style') {
    if (!styles.has(value)) findInDeclarations(declarationsOf(attribute), { behind: [], element }, record);
    styles.add(value);
    return;
  }
  const use = { offset: start, element, behind: [], written, kind: 'attribute' } as const;
  const own = ATTRIBUTES.get(name);
  const search = () => new RegExp(`(?<![\\w-])${name}=`, 'i');
  if (own !== undefined) record({ ...use, feature: own, search });
  const pair = featureOfPair(element, name, value);
  if (pair !== undefined) record({ ...use, feature: pair.feature, search: () => pair.search ?? literally(written) });
}

function findInElement(page: HtmlPage, element: HtmlElement, styles: Set<string>, record: RecordUse): void {
  const { name, start } = element;
  const search = () => new RegExp(`<${name}\\b`, 'i');
  const feature = FEATURE_OF_ELEMENT.get(name) ?? `html-${name}`;
  record({ offset: start, element: name, behind: [], kind: 'element', feature, written: `<${name}>`, search });
  for (const attribute of element.attributes) {
    findInAttribute(element, attribute, page.text.slice(attribute.start, attribute.end), styles, record);
  }
}

/** Every feature that an e-mail uses, by name; of uses behind the same other features the first. */
export function findFeatures(page: HtmlPage, isKnown: (feature: string) => boolean): readonly FeatureUse[] {
  const uses = new Map<string, FeatureUse>();
  const record: RecordUse = (use) => {
    const key = [use.feature, ...use.behind].join(' ');
    if (isKnown(use.feature) && !uses.has(key)) uses.set(key, use);
  };
  // What only Outlook is shown is meant for it alone.
  const elements = page.elements.filter((element) => !isOutlookOnly(element));
  for (const element of elements) {
    if (element.name === 'style') findInStyleSheet(page.text, styleSheetOf(page, element), ['html-style'], record);
  }
  const tags = new Set<string>();
  const styles = new Set<string>();
  for (const element of elements) {
    const tag = page.text.slice(element.start, element.tagEnd);
    if (!tags.has(tag)) findInElement(page, element, styles, record);
    tags.add(tag);
  }
  return [...uses.values()];
}
