import { escapeMarkup } from '../templating/safe-address.js';
import type { PreviewVariant, Scheme } from './preview-variant.js';

const QUERY = /\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/gi;
/** Media features that hold, and do not hold, everywhere. */
const ALWAYS = '(min-width: 0px)';
const NEVER = '(max-width: 0px)';

/** Only a dark screen asks for dark colours; who inverts by force shows the light ones turned around. */
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

/** A tag with its attributes; quoted values may contain what ends a tag. */
const TAG = /<(a|area|img|source|meta|td|table|body|v:fill|v:image)\b((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;

function withoutPicture(attributes: string): string {
  return attributes.replace(/\s(?:src|srcset|background)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, '');
}

/** Links within the page stay in it; all others open beside the preview. */
function openingElsewhere(attributes: string): string {
  const href = /\shref\s*=\s*["']?([^"'\s>]*)/i.exec(attributes)?.[1];
  if (href === undefined || href.startsWith('#')) return attributes;
  const bare = attributes.replace(/\s(?:target|rel)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, '');
  return `${bare} target="_blank" rel="noopener noreferrer"`;
}

function simulateTag(tag: string, name: string, attributes: string, variant: PreviewVariant): string {
  switch (name.toLowerCase()) {
    case 'a':
    case 'area':
      return `<${name}${openingElsewhere(attributes)}>`;
    case 'meta':
      return /\bname\s*=\s*["']?(?:supported-)?color-schemes?["'\s]/i.test(attributes)
        ? `<${name}${attributes.replace(/(\bcontent\s*=\s*["'])[^"']*/i, `$1${prefers(variant.scheme)}`)}>`
        : tag;
    case 'source':
      return variant.pictures ? `<${name}${styleInScheme(attributes, variant.scheme)}>` : '';
    default:
      return variant.pictures ? tag : `<${name}${withoutPicture(attributes)}>`;
  }
}

/** Turns all colours around and the pictures back, as some mail programs do for pages that they take to be light. */
const INVERTED =
  '<style>html{background:#fff;filter:invert(1) hue-rotate(180deg)}img,video{filter:invert(1) hue-rotate(180deg)}</style>';

/** A page as a client of the given look shows it: what it prefers is written into the copy, since a frame cannot ask. */
export function simulatePage(html: string, variant: PreviewVariant): string {
  const page = html
    .replace(TAG, (tag: string, name: string, attributes: string) => simulateTag(tag, name, attributes, variant))
    .replace(/(<style[^>]*>)([\s\S]*?)(<\/style>)/gi, (_, open: string, css: string, close: string) => {
      const style = styleInScheme(css, variant.scheme);
      return open + (variant.pictures ? style : style.replace(/url\([^)]*\)/gi, 'none')) + close;
    });
  return variant.scheme === 'inverted' ? page.replace('</head>', `${INVERTED}</head>`) : page;
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
