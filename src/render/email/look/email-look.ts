import type { Element } from 'hast';
import type { FixedWords } from '../../../templating/words/fixed-words.js';
import { escapeMarkup } from '../../../templating/helpers/safe-address.js';
import type { ElementStyler } from '../../body/markup.js';
import type { EmailStyles } from './email-styles.js';

/** The side of a cell's words, where they do not begin where the language does; heads are centred unless they are told. */
function alignmentOf({ tagName, properties: { align } }: Element, start: 'left' | 'right'): string {
  if (tagName !== 'th' && tagName !== 'td') return '';
  const side = typeof align === 'string' ? align : start;
  return tagName === 'td' && side === 'left' && start === 'left' ? '' : `;text-align:${side}`;
}

/** How the tags of a body look in the e-mail: inline styles from one table, and tables that scroll by themselves. */
export function emailElementStyle(styles: EmailStyles, words: FixedWords): ElementStyler {
  return (element, wrapper) => {
    const inPre = element.tagName === 'code' && wrapper.at(-1)?.tagName === 'pre';
    const style = inPre ? undefined : styles.tag[element.tagName];
    const attributes = { style: style === undefined ? undefined : style + alignmentOf(element, styles.start) };
    if (element.tagName === 'table') {
      // A group, since a mail may have many tables, and landmarks of one name would be no help.
      const group = `<div role="group" tabindex="0" aria-label="${escapeMarkup(words.table)}" style="overflow-x:auto">`;
      return { attributes: { class: 'r', ...attributes }, before: group, after: '</div>' };
    }
    if (element.tagName === 'tr') return { attributes: { valign: 'top', ...attributes } };
    if (element.tagName === 'th') return { attributes: { scope: 'col', ...attributes } };
    return { attributes };
  };
}
