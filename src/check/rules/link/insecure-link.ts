import type { TextRule } from '../../rule.js';
import { shortened, webAddressesOf } from './written-addresses.js';

/** A link should be encrypted. */
export const insecureLink: TextRule = {
  kind: 'text',
  id: 'link/insecure',
  why: 'With http:// everybody on the way, in a café or a shelter, can see which page somebody reads.',
  wrong: '[the report](http://www.example.org/report)',
  right: '[the report](https://www.example.org/report)',
  *check(text) {
    for (const { clean, url, place } of webAddressesOf(text)) {
      if (url.protocol !== 'http:') continue;
      yield {
        severity: 'warning',
        ...place,
        message: 'This link is not encrypted: others can see which page is read.',
        expected: 'an address that begins with https://',
        actual: shortened(clean.address),
        help: `Try ${clean.address.replace(/^http:/i, 'https:').slice(0, 200)} in your browser; if the page opens, write it like that.`,
      };
    }
  },
};
