import type { Element } from 'hast';
import type { FixedWords } from '../../templating/words/fixed-words.js';
import { escapeMarkup } from '../../templating/helpers/safe-address.js';
import type { ElementStyler } from '../body/markup.js';

function alignmentOf(element: Element): string | undefined {
  const align = element.properties['align'];
  return typeof align === 'string' ? `align-${align}` : undefined;
}

/** How the tags of a body look on the web: classes for the style sheet, and tables that scroll by themselves. */
export function webElementStyle(words: FixedWords): ElementStyler {
  return (element) => {
    switch (element.tagName) {
      case 'table':
        return {
          // A group, since a page may have many tables, and landmarks of one name would be no help.
          before: `<div class="table" role="group" tabindex="0" aria-label="${escapeMarkup(words.table)}">`,
          after: '</div>',
        };
      case 'th':
        return { attributes: { scope: 'col', class: alignmentOf(element) } };
      case 'td':
        return { attributes: { class: alignmentOf(element) } };
      case 'section':
        return { attributes: { class: 'footnotes' } };
      default:
        return {};
    }
  };
}
