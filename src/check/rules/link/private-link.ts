import { textRule, type RuleFinding } from '../../engine/rule.js';
import { shortened, webAddressesOf, type WrittenAddress } from '../../detect/links/written-addresses.js';

const INTERNAL_NAME = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|home\.arpa|localdomain|test|invalid)$/;
const NUMBERED = /^(\[.*\]|\d+(\.\d+){3})$/;

/** Shorter ones would be found, and hidden, in every other word. */
const SHORTEST_SECRET = 3;

/** The password as it was written, which is how other findings might repeat it. */
function passwordIn(address: string): string | undefined {
  const login = /^https?:[/\\]*([^/?#\\]*)@/i.exec(address.trim())?.[1] ?? '';
  const password = login.slice(login.indexOf(':') + 1);
  return login.includes(':') && password.length >= SHORTEST_SECRET ? password : undefined;
}

type PrivateLinkFault = Omit<RuleFinding, 'file' | 'line' | 'column'>;

function faultOf({ clean, url }: WrittenAddress): PrivateLinkFault | undefined {
  const host = url.hostname.replace(/\.$/, '');
  if (url.username !== '' || url.password !== '') {
    const secret = passwordIn(clean.address);
    return {
      message: 'There is a name to log in with in this link, and every reader would see it.',
      expected: 'an address without anything before an @',
      actual: 'a link with a name or password in it',
      help: 'Take out everything between // and @. If there was a password, change it: it has been in a shared folder.',
      ...(secret === undefined ? {} : { secret }),
    };
  }
  if (NUMBERED.test(host)) {
    return {
      message: 'This link leads to a computer by its number, and nobody can see whose it is.',
      expected: 'the name of a web site, such as www.example.org',
      actual: shortened(clean.address),
      help: 'Open the page by its name, and copy the address from there.',
    };
  }
  if (!INTERNAL_NAME.test(host)) return undefined;
  return {
    message: 'This link only works inside your own network.',
    expected: 'an address that every reader can open',
    actual: shortened(clean.address),
    help: 'Publish the page or the file, and link to it there.',
  };
}

/** A link must lead to something public. */
export const privateLink = textRule({
  id: 'link/private',
  severity: 'error',
  mayBeAllowed: false,
  why: 'An address with a password, of an internal network or of a bare number helps no reader, and can give something away.',
  wrong: '[the report](https://anna:password@files.example.org/report)',
  right: '[the report](https://www.example.org/report)',
  *check(text) {
    for (const address of webAddressesOf(text)) {
      const fault = faultOf(address);
      if (fault !== undefined) yield { ...address.place, ...fault };
    }
  },
});
