/** A feature as the e-mail uses it. */
export interface FeatureUse {
  /** caniemail's name, such as `css-border-radius`. */
  readonly feature: string;
  /** As it stands there, such as `border-radius: 4px`. */
  readonly written: string;
  /** Makes the pattern to look for in the templates; it is called only for a finding. */
  readonly search: () => RegExp;
  /** Where in the HTML. */
  readonly offset: number;
  /** The element that is the feature, or carries it; unknown in a style sheet. */
  readonly element: string | undefined;
  readonly kind: 'element' | 'attribute' | 'style';
  /** Features without which a mail program never gets as far as this one, such as `css-at-media`. */
  readonly behind: readonly string[];
}

/** Records a use. */
export type RecordUse = (use: FeatureUse) => void;

/** A text as a regular expression that finds just that, whatever white space is in it. */
export function literally(text: string): RegExp {
  const escaped = text.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(escaped.replace(/\s+/g, '\\s*'), 'i');
}
