import type { Edit } from '../../../html/edits.js';
import { elementsNamed, isOutlookOnly, type HtmlPage } from '../../../html/page.js';
import { styleSheetOf, type StyleAtRule, type StyleNode, type StyleRule } from '../../../html/style.js';
import { metSelectors } from './met-selectors.js';

/** What MJML writes for Thunderbird itself. */
const OF_MJML = 'mj-column';

/** A media query with rules that are not nested any further. */
interface MediaQuery extends StyleAtRule {
  readonly rules: readonly StyleRule[];
}

function isMediaQuery(node: StyleNode): node is MediaQuery {
  if (node.kind !== 'at-rule' || node.name !== 'media') return false;
  return node.rules.length > 0 && node.rules.every(({ kind }) => kind === 'rule');
}

function hasClass({ rules }: MediaQuery, begin: string): boolean {
  return rules.some(({ selectors }) =>
    selectors.some(({ parts }) => parts.some(({ kind, name }) => kind === 'class' && name.startsWith(begin))),
  );
}

/** Thunderbird alone puts a message into an element of this class; a program that overlooks `media` finds no rule that fits. */
function onlyInThunderbird(page: HtmlPage, rule: StyleRule): string {
  const inThunderbird = metSelectors(page, rule).map(
    ({ start, end }) => `.moz-text-html ${page.text.slice(start, end)}`,
  );
  if (inThunderbird.length === 0) return '';
  return `${inThunderbird.join(',')}${page.text.slice(rule.selectorsEnd, rule.end).trim()}\n`;
}

function thunderbirdSheet(page: HtmlPage, { prelude, rules }: MediaQuery): string {
  const written = rules.map((rule) => onlyInThunderbird(page, rule)).join('');
  return written === '' ? '' : `<style media="${prelude}">\n${written}</style>\n`.replace(/\s*\n\s*/g, '\n');
}

/**
 * Says the rules of media queries once more, in style sheets of their own: Thunderbird drops `@media`, and honours the
 * attribute `media`. Seen in Thunderbird 153.
 *
 * @example `@media (min-width:1px){ .a{top:0} }` → `<style media="(min-width:1px)">\n.moz-text-html .a{top:0}\n</style>`
 */
export function addThunderbirdStyles(page: HtmlPage): readonly Edit[] {
  const [head] = elementsNamed(page, 'head');
  if (head === undefined || head.contentEnd === head.end) return [];
  const sheets = elementsNamed(page, 'style')
    .filter((style) => !isOutlookOnly(style))
    .flatMap((style) => styleSheetOf(page, style))
    .filter(isMediaQuery)
    .filter((query) => !hasClass(query, OF_MJML));
  const text = sheets.map((query) => thunderbirdSheet(page, query)).join('');
  return [{ start: head.contentEnd, end: head.contentEnd, text }];
}
