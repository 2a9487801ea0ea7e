import { mailLinkFault } from '../../../../model/text/mail-link.js';
import { textRule } from '../../../engine/rule.js';
import { mailLinkWords, type LinkFault } from './mail-link-words.js';
import { ownFileFault } from './own-file.js';
import { isMisspelt, rightAddress } from '../../../detect/links/right-address.js';
import { shortened } from '../../../detect/links/written-addresses.js';

interface Fault extends LinkFault {
  /** An error unless the editions have the address that was meant. */
  readonly severity?: 'warning';
  readonly expected?: string;
  readonly actual?: string;
}

const WHOLE_ADDRESS = 'Open the page in a browser and copy the whole address.';
const MAIL_ADDRESS = /^[^\s@/?#]+@[^\s@/?#]+\.[^\s@/?#]+$/;
const BEGINNING_TWICE = /^https?:\/*(?:https?[:/]|www\.https?:)/i;
const SLASHES = /^https?:(?!\/\/[^/\\])[/\\]*/i;

function parse(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}

/** The faults whose right address can be told. */
function correctable(url: string, message: string, otherwise: string): Fault {
  const right = rightAddress(url);
  if (right === undefined) return { message, help: otherwise };
  return { message, expected: shortened(right), help: `Write it like this: ${right}` };
}

function beginningFault(url: string): Fault | undefined {
  if (BEGINNING_TWICE.test(url)) {
    return correctable(url, 'This link has its beginning twice.', 'Keep one https:// and what stands behind it.');
  }
  return isMisspelt(url)
    ? correctable(url, 'The beginning of this link is misspelt.', 'Write https:// at its beginning.')
    : undefined;
}

function unparsedFault(url: string): Fault {
  if (MAIL_ADDRESS.test(url)) {
    return {
      message: 'This link is an e-mail address without its beginning.',
      help: `Write mailto: before it: mailto:${url}`,
    };
  }
  if (/^www\./i.test(url) || (rightAddress(url) !== undefined && !/\.(?:html?|php|aspx?|md)$/i.test(url)))
    return correctable(url, 'This link has no beginning.', `Write https:// before it: https://${url}`);
  return { message: 'This link only works inside another web site.', help: WHOLE_ADDRESS };
}

function webFault(url: string, { hostname, href }: URL): Fault | undefined {
  if (!hostname.includes('.')) return { message: 'This link has no complete web site in it.', help: WHOLE_ADDRESS };
  if (!SLASHES.test(url)) return undefined;
  const right = href.replace(/^http:/, 'https:');
  return {
    severity: 'warning',
    message: 'The beginning of this link is not written as https://; it was put right.',
    expected: shortened(right),
    help: `Write it like this: ${right.slice(0, 200)}. Until then the newsletter links to ${href.slice(0, 200)}`,
  };
}

/** Whether the beginning of a web address is found at fault; what is said of it names the address with https://. */
export function hasOtherBeginning(url: string): boolean {
  return SLASHES.test(url.trim()) || BEGINNING_TWICE.test(url.trim());
}

function faultOf(written: string): Fault | undefined {
  const url = written.trim();
  if (url === '')
    return { message: 'This link leads nowhere.', help: 'Put the web address between the round brackets.' };
  // An anchor is another rule's.
  if (url.startsWith('#')) return undefined;
  const ownFile = ownFileFault(url);
  if (ownFile !== undefined) return ownFile;
  const misspelt = beginningFault(url);
  if (misspelt !== undefined) return misspelt;
  if (/^mailto:/i.test(url)) {
    const fault = mailLinkFault(url);
    return fault === undefined ? undefined : mailLinkWords(fault);
  }
  const parsed = parse(url);
  if (parsed === undefined) return unparsedFault(url);
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') {
    return {
      message: `Links of the kind "${parsed.protocol}" are not taken.`,
      help: 'Link to a web page, or write the address as text.',
    };
  }
  return webFault(url, parsed);
}

/** Every link in a text must be able to work for any reader. */
export const linkForm = textRule({
  id: 'link/malformed',
  severity: ['error', 'warning'],
  mayBeAllowed: false,
  why: 'A link must work in every mail program, so it needs its whole address; other kinds of links can do harm. A mail link names one recipient and at most a subject and a body.',
  wrong: '[the report](www.example.org/report)',
  right: '[the report](https://www.example.org/report)',
  *check(text) {
    if (text.source === 'attachment') return;
    for (const run of text.runs) {
      const fault = run.kind === 'address' ? faultOf(run.text) : undefined;
      if (fault === undefined) continue;
      yield {
        ...run.placeAt(0),
        expected: 'a whole web address, such as https://www.example.org/page, or mailto: and an address',
        actual: shortened(run.text),
        ...fault,
      };
    }
  },
});
