/** Elements whose content is not read. */
const UNREAD = new Set(['style', 'script', 'head', 'title', 'template', 'svg', 'select', 'textarea']);
/** Elements that begin a line. */
const LINES = new Set([
  ...['p', 'div', 'br', 'tr', 'li', 'ul', 'ol', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'section'],
  ...['article', 'header', 'footer', 'pre', 'center', 'dd', 'dt', 'body'],
]);
/** Markers of mail programs on quoted text; the writer did not write what follows. */
const QUOTATION =
  /(?:gmail_quote|yahoo_quoted|protonmail_quote|moz-cite-prefix|moz-forward-container|divrplyfwdmsg|appendonsend|outlookmessageheader|olk_src_body_section|mail-editor-reference-message-container|tutanota_quote|zmail_extra|ms-outlook-mobile-reference-message)/i;
const ENTITIES: Readonly<Record<string, string>> = {
  ...{ nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", shy: '', ensp: ' ', emsp: ' ', thinsp: ' ' },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»', ndash: '–', mdash: '—', hellip: '…' },
  ...{
    szlig: 'ß',
    aelig: 'æ',
    AElig: 'Æ',
    oelig: 'œ',
    oslash: 'ø',
    Oslash: 'Ø',
    eth: 'ð',
    thorn: 'þ',
    zwnj: '',
    zwj: '',
  },
};
/** Named letters with an accent: `eacute`, `Ccedil`. */
const ACCENTS: Readonly<Record<string, string>> = {
  ...{ acute: '\u0301', grave: '\u0300', circ: '\u0302', uml: '\u0308', tilde: '\u0303', cedil: '\u0327' },
  ...{ ring: '\u030a', caron: '\u030c', ogon: '\u0328', macr: '\u0304', breve: '\u0306', dot: '\u0307' },
};
const MAX_CHARACTERS = 400_000;

/** Returns the text that the writer of a mail with only HTML wrote, without what it quotes. */
export function textOfHtml(written: string): string {
  const html = written.slice(0, MAX_CHARACTERS);
  const lowerCase = html.toLowerCase();
  const unclosed = new Set<string>();
  let text = '';
  let place = 0;
  while (place < html.length) {
    const opening = html.indexOf('<', place);
    text += decodeEntities(html.slice(place, opening < 0 ? html.length : opening).replace(/\s+/g, ' '));
    if (opening < 0) break;
    const tag = readTag(html, opening);
    if (tag.name === 'blockquote' || QUOTATION.test(tag.attributes)) break;
    if (LINES.has(tag.name)) text += tag.name === 'p' ? '\n\n' : '\n';
    place = tag.end;
    if (!UNREAD.has(tag.name) || unclosed.has(tag.name) || /^\/|\/$/.test(tag.attributes)) continue;
    const closing = lowerCase.indexOf(`</${tag.name}`, tag.end);
    if (closing < 0) unclosed.add(tag.name);
    else place = readTag(html, closing).end;
  }
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

interface HtmlTag {
  readonly name: string;
  readonly attributes: string;
  /** The offset after it. */
  readonly end: number;
}

function readTag(html: string, opening: number): HtmlTag {
  const isComment = html.startsWith('<!--', opening);
  const closing = html.indexOf(isComment ? '-->' : '>', opening + 1);
  const end = closing < 0 ? html.length : closing + (isComment ? 3 : 1);
  const content = isComment ? '' : html.slice(opening + 1, Math.min(end - 1, opening + 2000));
  const name = /^\/?([a-z][a-z0-9]*)/i.exec(content)?.[1]?.toLowerCase() ?? '';
  return { name: content.startsWith('/') && name === 'blockquote' ? '' : name, attributes: content, end };
}

function decodeEntities(text: string): string {
  return text.replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, (written, name: string) => {
    if (name.startsWith('#')) {
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written;
    }
    const plain = ENTITIES[name];
    if (plain !== undefined) return plain;
    const accent = ACCENTS[name.slice(1)];
    return accent === undefined ? written : `${name.slice(0, 1)}${accent}`.normalize('NFC');
  });
}
