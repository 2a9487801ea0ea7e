import type { Edit } from '../../../html/edits.js';
import { attributeOf, elementsNamed, type HtmlElement, type HtmlPage } from '../../../html/page.js';
import { styleSheetOf, type StyleNode, type StyleRule } from '../../../html/style.js';
import type { FinishingStep } from './finishing-steps.js';
import { metSelectors } from './met-selectors.js';

/** Where the white space behind a place ends. */
function blankEnd({ text }: HtmlPage, from: number): number {
  return from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
}

/** Takes a place out, with the white space behind it. */
function withoutPlace(page: HtmlPage, { start, end }: { readonly start: number; readonly end: number }): Edit {
  return { start, end: blankEnd(page, end), text: '' };
}

/** What MJML's own style sheet says to programs that are gone, or a second time. */
const OUTDATED: readonly { readonly selector: string; readonly property?: string }[] = [
  // Outlook 2007 and 2010 in their frame for web pages.
  { selector: '#outlook a' },
  // Windows Phone.
  { selector: 'body', property: '-ms-text-size-adjust' },
  // Internet Explorer 7, and its frames round pictures that are links.
  { selector: 'img', property: '-ms-interpolation-mode' },
  { selector: 'img', property: 'outline' },
  { selector: 'img', property: 'text-decoration' },
  // A paragraph is a block anyway.
  { selector: 'p', property: 'display' },
];

function isUseful(page: HtmlPage, node: StyleNode): boolean {
  if (node.kind === 'at-rule') return node.rules.length === 0 || node.rules.some((rule) => isUseful(page, rule));
  const written = page.text.slice(node.start, node.selectorsEnd).trim();
  if (OUTDATED.some(({ selector, property }) => property === undefined && selector === written)) return false;
  return metSelectors(page, node).length > 0;
}

/** What of a rule is not needed. */
function trimRule(page: HtmlPage, rule: StyleRule): readonly Edit[] {
  const met = metSelectors(page, rule);
  const written = page.text.slice(rule.start, rule.selectorsEnd).trim();
  const selectors =
    met.length === rule.selectors.length
      ? []
      : [
          {
            start: rule.start,
            end: rule.selectorsEnd,
            text: met.map(({ start, end }) => page.text.slice(start, end)).join(','),
          },
        ];
  const outdated = rule.declarations
    .filter(({ property }) => OUTDATED.some((one) => one.selector === written && one.property === property))
    .map(({ start, end }) => withoutPlace(page, { start, end: page.text[end] === ';' ? end + 1 : end }));
  return [...selectors, ...outdated];
}

function trimNode(page: HtmlPage, node: StyleNode): readonly Edit[] {
  if (!isUseful(page, node)) return [withoutPlace(page, node)];
  return node.kind === 'rule' ? trimRule(page, node) : node.rules.flatMap((rule) => trimNode(page, rule));
}

/** A style sheet, or the conditional comment that holds nothing else. */
function placeOfSheet(page: HtmlPage, style: HtmlElement) {
  if (style.condition === undefined) return style;
  const around = page.nodes.find(
    ({ kind, start, end }) => kind === 'comment' && start < style.start && style.end < end,
  );
  const rest = around && page.text.slice(around.start, style.start) + page.text.slice(style.end, around.end);
  return around && /^<!--\[if [^\]]*\]>\s*<!\[endif\]\s*-->$/.test(rest ?? '') ? around : style;
}

/**
 * Rules that nothing of the page can meet, and what MJML says to programs that are gone.
 *
 * @example `.g p,.g pre{top:0}` in a page without `<pre>` → `.g p{top:0}`
 */
export const dropUnusedStyles: FinishingStep = (page) =>
  elementsNamed(page, 'style').flatMap((style) => {
    const nodes = styleSheetOf(page, style);
    if (nodes.some((node) => isUseful(page, node))) return nodes.flatMap((node) => trimNode(page, node));
    return [withoutPlace(page, placeOfSheet(page, style))];
  });

/** Attributes that say what is said anyway. */
const IDLE: readonly { readonly element: string; readonly attribute: string }[] = [
  { element: 'style', attribute: 'type' },
  // For documents of XML, and for the drawings of Word, of which there are none.
  { element: 'html', attribute: 'xmlns' },
  { element: 'html', attribute: 'xmlns:v' },
];

/** @example `<style type="text/css">` → `<style>` */
export const dropIdleAttributes: FinishingStep = (page) =>
  IDLE.flatMap(({ element: name, attribute: idle }) =>
    elementsNamed(page, name).flatMap((element) => {
      const index = element.attributes.findIndex((attribute) => attribute.name === idle);
      const attribute = element.attributes[index];
      if (attribute === undefined) return [];
      const start = element.attributes[index - 1]?.end ?? element.start + 1 + element.name.length;
      return [{ start, end: attribute.end, text: '' }];
    }),
  );

/**
 * Internet Explorer shows no mail any more.
 *
 * @example `<!--[if !mso]><!-->\n<meta http-equiv="X-UA-Compatible" content="IE=edge">\n<!--<![endif]-->` → nothing
 */
export const dropCompatibilityMode: FinishingStep = (page) =>
  elementsNamed(page, 'meta')
    .filter((meta) => attributeOf(meta, 'http-equiv')?.value === 'X-UA-Compatible')
    .map((meta) => {
      const before = /<!--\[if !mso\]><!-->\s*$/.exec(page.text.slice(0, meta.start))?.[0].length ?? 0;
      const behind = /^\s*<!--<!\[endif\]-->/.exec(page.text.slice(meta.end))?.[0].length ?? 0;
      const isWrapped = before > 0 && behind > 0;
      return withoutPlace(page, {
        start: meta.start - (isWrapped ? before : 0),
        end: meta.end + (isWrapped ? behind : 0),
      });
    });
