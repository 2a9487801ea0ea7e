import type { Severity } from '../../../model/finding.js';
import { mailLinkFault } from '../../../model/text/mail-link.js';
import type { TextRule } from '../../rule.js';
import { mailLinkWords, type LinkFault } from './mail-link-words.js';
import { shortened } from './written-addresses.js';

interface Fault extends LinkFault {
  /** An error unless the editions have the address that was meant. */
  readonly severity?: Severity;
}

const WHOLE_ADDRESS = 'Open the page in a browser and copy the whole address.';
const MAIL_ADDRESS = /^[^\s@/?#]+@[^\s@/?#]+\.[^\s@/?#]+$/;
/** "https//x", "https;//x", "htps://x", "ttps://x" */
const MISSPELT_BEGINNING = /^(?!https?:)h?t{1,3}ps?\s?[:;.]?\/{1,2}/i;
const BEGINNING_TWICE = /^https?:\/*(?:https?[:/]|www\.https?:)/i;
const SLASHES = /^https?:(?!\/\/[^/\\])[/\\]*/i;

function parse(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}

function beginningFault(url: string): Fault | undefined {
  if (BEGINNING_TWICE.test(url)) {
    return { message: 'This link has its beginning twice.', help: 'Keep one https:// and what stands behind it.' };
  }
  if (MISSPELT_BEGINNING.test(url)) {
    return { message: 'The beginning of this link is misspelt.', help: 'Write https:// at its beginning.' };
  }
  return undefined;
}

function unparsedFault(url: string): Fault {
  if (/^www\./i.test(url))
    return { message: 'This link has no beginning.', help: `Write https:// before it: https://${url}` };
  if (MAIL_ADDRESS.test(url)) {
    return {
      message: 'This link is an e-mail address without its beginning.',
      help: `Write mailto: before it: mailto:${url}`,
    };
  }
  return { message: 'This link only works inside another web site.', help: WHOLE_ADDRESS };
}

function webFault(url: string, { hostname, href }: URL): Fault | undefined {
  if (!hostname.includes('.')) return { message: 'This link has no complete web site in it.', help: WHOLE_ADDRESS };
  if (!SLASHES.test(url)) return undefined;
  return {
    severity: 'warning',
    message: 'The beginning of this link is not written as https://; it was put right.',
    help: `The newsletter links to ${href.slice(0, 200)}`,
  };
}

function faultOf(written: string): Fault | undefined {
  const url = written.trim();
  if (url === '')
    return { message: 'This link leads nowhere.', help: 'Put the web address between the round brackets.' };
  // An anchor is another rule's.
  if (url.startsWith('#')) return undefined;
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
export const linkForm: TextRule = {
  kind: 'text',
  id: 'link/malformed',
  why: 'A link must work in every mail program, so it needs its whole address; other kinds of links can do harm. A mail link names one recipient and at most a subject and a body.',
  wrong: '[the report](www.example.org/report)',
  right: '[the report](https://www.example.org/report)',
  *check(text) {
    if (text.source === 'attachment') return;
    for (const run of text.runs) {
      const fault = run.kind === 'address' ? faultOf(run.text) : undefined;
      if (fault === undefined) continue;
      yield {
        severity: 'error',
        ...run.placeAt(0),
        ...fault,
        expected: 'a whole web address, such as https://www.example.org/page, or mailto: and an address',
        actual: shortened(run.text),
      };
    }
  },
};
