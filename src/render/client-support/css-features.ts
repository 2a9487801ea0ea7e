import type { SelectorPart, StyleDeclaration, StyleRule, StyleSelector } from '../../html/style.js';
import { wordsOfValue, type ValueWords } from '../../html/value-words.js';
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

/** A feature, and how it is seen in what was read. */
type Test<Read> = readonly [feature: string, isUsed: (read: Read) => boolean];

const UNITS = ['px', 'em', 'rem', 'pt', 'vh', 'vw', 'vmin', 'vmax', 'ch', 'ex', 'cm', 'mm', 'in', 'pc'];
const GRADIENTS_AND_COLOURS = ['linear-gradient', 'radial-gradient', 'conic-gradient', 'rgb', 'rgba'];

function usesUnit(feature: string, unit: string): Test<ValueWords> {
  return [feature, ({ units }) => units.has(unit)];
}

function usesFunction(feature: string, ...names: readonly string[]): Test<ValueWords> {
  return [feature, ({ functions }) => names.some((name) => functions.has(name))];
}

function usesKeyword(feature: string, ...names: readonly string[]): Test<ValueWords> {
  return [feature, ({ keywords }) => names.some((name) => keywords.has(name))];
}

/** What a value can use. */
const VALUE_FEATURES: readonly Test<ValueWords>[] = [
  ...UNITS.map((unit) => usesUnit(`css-unit-${unit}`, unit)),
  usesUnit('css-unit-percent', '%'),
  usesFunction('css-unit-calc', 'calc', '-webkit-calc', '-moz-calc'),
  usesKeyword('css-unit-initial', 'initial'),
  ...['clamp', 'min', 'max', 'light-dark'].map((name) => usesFunction(`css-function-${name}`, name)),
  ...GRADIENTS_AND_COLOURS.map((name) =>
    usesFunction(`css-${name}`, name, `repeating-${name}`, `-webkit-${name}`, `-moz-${name}`),
  ),
  usesFunction('css-modern-color', 'lch', 'lab', 'oklch', 'oklab'),
  usesFunction('css-variables', 'var'),
  usesKeyword('css-important', '!important'),
  [
    'css-intrinsic-size',
    ({ keywords, functions }) => [...keywords, ...functions].some((one) => one.endsWith('-content')),
  ],
  usesKeyword('css-sytem-ui', 'system-ui', 'ui-serif', 'ui-sans-serif', 'ui-rounded', 'ui-monospace'),
];

/** `inline-flex` needs what `flex` needs. */
const DISPLAY_FEATURES: readonly Test<ValueWords>[] = [
  usesKeyword('css-display-flex', 'flex', 'inline-flex'),
  usesKeyword('css-display-grid', 'grid', 'inline-grid'),
  usesKeyword('css-display-none', 'none'),
];

/** Where a style stands. */
export interface StylePlace {
  /** Features without which a mail program never gets as far. */
  readonly behind: readonly string[];
  /** The element whose attribute it is. */
  readonly element: string | undefined;
}

function featuresOfValue(property: string, value: string): readonly string[] {
  const all = property === 'display' ? [...VALUE_FEATURES, ...DISPLAY_FEATURES] : VALUE_FEATURES;
  const words = wordsOfValue(value);
  return all.filter(([, isUsed]) => isUsed(words)).map(([feature]) => feature);
}

/** Quotes as a style sheet has them. */
function withPlainQuotes(written: string): string {
  return written.replaceAll('&quot;', "'");
}

/** Records what declarations use. A value that has a plainer one of the same property before it has a fallback. */
export function findInDeclarations(
  declarations: readonly StyleDeclaration[],
  place: StylePlace,
  record: RecordUse,
): void {
  const earlier = new Map<string, readonly (readonly string[])[]>();
  for (const { property, start, ...declaration } of declarations) {
    const value = withPlainQuotes(declaration.value);
    const use = { ...place, written: withPlainQuotes(declaration.written), offset: start, kind: 'style' } as const;
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

function hasPart(kind: SelectorPart['kind'], name?: string): (parts: readonly SelectorPart[]) => boolean {
  return (parts) => parts.some((part) => part.kind === kind && (name === undefined || part.name === name));
}

/** What one selector can use, beside pseudo-classes and pseudo-elements. */
const SELECTOR_FEATURES: readonly Test<readonly SelectorPart[]>[] = [
  ['css-selector-attribute', hasPart('attribute')],
  ['css-selector-id', hasPart('id')],
  ['css-selector-child', hasPart('combinator', '>')],
  ['css-selector-adjacent-sibling', hasPart('combinator', '+')],
  ['css-selector-general-sibling', hasPart('combinator', '~')],
  ['css-selector-universal', hasPart('type', '*')],
  ['css-selector-class', hasPart('class')],
  [
    'css-selector-chaining',
    (parts) => parts.some(({ kind }, index) => kind === 'class' && parts[index - 1]?.kind === kind),
  ],
  ['css-selector-descendant', hasPart('combinator', ' ')],
  ['css-selector-type', (parts) => parts.some(({ kind, name }) => kind === 'type' && name !== '*')],
];

function featuresOfSelectors(selectors: readonly StyleSelector[]): readonly string[] {
  const isUsedIn = ([, isUsed]: Test<readonly SelectorPart[]>) => selectors.some(({ parts }) => isUsed(parts));
  const pseudo = selectors.flatMap(({ parts }) => parts.filter(({ kind }) => kind === 'pseudo'));
  return [
    ...SELECTOR_FEATURES.filter(isUsedIn).map(([feature]) => feature),
    ...(selectors.length > 1 ? ['css-selector-grouping'] : []),
    // Some pseudo-elements are written with one colon, as pseudo-classes are.
    ...pseudo.flatMap(({ name }) => [`css-pseudo-class-${name}`, `css-pseudo-element-${name}`]),
  ];
}

/** Records what the selectors of a rule use. */
export function findInSelectors(
  { selectors, start }: StyleRule,
  written: string,
  place: StylePlace,
  record: RecordUse,
): void {
  const use = { ...place, written, offset: start, search: () => literally(written), kind: 'style' } as const;
  for (const feature of featuresOfSelectors(selectors)) record({ ...use, feature });
}
