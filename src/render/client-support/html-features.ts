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
const ATTRIBUTES: Readonly<Record<string, string>> = {
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
};

const TAG = /<([a-z][a-z0-9-]*)((?:\s+[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*)\s*\/?>/gi;
const ATTRIBUTE = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/g;

/** What only Outlook's own comments hold is meant for it alone; blanks take its place, so that offsets stay. */
function withoutOutlookOnly(html: string): string {
  return html.replace(/<!--\[if (?!!)[\s\S]*?<!\[endif\]-->/g, (part) => part.replace(/[^\n]/g, ' '));
}

function pictureFeature(source: string): string | undefined {
  if (/^data:/i.test(source)) return 'image-base64';
  const type = /\.([a-z0-9]+)(?:[?#]|$)/i.exec(source)?.[1]?.toLowerCase();
  return type === undefined ? undefined : `image-${type === 'jpeg' ? 'jpg' : type}`;
}

/** A feature that hangs on an attribute and its value together, and how the templates write it where not just so. */
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

/** A tag of the page. */
interface Tag {
  readonly element: string;
  readonly attributes: string;
  readonly offset: number;
}

/** @param styles the style attributes that were looked through already: most stand there a hundred times. */
function findInTag({ element, attributes, offset }: Tag, styles: Set<string>, record: RecordUse): void {
  const whole = { offset, element, behind: [], kind: 'attribute' } as const;
  const tag = () => new RegExp(`<${element}\\b`, 'i');
  const feature = FEATURE_OF_ELEMENT.get(element) ?? `html-${element}`;
  record({ ...whole, kind: 'element', feature, written: `<${element}>`, search: tag });
  const begin = offset + 1 + element.length;
  for (const match of attributes.matchAll(ATTRIBUTE)) {
    const [written, name = '', inDouble, inSingle, bare = ''] = match;
    const value = inDouble ?? inSingle ?? bare;
    const lower = name.toLowerCase();
    if (lower === 'style') {
      if (!styles.has(value)) {
        const place = { offset: begin + match.index, behind: [], element };
        findInDeclarations(value.replaceAll('&quot;', "'"), place, record);
      }
      styles.add(value);
      continue;
    }
    const own = ATTRIBUTES[lower];
    const search = () => new RegExp(`(?<![\\w-])${lower}=`, 'i');
    if (own !== undefined) record({ ...whole, feature: own, written, search });
    const pair = featureOfPair(element, lower, value);
    if (pair !== undefined)
      record({ ...whole, feature: pair.feature, written, search: () => pair.search ?? literally(written) });
  }
}

/** Every feature that an e-mail uses, by name; of uses behind the same other features the first. */
export function findFeatures(html: string, isKnown: (feature: string) => boolean): readonly FeatureUse[] {
  const uses = new Map<string, FeatureUse>();
  const record: RecordUse = (use) => {
    const key = [use.feature, ...use.behind].join(' ');
    if (isKnown(use.feature) && !uses.has(key)) uses.set(key, use);
  };
  const page = withoutOutlookOnly(html);
  const tags = page.replace(/<style[^>]*>([\s\S]*?)<\/style>/gi, (style, css: string, offset: number) => {
    const begin = offset + style.indexOf('>') + 1;
    const bare = css.replace(/\/\*[\s\S]*?\*\//g, (comment) => ' '.repeat(comment.length));
    findInStyleSheet(bare, begin, ['html-style'], record);
    return style.slice(0, begin - offset).padEnd(style.length);
  });
  const seen = new Set<string>();
  const styles = new Set<string>();
  for (const match of tags.matchAll(TAG)) {
    const [whole, element = '', attributes = ''] = match;
    if (seen.has(whole)) continue;
    seen.add(whole);
    findInTag({ element: element.toLowerCase(), attributes, offset: match.index }, styles, record);
  }
  return [...uses.values()];
}
