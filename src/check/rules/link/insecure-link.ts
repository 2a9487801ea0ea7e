import type { SourceLocation } from '../../../model/finding.js';
import { textRule } from '../../engine/rule.js';
import type { CheckedText } from '../../text/text-run.js';
import { hasOtherBeginning } from './form/link-form.js';
import { shortened, webAddressesOf } from '../../detect/links/written-addresses.js';

function placeKey({ line, column }: SourceLocation): string {
  return `${String(line)}:${String(column)}`;
}

/** Where "www.example.org" stands as text: its http:// is Markdown's, and not its author's. */
function plainAddresses({ runs }: CheckedText): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { text, spans, placeAt } of runs) {
    for (const { start, end, address } of spans) {
      if (address === `http://${text.slice(start, end)}`) found.add(placeKey(placeAt(start)));
    }
  }
  return found;
}

/** A link should be encrypted. */
export const insecureLink = textRule({
  id: 'link/insecure',
  severity: 'warning',
  why: 'With http:// everybody on the way, in a café or a shelter, can see which page somebody reads.',
  wrong: '[the report](http://www.example.org/report)',
  right: '[the report](https://www.example.org/report)',
  *check(text) {
    const withoutBeginning = plainAddresses(text);
    for (const { written, clean, url, place } of webAddressesOf(text)) {
      if (url.protocol !== 'http:' || withoutBeginning.has(placeKey(place))) continue;
      // What is said of its beginning names the address with https:// already.
      if (hasOtherBeginning(written)) continue;
      yield {
        ...place,
        message: 'This link is not encrypted: others can see which page is read.',
        expected: 'an address that begins with https://',
        actual: shortened(clean.address),
        help: `Try ${clean.address
          .trim()
          .replace(/^http:/i, 'https:')
          .slice(0, 200)} in your browser; if the page opens, write it like that.`,
      };
    }
  },
});
