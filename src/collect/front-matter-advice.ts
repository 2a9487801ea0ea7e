import type { Advice } from '../yaml/check-yaml.js';
import { writeText } from '../yaml/quote-text.js';
import { readWrittenDay, readWrittenSpan, type WrittenSpan } from '../model/written-dates.js';
import { suggestTimeZone, type Whereabouts } from '../model/written-time-zones.js';

/**
 * The lines as they should be for what people write behind a key of the front matter: a picture or a link in one line,
 * days and times in words.
 */

const WEB_ADDRESS = /^https?:\/\/\S+$/i;
/** "www.example.org/page", "example.org" */
const PLAIN_ADDRESS = /^(?:www\.\S+|(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:\/\S*)?)$/iu;

function block(key: string, lines: readonly string[], isEntry: boolean): string {
  if (isEntry) return lines.map((line, index) => `${index === 0 ? '  - ' : '    '}${line}`).join('\n');
  return [`${key}:`, ...lines.map((line) => `  ${line}`)].join('\n');
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : 'the other page';
}

function spanLines({ start, end }: WrittenSpan, zone: string | undefined): readonly string[] {
  return [
    `start: ${start}`,
    ...(end === undefined ? [] : [`end: ${end}`]),
    ...(zone === undefined || !start.includes('T') ? [] : [`timezone: ${zone}`]),
  ];
}

/** The zone that is named at the end of a time: "15:00–17:30 Kyiv time". */
function zoneIn(written: string, whereabouts: Whereabouts): string | undefined {
  const behind = /(?:\d|\bam|\bpm|uhr)[\s,(]+((?:\p{L}|[+ -]|\d{1,2}(?!\d))+)\)?$/iu.exec(written)?.[1];
  return behind === undefined ? undefined : suggestTimeZone(behind, whereabouts);
}

function linesOf(key: string, value: string, whereabouts: Whereabouts): readonly string[] | undefined {
  const isAddress = WEB_ADDRESS.test(value);
  switch (key) {
    case 'image':
    case 'images':
      return [
        `file: ${writeText(isAddress ? (value.split(/[?#]/)[0]?.split('/').at(-1) ?? value) : value)}`,
        'alt: What is to be seen in the picture, in a sentence',
        'credit: Who made the picture',
        'consent: given',
      ];
    case 'link': {
      const address = isAddress ? value : PLAIN_ADDRESS.test(value) ? `https://${value}` : undefined;
      return address !== undefined
        ? [`url: ${address}`, `label: Read more at ${hostOf(address)}`]
        : ['url: https://www.example.org/page', `label: ${writeText(value)}`];
    }
    case 'source':
      return isAddress ? ['title: Name of the source', `url: ${value}`] : [`title: ${writeText(value)}`];
    case 'publication':
      return /\.pdf$/i.test(value) ? [`file: ${writeText(value)}`] : [`kind: ${writeText(value)}`];
    case 'event':
    case 'events': {
      const span = readWrittenSpan(value);
      return span === undefined ? undefined : spanLines(span, zoneIn(value, whereabouts));
    }
    default:
      return undefined;
  }
}

/** A member of a value that was read from YAML. */
function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
}

function eventTimeLines(
  path: readonly string[],
  value: string,
  written: unknown,
  whereabouts: Whereabouts,
): readonly string[] | undefined {
  const key = path.at(-1);
  const event = path.slice(0, -1).reduce(memberOf, written);
  const start = memberOf(event, 'start');
  const startDay = typeof start === 'string' ? readWrittenDay(start) : undefined;
  const ownZone = memberOf(event, 'timezone') === undefined ? zoneIn(value, whereabouts) : undefined;
  const date = memberOf(event, 'date');
  const span = readWrittenSpan(value, startDay ?? (typeof date === 'string' ? readWrittenDay(date) : undefined));
  if (span === undefined) return undefined;
  if (key === 'start') {
    const end = memberOf(event, 'end') === undefined ? span.end : undefined;
    return spanLines({ start: span.start, end }, ownZone);
  }
  return [`end: ${span.end ?? span.start}`];
}

/** The right lines for a value of the front matter that is refused; `undefined` where they cannot be told. */
export function adviseFrontMatter(
  path: readonly string[],
  value: unknown,
  written: unknown,
  whereabouts: Whereabouts,
): Advice | undefined {
  if (typeof value !== 'string') return undefined;
  const [outer = '', inner] = path;
  const key = path.at(-1) ?? '';
  if ((outer === 'event' || outer === 'events') && (key === 'start' || key === 'end')) {
    const lines = eventTimeLines(path, value, written, whereabouts);
    return lines === undefined ? undefined : { right: lines.join('\n') };
  }
  if ((key === 'deadline' || key === 'embargo') && path.length === 1 && /\d[:.hT]\d{2}/.test(value)) {
    const day = readWrittenDay(value);
    if (day === undefined) return undefined;
    return { right: `${key}: ${day}`, remark: 'Only the day counts here; the hour can stand in the text.' };
  }
  const isEntry = path.length === 2 && /^\d+$/.test(inner ?? '');
  if (path.length !== 1 && !isEntry) return undefined;
  const lines = linesOf(outer, value, whereabouts);
  return lines === undefined ? undefined : { right: block(outer, lines, isEntry) };
}

/** Keys of other programs and other languages, each with ours. */
export const OTHER_KEYS: Readonly<Record<string, string>> = {
  titel: 'title',
  titre: 'title',
  título: 'title',
  titolo: 'title',
  tytuł: 'title',
  otsikko: 'title',
  rubrik: 'section',
  заголовок: 'title',
  назва: 'title',
  headline: 'title',
  name: 'title',
  subject: 'title',
  abschnitt: 'section',
  bereich: 'section',
  rubrique: 'section',
  розділ: 'section',
  category: 'section',
  categories: 'section',
  type: 'section',
  datum: 'date',
  fecha: 'date',
  data: 'date',
  дата: 'date',
  published: 'date',
  pubdate: 'date',
  publishdate: 'date',
  created: 'date',
  lastmod: 'date',
  zusammenfassung: 'summary',
  résumé: 'summary',
  samenvatting: 'summary',
  description: 'summary',
  beschreibung: 'summary',
  excerpt: 'summary',
  abstract: 'summary',
  subtitle: 'summary',
  lead: 'summary',
  teaser: 'summary',
  анотація: 'summary',
  autor: 'author',
  auteur: 'author',
  autorin: 'author',
  автор: 'author',
  authors: 'author',
  byline: 'author',
  sprache: 'language',
  langue: 'language',
  taal: 'language',
  мова: 'language',
  lang: 'language',
  locale: 'language',
  bild: 'image',
  foto: 'image',
  photo: 'image',
  picture: 'image',
  cover: 'image',
  thumbnail: 'image',
  featured_image: 'image',
  зображення: 'image',
  bilder: 'images',
  photos: 'images',
  gallery: 'images',
  quelle: 'source',
  bron: 'source',
  джерело: 'source',
  url: 'link',
  website: 'link',
  external_url: 'link',
  veranstaltung: 'event',
  événement: 'event',
  evenement: 'event',
  подія: 'event',
  frist: 'deadline',
  bewerbungsfrist: 'deadline',
  apply_by: 'deadline',
  sperrfrist: 'embargo',
  hinweis: 'note',
  bemerkung: 'note',
  comment: 'note',
  order: 'weight',
  // In an event.
  beginn: 'start',
  begin: 'start',
  début: 'start',
  from: 'start',
  ende: 'end',
  fin: 'end',
  until: 'end',
  to: 'end',
  time: 'start',
  zeit: 'start',
  ort: 'place',
  location: 'place',
  venue: 'place',
  lieu: 'place',
  zeitzone: 'timezone',
  tz: 'timezone',
  // Of a picture.
  src: 'file',
  path: 'file',
  datei: 'file',
  fichier: 'file',
  alttext: 'alt',
  'alt-text': 'alt',
  bildunterschrift: 'caption',
  légende: 'caption',
  photographer: 'credit',
  copyright: 'credit',
  fotograf: 'credit',
  text: 'label',
  href: 'url',
  address: 'url',
};
