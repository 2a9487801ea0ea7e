import type { Edit } from '../../../html/edits.js';
import { attributeOf, elementsNamed, type HtmlAttribute, type HtmlElement, type HtmlPage } from '../../../html/page.js';
import { declarationsOf, type StyleDeclaration } from '../../../html/style.js';

/** What is to change in the HTML that MJML made; all steps see the same page, and their edits are made at once. */
export type FinishingStep = (page: HtmlPage) => readonly Edit[];

const removal = (start: number, end: number): Edit => ({ start, end, text: '' });
const insertion = (at: number, text: string): Edit => ({ start: at, end: at, text });

const valueEnd = ({ value, valueStart }: HtmlAttribute): number => valueStart + value.length;
const nameEnd = ({ name, start }: HtmlElement): number => start + 1 + name.length;

/** White space that starts inside of a tag: behind its name one blank is enough, and before its end there is no need of any. */
function gapsOfTags(page: HtmlPage): ReadonlyMap<number, string> {
  const gaps = new Map<number, string>();
  for (const element of page.elements) {
    const last = element.attributes.at(-1);
    if (last !== undefined && page.text[last.end - 1] === '"') gaps.set(last.end, '');
    gaps.set(nameEnd(element), ' ');
  }
  return gaps;
}

/**
 * MJML indents for people, and leaves blanks and breaks inside of tags. `pre` has no line breaks of its own here, so no
 * white space is lost that says something.
 *
 * @example `<td\n  align="left"\n >\n  Text` → `<td align="left">\nText`
 */
export const tightenWhiteSpace: FinishingStep = (page) => {
  const { text } = page;
  const gaps = gapsOfTags(page);
  const edits: Edit[] = [];
  for (const { 0: blanks, index: start } of text.matchAll(/\s{2,}|\n/g)) {
    const end = start + blanks.length;
    const gap = gaps.get(start);
    const isEdge = start === 0 || end === text.length;
    if (gap === ' ' && !isEdge) edits.push({ start, end, text: gap });
    else if (isEdge) edits.push(removal(start, end));
    else if (blanks.includes('\n')) edits.push({ start, end, text: gap ?? '\n' });
  }
  return [...edits, insertion(text.length, '\n')];
};

/**
 * What MJML writes into every cell although it says nothing.
 *
 * @example `<td class="" style="color:red">` → `<td style="color:red">`
 */
export const dropEmptyAttributes: FinishingStep = (page) =>
  page.elements.flatMap((element) =>
    element.attributes.flatMap((attribute, index) => {
      const isEmpty = attribute.value === '' && (attribute.name === 'class' || attribute.name === 'style');
      if (!isEmpty) return [];
      return [removal(element.attributes[index - 1]?.end ?? nameEnd(element), attribute.end)];
    }),
  );

/** The style attributes of a page that say anything. */
function stylesOf(page: HtmlPage): readonly HtmlAttribute[] {
  return page.elements.flatMap((element) => {
    const style = attributeOf(element, 'style');
    return style === undefined || style.value === '' ? [] : [style];
  });
}

/**
 * Semicolons around the declarations of a style separate nothing.
 *
 * @example `style=";color:red;"` → `style="color:red"`
 */
export const trimSemicolons: FinishingStep = (page) =>
  stylesOf(page).flatMap((style) => {
    const end = valueEnd(style);
    const before = style.value.startsWith(';') ? [removal(style.valueStart, style.valueStart + 1)] : [];
    const behind = style.value.length > 1 && style.value.endsWith(';') ? [removal(end - 1, end)] : [];
    return [...before, ...behind];
  });

/** Removals of declarations of which the next one says all again. */
function doubledGrounds(declarations: readonly StyleDeclaration[]): readonly Edit[] {
  return declarations.flatMap((first, index) => {
    const next = declarations[index + 1];
    if (first.property !== 'background' || next?.property !== 'background-color') return [];
    return first.value === next.value && /^#[0-9a-f]{6}$/.test(first.value) ? [removal(first.start, next.start)] : [];
  });
}

/**
 * MJML writes each ground twice, for programs that are gone.
 *
 * @example `background:#ffffff;background-color:#ffffff` → `background-color:#ffffff`
 */
export const dropDoubledGrounds: FinishingStep = (page) => {
  // The same few styles stand there a hundred times.
  const known = new Map<string, readonly Edit[]>();
  return stylesOf(page).flatMap((style) => {
    const { value, valueStart } = style;
    if (!value.includes('background:')) return [];
    const removals = known.get(value) ?? doubledGrounds(declarationsOf({ ...style, valueStart: 0 }));
    known.set(value, removals);
    return removals.map(({ start, end }) => removal(valueStart + start, valueStart + end));
  });
};

/** What MJML's tables for columns have before their style; those of a section with a class have that too. */
const COLUMN_TABLE = 'border="0" cellpadding="0" cellspacing="0" role="presentation"';

function isColumnTable({ attributes }: HtmlElement, style: HtmlAttribute): boolean {
  const before = attributes.slice(0, attributes.indexOf(style)).filter((one) => one.value !== '');
  const written = before.map((one) => `${one.name}="${one.value}"`).join(' ');
  return written === COLUMN_TABLE || written === `align="center" ${COLUMN_TABLE}`;
}

/**
 * A table inside that is too wide scrolls by itself only where those around it do not grow with it.
 *
 * @example `<table border="0" … role="presentation" style="width:100%">` → `… style="width:100%;table-layout:fixed">`
 */
export const fixColumns: FinishingStep = (page) =>
  elementsNamed(page, 'table').flatMap((table) => {
    const style = attributeOf(table, 'style');
    if (style === undefined || style.value === '' || !isColumnTable(table, style)) return [];
    return [insertion(valueEnd(style), ';table-layout:fixed')];
  });

/**
 * A name on the article that MJML puts round everything would be content outside of every landmark.
 *
 * @example `<div aria-label="News" aria-roledescription="email">` → `<div aria-roledescription="email">`
 */
export const leaveArticleUnnamed: FinishingStep = (page) => {
  const article = elementsNamed(page, 'div').find(
    (element) => attributeOf(element, 'aria-roledescription')?.value === 'email',
  );
  const label = article === undefined ? undefined : attributeOf(article, 'aria-label');
  if (article === undefined || label === undefined) return [];
  const before = article.attributes[article.attributes.indexOf(label) - 1];
  return [removal(before?.end ?? nameEnd(article), label.end)];
};

/**
 * MJML hides the preheader in white, which spam filters take for a trick; Word's engine hides by a property of its own.
 *
 * @example `<div style="display:none;font-size:1px;color:#ffffff;…">` → `<div style="display:none;mso-hide:all;font-size:1px;…">`
 */
export const hidePreheaderPlainly: FinishingStep = (page) => {
  for (const div of elementsNamed(page, 'div')) {
    const style = attributeOf(div, 'style');
    if (style?.value.startsWith('display:none;font-size:1px;color:#ffffff;') !== true) continue;
    const [, size, colour, next] = declarationsOf(style);
    if (size === undefined || colour === undefined) return [];
    return [insertion(size.start, 'mso-hide:all;'), removal(colour.start, next?.start ?? colour.end + 1)];
  }
  return [];
};
