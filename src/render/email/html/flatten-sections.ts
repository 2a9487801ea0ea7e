import type { Edit } from '../../../html/edits.js';
import { attributeOf, elementsNamed, type HtmlComment, type HtmlElement, type HtmlPage } from '../../../html/page.js';
import { declarationsOf, type StyleDeclaration } from '../../../html/style.js';

/** A text of a section: its cell, and where its words begin and end. */
interface TextRow {
  readonly classes: string;
  /** The values of its cell's style by their properties. */
  readonly styles: ReadonlyMap<string, string>;
  readonly contentStart: number;
  readonly contentEnd: number;
}

/** A section of MJML that has one column, over all of its width, with nothing but texts in it. */
interface PlainSection {
  readonly rows: readonly [TextRow, ...TextRow[]];
  readonly maxWidth: string;
  /** The comments in which Outlook finds the table around it: between two sections there is one for both. */
  readonly before: HtmlComment;
  readonly after: HtmlComment;
}

/** The elements of a page by their parents, without those in comments. */
type Children = ReadonlyMap<HtmlElement, readonly HtmlElement[]>;

const CLOSING_GHOST = '</td></tr></table>';

function childrenOf({ elements }: HtmlPage): Children {
  const children = new Map<HtmlElement, HtmlElement[]>();
  for (const element of elements) {
    if (element.parent === undefined || element.condition !== undefined) continue;
    const known = children.get(element.parent);
    if (known === undefined) children.set(element.parent, [element]);
    else known.push(element);
  }
  return children;
}

/** Goes down from an element, as long as each has one child, of the name that is next. */
function descend(children: Children, from: HtmlElement | undefined, names: readonly string[]): HtmlElement | undefined {
  return names.reduce<HtmlElement | undefined>((element, name) => {
    const [only, ...others] = (element && children.get(element)) ?? [];
    return only?.name === name && others.length === 0 ? only : undefined;
  }, from);
}

function stylesOf(element: HtmlElement): readonly StyleDeclaration[] {
  const style = attributeOf(element, 'style');
  return style === undefined ? [] : declarationsOf(style);
}

/** Only these properties: an element with others does more than MJML's own ones. */
function hasOnly(styles: readonly StyleDeclaration[], allowed: RegExp): boolean {
  return styles.every(({ property }) => allowed.test(property));
}

const isPadding = ({ property }: StyleDeclaration): boolean => property.startsWith('padding');
const isZero = (paddings: readonly StyleDeclaration[]): boolean =>
  paddings.every(({ value }) => /^0(?:px)?$/.test(value));

/** The direction of the page, which MJML repeats in every cell. */
function directionOfPage(page: HtmlPage): string {
  const [html] = elementsNamed(page, 'html');
  return (html && attributeOf(html, 'dir')?.value) ?? 'ltr';
}

function classesOf(...elements: readonly HtmlElement[]): string {
  const names = elements.map((element) => attributeOf(element, 'class')?.value ?? '').filter((name) => name !== '');
  return names.length === 0 ? '' : ` class="${names.join(' ')}"`;
}

/** What a cell says by itself already: the side at which its language begins. */
function isSaid({ property, value }: StyleDeclaration, direction: string): boolean {
  return property === 'text-align' && value === 'left' && direction === 'ltr';
}

/** The one child of MJML's cell for a text. */
function textOf(children: Children, row: HtmlElement): { cell: HtmlElement; text: HtmlElement } | undefined {
  const cell = descend(children, row, ['td']);
  const text = descend(children, cell, ['div']);
  if (cell === undefined || text === undefined) return undefined;
  const isPlain = hasOnly(stylesOf(cell), /^(?:font-size|word-break|background(?:-color)?|padding.*)$/);
  return isPlain && text.attributes.every(({ name }) => name === 'style') ? { cell, text } : undefined;
}

/** The style of the cell that takes the place of a section's boxes; undefined where two paddings would add up. */
function cellStyles(
  section: { readonly box: HtmlElement; readonly cell: HtmlElement },
  row: { readonly cell: HtmlElement; readonly text: HtmlElement },
  { isOnly, direction }: { readonly isOnly: boolean; readonly direction: string },
): TextRow['styles'] | undefined {
  const outer = stylesOf(section.cell);
  const inner = stylesOf(row.cell);
  const borders = outer.filter(({ property }) => property.startsWith('border'));
  const isWithin = isZero(outer.filter(isPadding)) && borders.length === 0;
  if (!isWithin && !(isOnly && isZero(inner.filter(isPadding)))) return undefined;
  const grounds = [...stylesOf(section.box), ...inner].filter(({ property }) => property.startsWith('background'));
  const styles = [
    ...grounds.slice(-1).map(({ value }) => ({ property: 'background-color', value })),
    ...borders,
    ...(isWithin ? inner : outer).filter(isPadding),
    ...stylesOf(row.text).filter((style) => !isSaid(style, direction)),
  ];
  return new Map(styles.map(({ property, value }) => [property, value]));
}

/** The cells of a section's texts. */
function rowsOf(page: HtmlPage, children: Children, box: HtmlElement): PlainSection['rows'] | undefined {
  const cell = descend(children, box, ['table', 'tbody', 'tr', 'td']);
  const column = descend(children, cell, ['div']);
  const table = descend(children, column, ['table']);
  const body = descend(children, table, ['tbody']);
  if (cell === undefined || column === undefined || table === undefined || body === undefined) return undefined;
  const isPlain =
    /(?:^| )mj-column-per-100(?: |$)/.test(attributeOf(column, 'class')?.value ?? '') &&
    hasOnly(stylesOf(box), /^(?:background(?:-color)?|margin|max-width)$/) &&
    hasOnly(stylesOf(cell), /^(?:direction|font-size|text-align|padding.*|border(?:-(?:top|right|bottom|left))?)$/) &&
    hasOnly(stylesOf(column), /^(?:font-size|text-align|direction|display|vertical-align|width)$/) &&
    hasOnly(stylesOf(table), /^vertical-align$/);
  const trs = children.get(body) ?? [];
  const rows = trs.map((tr): TextRow | undefined => {
    const row = textOf(children, tr);
    if (row === undefined) return undefined;
    const styles = cellStyles({ box, cell }, row, { isOnly: trs.length === 1, direction: directionOfPage(page) });
    if (styles === undefined) return undefined;
    const { tagEnd: contentStart, contentEnd } = row.text;
    return { classes: classesOf(box, row.cell), styles, contentStart, contentEnd };
  });
  const [first, ...others] = rows.filter((row) => row !== undefined);
  if (!isPlain || first === undefined || others.length + 1 < rows.length) return undefined;
  return [first, ...others];
}

/** The plain sections of a page, in their order. */
function plainSections(page: HtmlPage): readonly PlainSection[] {
  const children = childrenOf(page);
  const ghosts = page.nodes.filter((node) => node.kind === 'comment');
  const isNext = (from: number, to: number) => from <= to && page.text.slice(from, to).trim() === '';
  return elementsNamed(page, 'div').flatMap((box) => {
    const maxWidth = stylesOf(box).find(({ property }) => property === 'max-width')?.value;
    // In a cell there is a ground over all of the window around it, or a wrapper.
    if (maxWidth === undefined || box.condition !== undefined || box.parent?.name === 'td') return [];
    const before = ghosts.find(({ end }) => isNext(end, box.start));
    const after = ghosts.find(({ start }) => isNext(box.end, start));
    const rows = before && after && rowsOf(page, children, box);
    return before === undefined || after === undefined || rows === undefined ? [] : [{ rows, maxWidth, before, after }];
  });
}

/** What stands in a conditional comment. */
function insideOf({ text }: HtmlPage, { start, end }: HtmlComment): string {
  return text.slice(text.indexOf('>', start) + 1, end).replace('<![endif]-->', '');
}

const forOutlook = (inside: string): string => (inside === '' ? '' : `<!--[if mso]>${inside}<![endif]-->\n`);

/** What cells inherit from the table around them, in every program but Outlook, which has a style sheet of its own for it. */
const INHERITED = ['font-family', 'font-size', 'line-height', 'color'] as const;

/** The values that most texts of a page have, by their properties, where all texts have one. */
function usualStyles(rows: readonly TextRow[]): ReadonlyMap<string, string> {
  const usual = new Map<string, string>();
  for (const property of INHERITED) {
    const values = rows.flatMap(({ styles }) => styles.get(property) ?? []);
    const count = (value: string) => values.filter((one) => one === value).length;
    const [most] = [...new Set(values)].sort((left, right) => count(right) - count(left));
    if (most !== undefined && values.length === rows.length) usual.set(property, most);
  }
  return usual;
}

function writtenStyles(styles: Iterable<readonly [string, string]>): string {
  return [...styles].map(([property, value]) => `${property}:${value}`).join(';');
}

function cellTag({ classes, styles }: TextRow, usual: ReadonlyMap<string, string>): string {
  const own = writtenStyles([...styles].filter(([property, value]) => usual.get(property) !== value));
  return `<td${classes}${own === '' ? '' : ` style="${own}"`}>`;
}

/** The table of a run of sections, and round it one for Outlook, which knows no greatest width. */
function opening(page: HtmlPage, run: Run, usual: TextRow['styles']): string {
  const [{ before, maxWidth }] = run;
  const isTaken = ([property, value]: readonly [string, string]) =>
    run.some(({ rows }) => rows.some(({ styles }) => styles.get(property) === value));
  const inherited = [...usual].filter(isTaken);
  const closes = insideOf(page, before).startsWith(CLOSING_GHOST) ? CLOSING_GHOST : '';
  const direction = directionOfPage(page) === 'rtl' ? ' dir="rtl"' : '';
  const table = `<table role="presentation" cellpadding="0" cellspacing="0"${direction}`;
  const ghost = `<table role="presentation" align="center" width="${maxWidth.replace('px', '')}" cellpadding="0" cellspacing="0"><tr><td>`;
  const style = writtenStyles([
    ['width', '100%'],
    ['table-layout', 'fixed'],
    ['word-break', 'break-word'],
    ...inherited,
  ]);
  return `${forOutlook(closes + ghost)}<div style="margin:0 auto;max-width:${maxWidth}">\n${table} style="${style}">\n`;
}

function closing(page: HtmlPage, { after }: PlainSection): string {
  const inside = insideOf(page, after);
  return `</table>\n</div>\n${forOutlook(inside.startsWith(CLOSING_GHOST) ? inside : CLOSING_GHOST)}`;
}

/** Sections with nothing between them. */
type Run = [PlainSection, ...PlainSection[]];

function runsOf(sections: readonly PlainSection[]): readonly Run[] {
  const runs: Run[] = [];
  for (const section of sections) {
    const run = runs.at(-1);
    if (run?.at(-1)?.after === section.before) run.push(section);
    else runs.push([section]);
  }
  return runs;
}

function flattenRun(page: HtmlPage, run: Run, usual: TextRow['styles']): readonly Edit[] {
  return run.flatMap((section, index) => {
    const isLast = index === run.length - 1;
    const begin = index === 0 ? opening(page, run, usual) : '';
    const rows = section.rows.map((row, place): Edit => {
      const previous = section.rows[place - 1];
      const start = previous?.contentEnd ?? section.before.start;
      const before = previous === undefined ? begin : '</td></tr>\n';
      return { start, end: row.contentStart, text: `${before}<tr>${cellTag(row, usual)}` };
    });
    const start = (section.rows.at(-1) ?? section.rows[0]).contentEnd;
    const end = isLast ? section.after.end : section.after.start;
    return [...rows, { start, end, text: `</td></tr>\n${isLast ? closing(page, section) : ''}` }];
  });
}

/** Outlook hands nothing down into a cell, and takes Times where it does not know the first font. */
function outlookSheet(page: HtmlPage, usual: TextRow['styles']): readonly Edit[] {
  const [head] = elementsNamed(page, 'head');
  if (head === undefined || usual.size === 0) return [];
  const known = [...usual].map(([property, value]) => [property, value.replace(/^-apple-system,\s*/, '')] as const);
  const text = forOutlook(`<style>td,th{${writtenStyles(known)}}</style>`);
  return [{ start: head.contentEnd, end: head.contentEnd, text }];
}

/**
 * MJML puts each section into four tables and three boxes, for columns and for grounds over all of the window. Sections
 * that have one column and no such ground become rows of one table, neighbours of the same; all others stay as they are.
 *
 * @example a box, table, cell, box, table and cell around each text → `<tr><td class="g" style="padding:…">text</td></tr>`
 */
export function flattenSections(page: HtmlPage): readonly Edit[] {
  const sections = plainSections(page);
  const usual = usualStyles(sections.flatMap(({ rows }) => rows));
  return [...outlookSheet(page, usual), ...runsOf(sections).flatMap((run) => flattenRun(page, run, usual))];
}
