import { textRule } from '../../engine/rule.js';
import { shortened, webAddressesOf, type WrittenAddress } from '../../detect/links/written-addresses.js';

function whatWasTakenOff({ clean }: WrittenAddress): string {
  const [first] = clean.unwrapped;
  const parts = [
    ...(first === undefined ? [] : [`the detour over ${clean.unwrapped.join(', ')}`]),
    ...(clean.removed.length === 0 ? [] : [clean.removed.slice(0, 6).join(', ')]),
  ];
  return parts.join(', and ');
}

/** What only watches the reader is taken off, and said. */
export const trackingLink = textRule({
  id: 'link/tracking',
  severity: 'info',
  why: 'Parts such as utm_source or fbclid, and the detours that mail programs put before an address, tell others who reads what. They are taken off; the page stays the same.',
  wrong: '[the report](https://www.example.org/report?utm_source=mail&fbclid=x)',
  right: '[the report](https://www.example.org/report)',
  *check(text) {
    for (const address of webAddressesOf(text)) {
      const { clean, place } = address;
      if (clean.removed.length === 0 && clean.unwrapped.length === 0) continue;
      yield {
        ...place,
        message: `Taken off this link, because it only watches the reader: ${whatWasTakenOff(address)}.`,
        expected: 'the address of the page and nothing else',
        actual:
          clean.unwrapped.length === 0 ? shortened(address.written) : 'the address inside that of another service',
        help: `Nothing to do: the newsletter links to ${clean.address.slice(0, 200)}`,
      };
    }
  },
});
