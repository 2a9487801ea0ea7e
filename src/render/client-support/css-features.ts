import type { SelectorPart, StyleDeclaration, StyleRule, StyleSelector } from '../../html/style.js';
import { wordsOfValue, type ValueWord } from '../../html/value-words.js';
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

const UNITS = ['px', 'em', 'rem', 'pt', 'vh', 'vw', 'vmin', 'vmax', 'ch', 'ex', 'cm', 'mm', 'in', 'pc'];
const GRADIENTS_AND_COLOURS = ['linear-gradient', 'radial-gradient', 'conic-gradient', 'rgb', 'rgba'];
const SYSTEM_FONTS = ['system-ui', 'ui-serif', 'ui-sans-serif', 'ui-rounded', 'ui-monospace'];

/** What a value can use, with the kind and the name of the words by which it is seen. */
const VALUE_FEATURES: readonly (readonly [feature: string, kind: ValueWord['kind'], ...names: readonly string[]])[] = [
  ...UNITS.map((unit) => [`css-unit-${unit}`, 'unit', unit] as const),
  ['css-unit-percent', 'unit', '%'],
  ['css-unit-calc', 'function', 'calc', '-webkit-calc', '-moz-calc'],
  ['css-unit-initial', 'keyword', 'initial'],
  ...['clamp', 'min', 'max', 'light-dark'].map((name) => [`css-function-${name}`, 'function', name] as const),
  ...GRADIENTS_AND_COLOURS.map(
    (name) => [`css-${name}`, 'function', name, `repeating-${name}`, `-webkit-${name}`, `-moz-${name}`] as const,
  ),
  ['css-modern-color', 'function', 'lch', 'lab', 'oklch', 'oklab'],
  ['css-variables', 'function', 'var'],
  ['css-important', 'keyword', '!important'],
  ['css-intrinsic-size', 'keyword', 'fit-content', 'min-content', 'max-content'],
  ['css-intrinsic-size', 'function', 'fit-content'],
  ['css-sytem-ui', 'keyword', ...SYSTEM_FONTS],
];

/** The features by `keyword initial`, in the order in which they are recorded. */
const FEATURE_OF_WORD = new Map(
  VALUE_FEATURES.flatMap(([feature, kind, ...names]) => names.map((name) => [`${kind} ${name}`, feature] as const)),
);
const ORDER = new Map(VALUE_FEATURES.map(([feature], index) => [feature, index] as const));

/** `inline-flex` needs what `flex` needs. */
const FEATURE_OF_DISPLAY: ReadonlyMap<string, string> = new Map([
  ['flex', 'css-display-flex'],
  ['inline-flex', 'css-display-flex'],
  ['grid', 'css-display-grid'],
  ['inline-grid', 'css-display-grid'],
  ['none', 'css-display-none'],
]);

/** Where a style stands. */
export interface StylePlace {
  /** Features without which a mail program never gets as far. */
  readonly behind: readonly string[];
  /** The element whose attribute it is. */
  readonly element: string | undefined;
}

function featuresOfValue(property: string, value: string): readonly string[] {
  const words = wordsOfValue(value);
  const found = new Set(words.flatMap(({ kind, name }) => FEATURE_OF_WORD.get(`${kind} ${name}`) ?? []));
  const display = property === 'display' ? words.flatMap(({ name }) => FEATURE_OF_DISPLAY.get(name) ?? []) : [];
  return [...[...found].sort((left, right) => (ORDER.get(left) ?? 0) - (ORDER.get(right) ?? 0)), ...display];
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

/** A feature, and how it is seen in the parts of a selector. */
type SelectorFeature = readonly [feature: string, isUsed: (parts: readonly SelectorPart[]) => boolean];

function hasPart(kind: SelectorPart['kind'], name?: string): (parts: readonly SelectorPart[]) => boolean {
  return (parts) => parts.some((part) => part.kind === kind && (name === undefined || part.name === name));
}

/** What one selector can use, beside pseudo-classes and pseudo-elements. */
const SELECTOR_FEATURES: readonly SelectorFeature[] = [
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
  const isUsedIn = ([, isUsed]: SelectorFeature) => selectors.some(({ parts }) => isUsed(parts));
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
