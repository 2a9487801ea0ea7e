import { coordinatesIn } from '../numbers/coordinates.js';
import { isFreeMail } from './email-words.js';
import { personalAddressesIn } from './email-addresses.js';
import { foldWord } from '../passage/folded-word.js';
import type { Match } from '../passage/match.js';
import { isGivenName } from '../names/candidates/given-names.js';

/** A web address, or one of the kinds that a telephone or a mail program opens. */
const ADDRESS =
  /(?:https?:\/\/|www\.|(?:mailto|tel|sms|smsto|callto|geo|whatsapp|viber|skype|facetime|sip|tg):)[^\s<>"«»“”]{1,2000}/giu;
/** tel:+43…, sms:…, wa.me/…, t.me/+…, ?phone=…: the digits are a telephone number. */
const CALLED =
  /(?:(?:tel|sms|smsto|callto|facetime|sip|skype):|wa\.me\/|t\.me\/|signal\.me\/#p\/|viber:\/\/\S{0,40}?number=|[?&;#/](?:phone|tel|telephone|mobile|msisdn|whatsapp|telefon|telefoon)[=/:])\s?((?:%2B)?[+(]?\d(?:[ ().-]{0,2}\d){5,17})/giu;
/** A plus, or 00, and digits as long as a number of another country. */
const INTERNATIONAL = /(?<![\p{L}\p{N}])(?:\+|00)[1-9](?:[ ().-]{0,2}\d){8,14}(?![\p{L}\p{N}])/gu;
const PUBLIC_SERVICE = /^(?:\+?(?:00)?\d{0,3})?116\d{3}$/;
/** @52.37,4.89 · ll=52.37,4.89 · !3d52.37!4d4.89 · #map=17/52.37/4.89 · mlat=52.37&mlon=4.89 */
const PLACE_ON_MAP =
  /(?<![\d.])(-?\d{1,3}\.\d{3,15})(?:[,~/]|%2C|, |!4d|&(?:mlon|lng|lon|long|longitude)=)\+?(-?\d{1,3}\.\d{3,15})(?![\d.])/giu;
const THREE_WORDS = /(?:what3words\.com|w3w\.co)\/\p{L}{2,20}\.\p{L}{2,20}\.\p{L}{2,20}/giu;
const QUERY =
  /[?&#](?:q|query|address|addr|daddr|saddr|destination|origin|where|loc|location|place|near)=([^&#]{3,200})|\/maps?\/(?:place|search|dir)\/([^/@?#]{3,200})/giu;

/** Without these signs what is looked for cannot be there: asking for them costs a hundredth of looking. */
const SIGN_OF_NUMBER = /\d(?:[ ().-]{0,2}\d){5}/;
const SIGN_OF_PLACE = /\d\.\d{3}/;
const SIGN_OF_THREE_WORDS = /what3words|w3w/i;
const SIGN_OF_QUERY = /[?&#]|\/maps?\//i;

/** Where the web addresses of a text stand. */
export function webAddressesIn(text: string): readonly { readonly start: number; readonly end: number }[] {
  return Array.from(text.matchAll(ADDRESS)).map(({ 0: found, index: start }) => {
    const bare = found.replace(/[.,;:!?)\]}'*]{1,8}$/, '');
    return { start, end: start + bare.length };
  });
}

function telephoneMatches(address: string): readonly Match[] {
  if (!SIGN_OF_NUMBER.test(address)) return [];
  const called = Array.from(address.matchAll(CALLED)).map(({ 0: found, 1: written = '', index }) => ({
    start: index + found.length - written.length,
    written,
  }));
  const abroad = Array.from(address.matchAll(INTERNATIONAL)).map(({ 0: written, index: start }) => ({
    start,
    written,
  }));
  return [...called, ...abroad]
    .filter(({ written }) => !PUBLIC_SERVICE.test(written.replace(/[ ().-]/g, '')))
    .map(({ start, written }) => ({ kind: 'telephone', start, end: start + written.length, value: written }));
}

function placeMatches(address: string): readonly Match[] {
  const pairs = SIGN_OF_PLACE.test(address) ? Array.from(address.matchAll(PLACE_ON_MAP)) : [];
  const places = pairs.filter(([, first, second]) => Math.abs(Number(first)) <= 180 && Math.abs(Number(second)) <= 180);
  const words = SIGN_OF_THREE_WORDS.test(address) ? Array.from(address.matchAll(THREE_WORDS)) : [];
  return [...places, ...words].map(({ 0: found, index: start }) => ({
    kind: 'coordinates',
    start,
    end: start + found.length,
    value: found,
  }));
}

/** The words that a map or a search is asked for, with their place in the address. */
export function searchedWordsIn(address: string): readonly { readonly start: number; readonly words: string }[] {
  if (!SIGN_OF_QUERY.test(address)) return [];
  return Array.from(address.matchAll(QUERY)).map(({ 0: found, 1: query, 2: place, index }) => {
    const words = query ?? place ?? '';
    return { start: index + found.length - words.length, words: words.replace(/[+_]/g, ' ') };
  });
}

/** A calendar's own name looks like an e-mail address: ?src=network%40group.calendar.example.org */
const CALENDAR = /calend|kalend|ical|webcal|agenda|rozvrh|termin/i;

/** E-mail addresses of persons; of a calendar only those in which somebody's given name stands. */
function mailIn(address: string, organisations: ReadonlySet<string>): readonly Match[] {
  if (/^mailto:/i.test(address)) return personalAddressesIn(address, organisations);
  if (!/[?&=][^?&=]{0,80}@/.test(address)) return [];
  const found = personalAddressesIn(address, organisations);
  return CALENDAR.test(address) ? found.filter(({ value }) => namesSomebody(value)) : found;
}

/** "anna.example@…", "annak@freemail…" */
function namesSomebody(mail: string): boolean {
  const [local = '', domain = ''] = mail.split('@');
  return isFreeMail(domain) || local.split(/[._+-]/).some((part) => part.length > 2 && isGivenName(foldWord(part)));
}

/** What a web address itself gives away: numbers to call, addresses to write to, places on a map. */
export function matchesInAddress(address: string, organisations: ReadonlySet<string>): readonly Match[] {
  const geo = /^geo:/i.test(address) ? coordinatesIn(address) : [];
  const mail = mailIn(address, organisations);
  return [...mail, ...telephoneMatches(address), ...placeMatches(address), ...geo];
}
