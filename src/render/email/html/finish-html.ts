import { applyEdits } from '../../../html/edits.js';
import { parseHtml, type HtmlPage } from '../../../html/page.js';
import {
  dropDoubledGrounds,
  dropEmptyAttributes,
  fixColumns,
  hidePreheaderPlainly,
  leaveArticleUnnamed,
  tightenWhiteSpace,
  trimSemicolons,
  type FinishingStep,
} from './finishing-steps.js';
import { flattenSections } from './flatten-sections.js';
import { dropCompatibilityMode, dropIdleAttributes, dropUnusedStyles } from './head-steps.js';
import { putWordsOfLinksIntoSpans } from './link-steps.js';
import { shortenAnchors, writeCharactersPlainly } from './text-steps.js';
import { addThunderbirdStyles } from './thunderbird-styles.js';

/** The steps on what is left of MJML's boxes; none depends on what another one does. */
const STEPS: readonly FinishingStep[] = [
  tightenWhiteSpace,
  dropEmptyAttributes,
  trimSemicolons,
  dropDoubledGrounds,
  fixColumns,
  leaveArticleUnnamed,
  dropUnusedStyles,
  dropIdleAttributes,
  dropCompatibilityMode,
  hidePreheaderPlainly,
  writeCharactersPlainly,
  shortenAnchors,
  putWordsOfLinksIntoSpans,
  addThunderbirdStyles,
];

/** Finishes the HTML that MJML made: the same page in fewer bytes. */
export function finishHtml(page: HtmlPage): string {
  const flat = parseHtml(applyEdits(page.text, flattenSections(page)));
  return applyEdits(
    flat.text,
    STEPS.flatMap((step) => step(flat)),
  );
}
