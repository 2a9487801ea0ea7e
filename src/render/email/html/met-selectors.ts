import { attributeOf, type HtmlElement, type HtmlPage } from '../../../html/page.js';
import type { SelectorPart, StyleRule, StyleSelector } from '../../../html/style.js';

/** The parts of a selector that one element has to fit, and what stands between it and those before. */
interface Compound {
  readonly combinator: string;
  readonly parts: readonly SelectorPart[];
}

/** Pseudo-classes with selectors in their brackets, which would have to be told from what stands behind them. */
const WITH_SELECTORS: ReadonlySet<string> = new Set(['is', 'where', 'not', 'has', 'matches', 'any']);

function compoundsOf({ parts }: StyleSelector): readonly Compound[] {
  const compounds: { combinator: string; parts: SelectorPart[] }[] = [{ combinator: '', parts: [] }];
  for (const part of parts) {
    if (part.kind === 'combinator') compounds.push({ combinator: part.name, parts: [] });
    else compounds.at(-1)?.parts.push(part);
  }
  return compounds;
}

function classesOf(element: HtmlElement): readonly string[] {
  return attributeOf(element, 'class')?.value.split(/\s+/) ?? [];
}

function fits(element: HtmlElement, parts: readonly SelectorPart[]): boolean {
  return parts.every(({ kind, name }) => {
    switch (kind) {
      case 'type':
        return name === '*' || name.toLowerCase() === element.name;
      case 'class':
        return classesOf(element).includes(name);
      case 'id':
        return attributeOf(element, 'id')?.value === name;
      case 'attribute':
        return attributeOf(element, name.toLowerCase()) !== undefined;
      default:
        return true;
    }
  });
}

/** Whether an element fits the last compound, and those around it the ones before. */
function meets(element: HtmlElement, compounds: readonly Compound[]): boolean {
  const last = compounds.at(-1);
  if (last === undefined) return true;
  if (!fits(element, last.parts)) return false;
  const before = compounds.slice(0, -1);
  if (before.length === 0) return true;
  if (last.combinator === '>') return element.parent !== undefined && meets(element.parent, before);
  for (let around = element.parent; around !== undefined; around = around.parent) {
    if (meets(around, before)) return true;
  }
  return false;
}

/** Classes of MJML's own style sheets; no mail program gives them to anything. */
const isOfMjml = ({ kind, name }: SelectorPart): boolean => kind === 'class' && name.startsWith('mj-');

/**
 * Whether a rule's selector may mean something in a page. Mail programs put a message into elements with names of their
 * own, so that a selector counts as without use only below a class of the page, or where it is one of MJML's.
 */
export function mayMeet({ elements }: HtmlPage, selector: StyleSelector): boolean {
  const compounds = compoundsOf(selector);
  const isPlain = compounds.every(
    ({ combinator, parts }) =>
      ['', ' ', '>'].includes(combinator) &&
      parts.every(({ kind, name }) => kind !== 'other' && !WITH_SELECTORS.has(name)),
  );
  if (!isPlain) return true;
  const hasClassOfPage = ({ parts }: Compound) =>
    parts.some((part) => part.kind === 'class' && elements.some((element) => fits(element, [part])));
  const from = compounds.slice(0, -1).findIndex(hasClassOfPage);
  if (from < 0 && !selector.parts.some(isOfMjml)) return true;
  return elements.some((element) => meets(element, compounds.slice(Math.max(0, from))));
}

/** The selectors of a rule that may mean something in a page. */
export function metSelectors(page: HtmlPage, { selectors }: StyleRule): readonly StyleSelector[] {
  return selectors.filter((selector) => mayMeet(page, selector));
}
