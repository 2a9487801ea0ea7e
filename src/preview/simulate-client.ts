import { applyEdits, type Edit } from '../html/edits.js';
import {
  attributeOf,
  elementsNamed,
  parseHtml,
  type HtmlAttribute,
  type HtmlElement,
  type HtmlPage,
} from '../html/page.js';
import { escapeMarkup } from '../templating/helpers/safe-address.js';
import type { PreviewVariant, Scheme } from './page/preview-variant.js';

const QUERY = /\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/gi;
/** Media features that hold, and do not hold, everywhere. */
const ALWAYS = '(min-width: 0px)';
const NEVER = '(max-width: 0px)';

/** Only a dark screen asks for dark colours; a program that inverts by force shows the light colours inverted. */
function prefers(scheme: Scheme): 'light' | 'dark' {
  return scheme === 'dark' ? 'dark' : 'light';
}

/** Makes a style sheet answer for one scheme, whatever the machine that shows it prefers. */
export function styleInScheme(css: string, scheme: Scheme): string {
  const asked = prefers(scheme);
  return css
    .replace(QUERY, (_, wanted: string) => (wanted.toLowerCase() === asked ? ALWAYS : NEVER))
    .replace(/((?:^|[;{\s])(?:supported-)?color-schemes?\s*:)[^;}]*/gi, `$1 ${asked}`);
}

const removal = (start: number, end: number): Edit => ({ start, end, text: '' });

/** Takes attributes out of a start tag, each with the white space before it. */
function withoutAttributes({ attributes, start, name }: HtmlElement, names: readonly string[]): readonly Edit[] {
  return attributes.flatMap((attribute, index) => {
    const before = attributes[index - 1]?.end ?? start + 1 + name.length;
    return names.includes(attribute.name) ? [removal(before, attribute.end)] : [];
  });
}

/** Links within the page stay in it; all others open beside the preview. */
function openingElsewhere(link: HtmlElement): readonly Edit[] {
  const href = attributeOf(link, 'href')?.value;
  if (href === undefined || href.startsWith('#')) return [];
  const end = link.attributes.at(-1)?.end ?? link.tagEnd;
  const text = ' target="_blank" rel="noopener noreferrer"';
  return [...withoutAttributes(link, ['target', 'rel']), { start: end, end, text }];
}

function changedValue(attribute: HtmlAttribute | undefined, change: (value: string) => string): readonly Edit[] {
  if (attribute === undefined) return [];
  const { value, valueStart } = attribute;
  return [{ start: valueStart, end: valueStart + value.length, text: change(value) }];
}

function simulateMeta(meta: HtmlElement, { scheme }: PreviewVariant): readonly Edit[] {
  const isAboutSchemes = /^(?:supported-)?color-schemes?$/i.test(attributeOf(meta, 'name')?.value ?? '');
  return isAboutSchemes ? changedValue(attributeOf(meta, 'content'), () => prefers(scheme)) : [];
}

function simulateStyle({ text }: HtmlPage, { tagEnd, contentEnd }: HtmlElement, variant: PreviewVariant): Edit {
  const css = styleInScheme(text.slice(tagEnd, contentEnd), variant.scheme);
  const shown = variant.pictures ? css : css.replace(/url\([^)]*\)/gi, 'none');
  return { start: tagEnd, end: contentEnd, text: shown };
}

function simulateElement(page: HtmlPage, element: HtmlElement, variant: PreviewVariant): readonly Edit[] {
  switch (element.name) {
    case 'a':
    case 'area':
      return openingElsewhere(element);
    case 'meta':
      return simulateMeta(element, variant);
    case 'style':
      return [simulateStyle(page, element, variant)];
    case 'source':
      if (!variant.pictures) return [removal(element.start, element.tagEnd)];
      return changedValue(attributeOf(element, 'media'), (media) => styleInScheme(media, variant.scheme));
    case 'img':
    case 'td':
    case 'table':
    case 'body':
    case 'v:fill':
    case 'v:image':
      return variant.pictures ? [] : withoutAttributes(element, ['src', 'srcset', 'background']);
    default:
      return [];
  }
}

/** Turns all colours around and the pictures back, as some mail programs do for pages that they take to be light. */
const INVERTED =
  '<style>html{background:#fff;filter:invert(1) hue-rotate(180deg)}img,video{filter:invert(1) hue-rotate(180deg)}</style>';

/** A page as a client of the given look shows it: what it prefers is written into the copy, since a frame cannot ask. */
export function simulatePage(html: string, variant: PreviewVariant): string {
  const page = parseHtml(html);
  const [head] = elementsNamed(page, 'head');
  const inverted =
    head === undefined || variant.scheme !== 'inverted'
      ? []
      : [{ start: head.contentEnd, end: head.contentEnd, text: INVERTED }];
  return applyEdits(html, [...page.elements.flatMap((one) => simulateElement(page, one, variant)), ...inverted]);
}

/** The plain text as a mail program shows it. */
export function simulateText(text: string, language: string, { scheme }: PreviewVariant): string {
  const [page, ink] = scheme === 'light' ? ['#ffffff', '#1b2a33'] : ['#152228', '#e8edec'];
  return `<!DOCTYPE html>
<html lang="${escapeMarkup(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Plain text</title>
<style>body{margin:0;background:${page};color:${ink}}pre{margin:0;padding:1.25rem;font:0.875rem/1.5 ui-monospace,Menlo,Consolas,"Noto Sans Mono",monospace;white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:plaintext}</style>
</head>
<body><main><pre>${escapeMarkup(text)}</pre></main></body>
</html>
`;
}
