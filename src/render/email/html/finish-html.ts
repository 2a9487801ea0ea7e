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

/** The steps that change which elements there are: style sheets are looked through after them. */
const STEPS_ON_ELEMENTS: readonly FinishingStep[] = [flattenSections, putWordsOfLinksIntoSpans];
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
  addThunderbirdStyles,
];

/** Finishes the HTML that MJML made: the same page in fewer bytes. */
export function finishHtml(page: HtmlPage): string {
  return withSteps(STEPS, parseHtml(withSteps(STEPS_ON_ELEMENTS, page)));
}

function withSteps(steps: readonly FinishingStep[], page: HtmlPage): string {
  return applyEdits(
    page.text,
    steps.flatMap((step) => step(page)),
  );
}
