import { isFreeMail, isPostWord } from './email-words.js';
import { foldWord } from '../passage/folded-word.js';
import { isGivenName } from '../names/candidates/given-names.js';
import type { Match } from '../passage/match.js';

/** What may stand before the @, beside letters and digits. */
const LOCAL_SIGN = /[\p{L}\p{N}._%+'’-]/u;
const DOMAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62}\.){1,5}\p{L}{2,18}|^(?:[\p{L}\p{N}-]{1,63}\.){1,5}\p{L}{2,18}/u;
/** A full stop within a word: looking for domains takes V8 milliseconds to prepare. */
const SIGN_OF_DOMAIN = /^[^\s.]+\.\S/;
const LONGEST_LOCAL = 64;
/** (at), [at], {ät}, " at ", (собака) */
const HIDDEN_AT =
  /\s?[([{<]\s?(?:at|ät|@|a|arroba|chez|małpa|malpa|zavináč|zavinac|chiocciola|et|ett|æt|кучо|маймунско|собака|мајмун|majmun|monkey)\s?[)\]}>]\s?|\s(?:\[at\]|at|AT|arroba|małpa|zavináč|chiocciola|собака|равлик)\s|_at_|-at-/giu;
const HIDDEN_DOT =
  /\s?[([{<]\s?(?:dot|punkt|point|punt|punto|tečka|tecka|kropka|piste|точка|крапка|тачка|nokta|\.)\s?[)\]}>]\s?|\s(?:dot|punkt|point|punto|tečka|kropka|piste|точка|крапка|тачка|nokta)\s/giu;
const DOT_PARTS = new RegExp(`(${HIDDEN_DOT.source})`, 'giu');
const ONLY_DOT = new RegExp(`^(?:${HIDDEN_DOT.source})$`, 'iu');
/** Between spaces, "at" is also a word; then the full stop must be hidden too, or follow without a space. */
const AT_AS_WORD = /^\s\p{L}+\s$/u;
/** The endings of addresses; many short English words look like one and are left out. */
const TOP = /\.(?:com|org|net|eu|info|int|gov|edu|ngo|ong|example|[a-z]{2})$/;
const NO_TOP = /\.(?:of|on|in|an|or|if|he|we|my|up|so|to|at)$/;

/** An address as it was found, however it was hidden. */
export interface FoundAddress {
  readonly start: number;
  readonly end: number;
  /** In small letters, with a real @ and real full stops. */
  readonly address: string;
}

function localBefore(text: string, at: number): string {
  let start = at;
  while (start > 0 && at - start < LONGEST_LOCAL && LOCAL_SIGN.test(text.charAt(start - 1))) start -= 1;
  return text.slice(start, at).replace(/^[.'’%+-]+/, '');
}

/** The domain with which a text begins. */
function domainOf(text: string): string | undefined {
  return SIGN_OF_DOMAIN.test(text) ? DOMAIN.exec(text)?.[0] : undefined;
}

function plainAddresses(text: string): readonly FoundAddress[] {
  const found: FoundAddress[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const spaced = / @ /.test(text.slice(at - 1, at + 2));
    const local = localBefore(text, spaced ? at - 1 : at);
    const from = spaced ? at + 2 : at + 1;
    const domain = domainOf(text.slice(from, from + 260));
    if (local === '' || domain === undefined) continue;
    const start = (spaced ? at - 1 : at) - local.length;
    found.push({ start, end: from + domain.length, address: `${local}@${domain}`.toLowerCase() });
  }
  return found;
}

function hiddenAddresses(text: string): readonly FoundAddress[] {
  return Array.from(text.matchAll(HIDDEN_AT)).flatMap(({ 0: at, index }): readonly FoundAddress[] => {
    const before = text.slice(Math.max(0, index - LONGEST_LOCAL - 30), index);
    const dotted = before.replace(HIDDEN_DOT, '.');
    const local = localBefore(dotted, dotted.length);
    const from = index + at.length;
    const rest = text.slice(from, from + 120);
    const domain = domainOf(rest.replace(HIDDEN_DOT, '.'));
    if (local === '' || domain === undefined) return [];
    // As many hidden full stops as the domain shows more than the text does.
    const end = from + writtenLength(rest, domain);
    const hiddenDot = text.slice(from, end) !== domain;
    if (AT_AS_WORD.test(at) && ((!hiddenDot && !at.includes('AT')) || !TOP.test(domain) || NO_TOP.test(domain)))
      return [];
    const written = dotted.length === before.length ? local.length : writtenLocalLength(before, local);
    return [{ start: index - written, end, address: `${local}@${domain}`.toLowerCase() }];
  });
}

/** How many characters of the text the domain takes with its full stops hidden. */
function writtenLength(text: string, domain: string): number {
  let length = 0;
  let shown = '';
  for (const part of text.split(DOT_PARTS)) {
    const isDot = length > 0 && ONLY_DOT.test(part);
    const next = shown + (isDot ? '.' : part);
    if (next.length >= domain.length) return length + (domain.length - shown.length);
    shown = next;
    length += part.length;
  }
  return length;
}

function writtenLocalLength(before: string, local: string): number {
  for (let length = local.length; length <= before.length; length += 1)
    if (before.slice(-length).replace(HIDDEN_DOT, '.') === local) return length;
  return local.length;
}

/** Every e-mail address in a folded text, also those that are hidden from machines. */
export function addressesIn(text: string): readonly FoundAddress[] {
  return [...plainAddresses(text), ...(/at|ät|@|arroba|a\w+a|[а-я]/iu.test(text) ? hiddenAddresses(text) : [])];
}

/** pressoffice, ufficiostampa, infoberlin, supportteam: written as one word, without a given name in it. */
function isCompoundOfRoles(joined: string): boolean {
  if (isGivenName(joined)) return false;
  const ends = Array.from({ length: joined.length }, (_, index) => index).filter(
    (end) => end >= 4 && isPostWord(joined.slice(0, end)),
  );
  return joined.startsWith('info') || ends.some((end) => end >= 5 || isPostWord(joined.slice(end)));
}

/** Whether an address belongs to a post, a project or an organisation. */
function isRole(local: string, domain: string, organisations: ReadonlySet<string>): boolean {
  const whole = foldWord(local);
  if (isPostWord(whole)) return true;
  const parts = whole.split(/[._+\-\d]+/).filter((part) => part !== '');
  const [own = ''] = domain.split('.');
  const known = (part: string) => isPostWord(part) || organisations.has(part) || own.replaceAll('-', '') === part;
  const joined = parts.join('');
  // One word of a post is enough: press.office, info-berlin, hotline2. So is the organisation's own name.
  const [first = ''] = parts;
  if (parts.length > 1 && isGivenName(first) && !known(first)) return false;
  if (parts.length > 0 && isCompoundOfRoles(joined)) return true;
  return (
    parts.length === 0 ||
    parts.some(known) ||
    known(joined) ||
    (joined.length >= 4 && own.replaceAll('-', '').startsWith(joined))
  );
}

/** E-mail addresses of persons. */
export function personalAddressesIn(text: string, organisations: ReadonlySet<string>): readonly Match[] {
  return addressesIn(text).flatMap(({ start, end, address }): readonly Match[] => {
    const at = address.lastIndexOf('@');
    const domain = address.slice(at + 1);
    if (!isFreeMail(domain) && isRole(address.slice(0, at), domain, organisations)) return [];
    return [{ kind: 'emailAddress', start, end, value: address }];
  });
}
