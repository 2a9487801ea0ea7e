/** The editions that the preview can show, some in several widths. */
export const EDITIONS = ['phone', 'small-phone', 'desktop', 'text', 'web'] as const;
export type EditionView = (typeof EDITIONS)[number];

/** In which colours: as a light or dark screen asks for, or turned around by a mail program that asks nobody. */
export const SCHEMES = ['light', 'dark', 'inverted'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** How a served copy differs from the edition. */
export interface PreviewVariant {
  readonly scheme: Scheme;
  readonly pictures: boolean;
}

/** What the page shows. */
export interface VariantView extends PreviewVariant {
  readonly edition: EditionView;
}

function oneOf<T extends string>(values: readonly T[], written: string | undefined, otherwise: T): T {
  return values.find((value) => value === written) ?? otherwise;
}

/** A view as the page's address says it; what is not there, or is no view, is as usual. */
export function viewOf(query: (name: string) => string | undefined): VariantView {
  return {
    edition: oneOf(EDITIONS, query('edition'), 'phone'),
    scheme: oneOf(SCHEMES, query('scheme'), 'light'),
    pictures: query('pictures') !== 'off',
  };
}

/** The name of a look in the address of a frame, such as `dark-without-pictures`. */
export function variantName({ scheme, pictures }: PreviewVariant): string {
  return pictures ? scheme : `${scheme}-without-pictures`;
}

/** The look of that name. */
export function parseVariantName(name: string): PreviewVariant | undefined {
  return SCHEMES.flatMap((scheme) => [true, false].map((pictures) => ({ scheme, pictures }))).find(
    (variant) => variantName(variant) === name,
  );
}

/** The file of a frame that shows a view. */
export function fileOfView({ edition }: VariantView): string {
  if (edition === 'web') return 'web/index.html';
  return edition === 'text' ? 'email.txt' : 'email.html';
}
