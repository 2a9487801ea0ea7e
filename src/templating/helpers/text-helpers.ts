import { underline, wrapBehind, wrapText } from './text-wrap.js';

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The helpers of plain-text templates, by name. */
export const TEXT_HELPERS: Readonly<Record<string, (...values: readonly unknown[]) => string>> = {
  /** `{{wrap text}}`: lines of at most 76 columns. */
  wrap: (text) => wrapText(asText(text)),
  /** `{{behind "- " text}}`: wrapped, with a hanging indent after a mark. */
  behind: (mark, text) => wrapBehind(asText(mark), asText(text)),
  /** `{{behind "  " (labelled label colon value)}}`: a line of a record. */
  labelled: (label, colon, value) => `${asText(label)}${asText(colon)} ${asText(value)}`,
  /** `{{underline text "="}}`: a heading. */
  underline: (text, sign) => underline(asText(text), asText(sign)),
};
