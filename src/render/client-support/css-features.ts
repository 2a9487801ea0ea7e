import { literally, type RecordUse } from './feature-use.js';

/** Properties that caniemail gathers under one name; of all others the name is `css-` and the property. */
const GATHERED_PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  'css-left-right-top-bottom': ['left', 'right', 'top', 'bottom'],
  'css-gap': ['gap', 'column-gap', 'row-gap'],
  'css-block-inline-size': ['block-size', 'inline-size'],
  'css-grid-template': ['grid-template', 'grid-template-columns', 'grid-template-rows', 'grid-template-areas'],
  'css-column-layout-properties': ['columns', 'column-rule', 'column-span', 'column-width', 'column-fill'],
  'css-margin-inline-block': ['margin-inline', 'margin-block'],
  'css-margin-inline-start-end': ['margin-inline-start', 'margin-inline-end'],
  'css-margin-block-start-end': ['margin-block-start', 'margin-block-end'],
  'css-padding-inline-block': ['padding-inline', 'padding-block'],
  'css-padding-inline-start-end': ['padding-inline-start', 'padding-inline-end'],
  'css-padding-block-start-end': ['padding-block-start', 'padding-block-end'],
  'css-border-inline-block': ['border-inline', 'border-block'],
};

const FEATURE_OF_PROPERTY = new Map(
  Object.entries(GATHERED_PROPERTIES).flatMap(([feature, properties]) =>
    properties.map((property) => [property, feature] as const),
  ),
);

/** What a value can use, by what it looks like. */
const VALUE_FEATURES: readonly (readonly [feature: string, pattern: RegExp])[] = [
  ...['px', 'em', 'rem', 'pt', 'vh', 'vw', 'vmin', 'vmax', 'ch', 'ex', 'cm', 'mm', 'in', 'pc'].map(
    (unit) => [`css-unit-${unit}`, new RegExp(`(?<![\\w#.-])[\\d.]+${unit}\\b`, 'i')] as const,
  ),
  ['css-unit-percent', /(?<![\w#.-])[\d.]+%/],
  ['css-unit-calc', /\bcalc\(/i],
  ['css-unit-initial', /\binitial\b/i],
  ...['clamp', 'min', 'max', 'light-dark'].map(
    (name) => [`css-function-${name}`, new RegExp(`(?<![\\w-])${name}\\(`, 'i')] as const,
  ),
  ...['linear-gradient', 'radial-gradient', 'conic-gradient', 'rgb', 'rgba'].map(
    (name) => [`css-${name}`, new RegExp(`(?<![\\w])${name}\\(`, 'i')] as const,
  ),
  ['css-modern-color', /\b(?:ok)?(?:lch|lab)\(/i],
  ['css-variables', /\bvar\(/i],
  ['css-important', /!important/i],
  ['css-intrinsic-size', /\b(?:fit|min|max)-content\b/i],
  ['css-sytem-ui', /\b(?:system-ui|ui-serif|ui-sans-serif|ui-rounded|ui-monospace)\b/i],
];

const DISPLAY_FEATURES: readonly (readonly [feature: string, pattern: RegExp])[] = [
  ['css-display-flex', /\bflex\b/i],
  ['css-display-grid', /\bgrid\b/i],
  ['css-display-none', /\bnone\b/i],
];

/** Where a style stands. */
export interface StylePlace {
  /** Where in the HTML. */
  readonly offset: number;
  /** Features without which a mail program never gets as far. */
  readonly behind: readonly string[];
  /** The element whose attribute it is. */
  readonly element?: string;
}

function featuresOfValue(property: string, value: string): readonly string[] {
  const all = property === 'display' ? [...VALUE_FEATURES, ...DISPLAY_FEATURES] : VALUE_FEATURES;
  // What stands in quotes or in an address is no value of CSS.
  const bare = value.replace(/"[^"]*"|'[^']*'|url\([^)]*\)/g, '');
  return all.filter(([, pattern]) => pattern.test(bare)).map(([feature]) => feature);
}

/** Finds what the declarations of one block use. A value that has a plainer one of the same property before it has a fallback. */
export function findInDeclarations(block: string, place: StylePlace, record: RecordUse): void {
  const { offset, behind, element } = place;
  const earlier = new Map<string, readonly (readonly string[])[]>();
  for (const match of block.matchAll(/([\w-]+)\s*:\s*((?:"[^"]*"|'[^']*'|\([^)]*\)|[^;"'(])+)/g)) {
    const [written, name = '', value = ''] = match;
    const property = name.toLowerCase();
    const use = { written: written.trim(), offset: offset + match.index, element, behind, kind: 'style' } as const;
    if (!property.startsWith('--') && !/^(?:mso|-\w)/.test(property)) {
      const feature = FEATURE_OF_PROPERTY.get(property) ?? `css-${property}`;
      record({ ...use, feature, search: () => new RegExp(`(?<![\\w-])${property}\\s*[:=]`, 'i') });
    }
    const features = featuresOfValue(property, value);
    for (const feature of features) {
      const hasFallback = (earlier.get(property) ?? []).some((others) => !others.includes(feature));
      if (!hasFallback) record({ ...use, feature, search: () => literally(value) });
    }
    earlier.set(property, [...(earlier.get(property) ?? []), features]);
  }
}

const SELECTOR_FEATURES: readonly (readonly [feature: string, pattern: RegExp])[] = [
  ['css-selector-attribute', /\[[^\]]*\]/],
  ['css-selector-id', /#[\w-]+/],
  ['css-selector-child', /\s*>\s*/],
  ['css-selector-adjacent-sibling', /\s*\+\s*/],
  ['css-selector-general-sibling', /\s*~\s*/],
  ['css-selector-universal', /(?:^|[\s>+~,])\*/],
  ['css-selector-class', /\.[\w-]+/],
  ['css-selector-chaining', /\.[\w-]+\.[\w-]+/],
  ['css-selector-descendant', /[\w\])]\s+[\w.#[*]/],
  ['css-selector-type', /(?:^|[\s>+~,])[a-z][a-z0-9]*/i],
  ['css-selector-grouping', /,/],
];

/** Finds what a selector uses. */
export function findInSelector(selector: string, place: StylePlace, record: RecordUse): void {
  const use = {
    written: selector,
    search: () => literally(selector),
    element: undefined,
    ...place,
    kind: 'style',
  } as const;
  for (const [feature, pattern] of SELECTOR_FEATURES) if (pattern.test(selector)) record({ ...use, feature });
  for (const [, name = ''] of selector.matchAll(/::?([a-z-]+)/gi)) {
    const lower = name.toLowerCase();
    record({ ...use, feature: `css-pseudo-class-${lower}` });
    record({ ...use, feature: `css-pseudo-element-${lower}` });
  }
}
