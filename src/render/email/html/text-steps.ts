import { sha256Hex } from '../../../files/sha256.js';
import type { Edit } from '../../../html/edits.js';
import { attributeOf, elementsNamed, type HtmlAttribute, type HtmlPage } from '../../../html/page.js';
import type { FinishingStep } from './finishing-steps.js';

/** References that stand for a character which means nothing in text; in attributes a quote does. */
const PLAIN: Readonly<Record<string, string>> = {
  '&#x27;': "'",
  '&#x60;': '`',
  '&#x3D;': '=',
  '&quot;': '"',
  '&nbsp;': '\u00a0',
};

/** @example `<p>&quot;LEF\u00d6&#x27;s&quot;</p>` \u2192 `<p>"LEF\u00d6's"</p>` */
export const writeCharactersPlainly: FinishingStep = ({ text, nodes }) =>
  nodes
    .filter(({ kind, condition }) => kind === 'text' && condition === undefined)
    .flatMap(({ start, end }) =>
      [...text.slice(start, end).matchAll(/&(?:#x27|#x60|#x3D|quot|nbsp);/g)].map(({ 0: reference, index }) => ({
        start: start + index,
        end: start + index + reference.length,
        text: PLAIN[reference] ?? reference,
      })),
    );

/** Anchors that are not longer stay as they are. */
const MAX_ANCHOR = 12;

/** Attributes that name anchors, with the character before each name. */
function namesIn(page: HtmlPage): readonly { readonly attribute: HtmlAttribute; readonly names: readonly string[] }[] {
  return page.elements.flatMap((element) =>
    ['id', 'href', 'aria-labelledby'].flatMap((name) => {
      const attribute = attributeOf(element, name);
      if (attribute === undefined || (name === 'href' && !attribute.value.startsWith('#'))) return [];
      return [{ attribute, names: attribute.value.replace(/^#/, '').split(' ') }];
    }),
  );
}

/** A short name that depends on the long one only, so that an anchor keeps its own from build to build. */
function shortNames(names: ReadonlySet<string>): ReadonlyMap<string, string> {
  const taken = new Set(names);
  const short = new Map<string, string>();
  for (const name of names) {
    const hash = sha256Hex(name).replace(/^[0-9]+/, '');
    const lengths = Array.from({ length: hash.length }, (_, index) => index + 4);
    const found = lengths.map((length) => hash.slice(0, length)).find((one) => !taken.has(one)) ?? name;
    taken.add(found);
    short.set(name, found);
  }
  return short;
}

/**
 * Anchors of items bear the names of their files, which the contents and the headings repeat; a message needs them only
 * to lead from one to the other. What nothing leads to keeps its name.
 *
 * @example `<a href="#lefoe-rest-expert-meeting">` and `<h3 id="lefoe-rest-expert-meeting">` \u2192 `#b1f0` and `b1f0`
 */
export const shortenAnchors: FinishingStep = (page) => {
  const found = namesIn(page);
  const targets = found.filter(({ attribute }) => attribute.name !== 'id').flatMap(({ names }) => names);
  const ids = new Set(found.filter(({ attribute }) => attribute.name === 'id').flatMap(({ names }) => names));
  const sheets = elementsNamed(page, 'style').map(({ start, end }) => page.text.slice(start, end));
  const isStyled = (name: string) => sheets.some((sheet) => sheet.includes(`#${name}`));
  const isLong = (name: string) => ids.has(name) && name.length > MAX_ANCHOR && !isStyled(name);
  const short = shortNames(new Set(targets.filter(isLong)));
  return found.flatMap(({ attribute, names }): readonly Edit[] => {
    if (!names.some((name) => short.has(name))) return [];
    const hash = attribute.value.startsWith('#') ? '#' : '';
    const text = hash + names.map((name) => short.get(name) ?? name).join(' ');
    return [{ start: attribute.valueStart, end: attribute.valueStart + attribute.value.length, text }];
  });
};
