import type { Advice } from '../../yaml/yaml-source.js';
import { writeText } from '../../yaml/faults/quote-text.js';
import { CONSENT_HELP, groupBelow, pictureLines, type KnownOfPicture } from '../../model/issue/text/proposed-lines.js';
import { PROPOSED, REFUSED_PROPOSALS } from '../../model/issue/text/proposed-text.js';
import { readWrittenDay, otherReading } from '../../model/text/dates/written-dates.js';
import { suggestSection } from '../../model/written-sections.js';
import { suggestTimeZone, type EventLocation } from '../../model/text/dates/written-time-zones.js';
import { completeAddress } from '../../model/text/written-values.js';
import { adviseDayOfEvent, adviseEventTime, dayOfEvent, eventLines } from './event-advice.js';
import { memberOf } from '../folder/member-of.js';
import { OTHER_KEYS } from './other-keys.js';

/**
 * Proposes lines for what people write after a key of the front matter: a picture or a link on one line, days and times
 * in words.
 */

const WEB_ADDRESS = /^https?:\/\/\S+$/i;

/** Returns the address that a text is, with its beginning. */
function addressIn(text: string): string | undefined {
  if (WEB_ADDRESS.test(text)) return text;
  return /^(?:www\.|https?:)|^[^\s/]+\.[^\s/]+\/|^[^\s/]+\.\p{L}{2,}$/iu.test(text) ? completeAddress(text) : undefined;
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : 'the other page';
}

/** Collects what lines of their own say about a picture, whatever their keys. */
function besidePicture(written: unknown): Omit<KnownOfPicture, 'file'> {
  const entries = typeof written === 'object' && written !== null ? Object.entries<unknown>({ ...written }) : [];
  const found = new Map<string, string>();
  for (const [key, value] of entries) {
    const own = key.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
    if (typeof value === 'string') found.set(new Map(Object.entries(OTHER_KEYS)).get(own) ?? own, value.trim());
  }
  // A single word is not a description.
  const alt = [found.get('alt')].find((one) => one !== undefined && /\s/.test(one));
  const consent = [found.get('consent')].find((one) => one === 'given' || one === 'not-needed');
  const text = (value: string | undefined) => (value === undefined ? undefined : writeText(value));
  return { alt: text(alt), caption: text(found.get('caption')), credit: text(found.get('credit')), consent };
}

function linesOf(
  key: string,
  text: string,
  written: unknown,
  whereabouts: EventLocation,
): readonly string[] | undefined {
  const address = addressIn(text);
  switch (key) {
    case 'image':
    case 'images': {
      const file = address === undefined ? text : (address.split(/[?#]/)[0]?.split('/').at(-1) ?? text);
      return pictureLines({ ...besidePicture(written), file: writeText(file) });
    }
    case 'link':
      return address === undefined
        ? [`url: ${REFUSED_PROPOSALS.address}`, `label: ${writeText(text)}`]
        : [`url: ${address}`, `label: Read more at ${hostOf(address)}`];
    case 'source':
      return address === undefined
        ? [`title: ${writeText(text)}`]
        : [`title: ${PROPOSED.sourceTitle}`, `url: ${address}`];
    case 'publication':
      return /\.pdf$/i.test(text) ? [`file: ${writeText(text)}`] : [`kind: ${writeText(text)}`];
    case 'event':
    case 'events':
      return eventLines(text, whereabouts);
    default:
      return undefined;
  }
}

function adviseSection(text: string, known: unknown): Advice | undefined {
  const hasEvent = memberOf(known, 'event') !== undefined || memberOf(known, 'events') !== undefined;
  const section = suggestSection(text, hasEvent);
  if (section === undefined) return undefined;
  return section === 'unknown'
    ? { note: 'Write one of the names above. Without this line the text stands in the section "member-news".' }
    : { right: `section: ${section}` };
}

function adviseDay(key: string, text: string): Advice | undefined {
  const day = readWrittenDay(text);
  if (day === undefined) return undefined;
  const hour = /\d[:.hT]\d{2}/.test(text) ? 'Only the day counts here; the hour can stand in the text.' : undefined;
  const remarks = [hour, otherReading(text)].filter((one) => one !== undefined);
  return hour === undefined ? undefined : { right: `${key}: ${day}`, note: remarks.join(' ') };
}

function adviseOnePart(key: string, text: string, known: unknown, whereabouts: EventLocation): Advice | undefined {
  if (key === 'section') return adviseSection(text, known);
  if (key === 'deadline' || key === 'embargo') return adviseDay(key, text);
  if (key === 'timezone' && suggestTimeZone(text, whereabouts) === undefined) {
    const own = suggestTimeZone('local', whereabouts);
    return own === undefined ? undefined : { right: `timezone: ${own}`, note: 'Or name another city of that time.' };
  }
  return undefined;
}

/** Proposes the right lines for a value of the front matter that is refused; `undefined` when they are unclear. */
export function adviseFrontMatter(
  path: readonly string[],
  value: unknown,
  known: unknown,
  written: unknown,
  whereabouts: EventLocation,
): Advice | undefined {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const [only] = values.length === 1 ? values : [];
  if (typeof only !== 'string') return undefined;
  const text = only.trim();
  const [outer = '', inner] = path;
  const key = path.at(-1) ?? '';
  if (key === 'consent') return { note: CONSENT_HELP };
  const isEvent = outer === 'event' || outer === 'events';
  if (isEvent && (key === 'start' || key === 'end')) {
    return adviseEventTime(path, text, known, whereabouts, written);
  }
  const event = path.length === 1 && key === 'date' ? adviseDayOfEvent(text, written) : undefined;
  if (event !== undefined) return event;
  if (path.length === 1 || (isEvent && key === 'timezone')) {
    const advice = adviseOnePart(key, text, known, whereabouts);
    if (advice !== undefined) return advice;
  }
  const isEntry = path.length === 2 && /^\d+$/.test(inner ?? '');
  if (path.length !== 1 && !isEntry) return undefined;
  const lines = linesOf(outer, text, written, whereabouts);
  if (lines === undefined) return undefined;
  const isList = !isEntry && (outer === 'images' || outer === 'events');
  return { right: isList ? `${outer}:\n${groupBelow(outer, lines, true)}` : groupBelow(outer, lines, isEntry) };
}

/** Completes the lines of a group of which some are known, by key and as they are written. */
export function completeGroup(group: string, lines: ReadonlyMap<string, string>, written: unknown): readonly string[] {
  const valueOf = (key: string) => lines.get(key)?.slice(key.length + 2);
  if (group === 'image') {
    const [file, alt, caption, credit, consent] = ['file', 'alt', 'caption', 'credit', 'consent'].map(valueOf);
    return pictureLines({ file: file ?? 'meeting.jpg', alt, caption, credit, consent });
  }
  const needed: Readonly<Record<string, string>> =
    group === 'event'
      ? { start: dayOfEvent(written)?.day ?? REFUSED_PROPOSALS.time }
      : group === 'link'
        ? { url: REFUSED_PROPOSALS.address, label: PROPOSED.label }
        : {};
  const missing = Object.entries(needed).filter(([key]) => !lines.has(key));
  return [...missing.map(([key, proposal]) => `${key}: ${proposal}`), ...lines.values()];
}
