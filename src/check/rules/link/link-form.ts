import type { TextRule } from '../../rule.js';
import { shortened } from './written-addresses.js';

type Fault = { readonly message: string; readonly help: string };

function parse(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}

function faultOf(url: string): Fault | undefined {
  if (url.trim() === '')
    return { message: 'This link leads nowhere.', help: 'Put the web address between the round brackets.' };
  if (url.startsWith('#')) return undefined;
  const parsed = parse(url);
  if (parsed === undefined) {
    return /^www\./i.test(url)
      ? { message: 'This link has no beginning.', help: `Write https:// before it: https://${url}` }
      : {
          message: 'This link only works inside another web site.',
          help: 'Open the page in a browser and copy the whole address.',
        };
  }
  if (parsed.protocol === 'mailto:') {
    return parsed.pathname.includes('@')
      ? undefined
      : { message: 'This link names no e-mail address.', help: 'Write mailto: and the address behind it.' };
  }
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') {
    return {
      message: `Links of the kind "${parsed.protocol}" are not taken.`,
      help: 'Link to a web page, or write the address as text.',
    };
  }
  return parsed.hostname.includes('.')
    ? undefined
    : {
        message: 'This link has no complete web site in it.',
        help: 'Open the page in a browser and copy the whole address.',
      };
}

/** Every link in a text must be able to work for any reader. */
export const linkForm: TextRule = {
  kind: 'text',
  id: 'link/malformed',
  why: 'A link must work in every mail program, so it needs its whole address; other kinds of links can do harm.',
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
