import { domainToASCII } from 'node:url';
import { parse } from 'tldts';

/** Names under which one site can be reached. */
const SAME_SITE: Readonly<Record<string, string>> = {
  'youtu.be': 'youtube.com',
  'fb.com': 'facebook.com',
  'fb.me': 'facebook.com',
  'x.com': 'twitter.com',
  't.me': 'telegram.me',
  'telegram.org': 'telegram.me',
  'lnkd.in': 'linkedin.com',
};

/**
 * The site of a host: its registrable domain by the Public Suffix List, or the host itself where it has none.
 * `www.stoptraffick.org.uk` is of `stoptraffick.org.uk`.
 */
export function siteOf(host: string): string {
  const ascii = domainToASCII(host.replace(/\.$/, '')).toLowerCase();
  const site = parse(ascii, { allowPrivateDomains: true }).domain ?? ascii;
  return SAME_SITE[site] ?? site;
}

/** Whether a name ends in a suffix under which sites are registered: `example.org` does, `report.pdf` does not. */
function isHost(name: string): boolean {
  const ascii = domainToASCII(name);
  const { isIcann, domain } = parse(ascii, { allowPrivateDomains: false });
  return isIcann === true && domain !== null;
}

const LABEL = '[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?';
const HOST = new RegExp(
  `(?<![\\p{L}\\p{N}_./-])(https?://)?((?:${LABEL}\\.){1,8}[\\p{L}][\\p{L}\\p{M}\\p{N}-]{1,24})(?![\\p{L}\\p{N}_])`,
  'giu',
);
/** Some text ends a sentence and begins the next without a blank: no site is meant by "law.Victims". */
const SENTENCES = /^[\p{L}\p{N}_-]+\.\p{Lu}\p{Ll}+$/u;
/** Titles such as "dr.sc." and "mr.ph." */
const SHORT_TITLE = /^\p{L}{1,3}\.\p{L}{2}$/u;
/** Endings of files that are suffixes of sites as well. */
const FILE_ENDING = /\.(?:md|zip|mov|py|rs|sh|pl)$/i;

/** The hosts that a text names, as they are written: `www.example.org`, and that of an e-mail address. */
export function hostsIn(text: string): readonly string[] {
  return Array.from(text.matchAll(HOST)).flatMap(({ 0: whole, 1: scheme, 2: host = '', index }) => {
    const named = scheme !== undefined || /^www\./i.test(host);
    const behind = text[index + whole.length];
    const before = text[index - 1];
    if (!named && before !== '@') {
      if (SENTENCES.test(host) || (SHORT_TITLE.test(host) && behind === '.')) return [];
    }
    return isHost(host) ? [host] : [];
  });
}

/** Whether a name is that of the file to which an address leads: `annex.zip` of `https://example.org/annex.zip`. */
export function isFileOf(name: string, address: string): boolean {
  const file =
    address
      .replace(/[?#].*$/su, '')
      .split('/')
      .at(-1) ?? '';
  return FILE_ENDING.test(name) && file.toLowerCase() === name.toLowerCase();
}
