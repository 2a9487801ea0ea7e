import { attributeOf, elementsNamed, type HtmlElement, type HtmlPage } from '../../../html/page.js';
import type { FinishingStep } from './finishing-steps.js';

/** Whether a link shows words of its own, and not a picture or a span that has its colour already. */
function showsBareWords(page: HtmlPage, link: HtmlElement): boolean {
  const colour = attributeOf(link, 'style')?.value.includes('color:') === true;
  return colour && !/^\s*<(?:span|img)\b/.test(page.text.slice(link.tagEnd, link.contentEnd));
}

/**
 * KMail gives every link the desktop's colour and takes its underline, and leaves a span inside it alone: the style sheet
 * says the colour of the link again for that.
 *
 * @example `<a style="color:#0f4c5c">Words</a>` → `<a style="color:#0f4c5c"><span>Words</span></a>`
 */
export const putWordsOfLinksIntoSpans: FinishingStep = (page) =>
  elementsNamed(page, 'a')
    .filter((link) => showsBareWords(page, link))
    .flatMap(({ tagEnd, contentEnd }) => [
      { start: tagEnd, end: tagEnd, text: '<span>' },
      { start: contentEnd, end: contentEnd, text: '</span>' },
    ]);
