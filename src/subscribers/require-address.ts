import { NewsletterError } from '../model/error.js';
import { readAddress } from './addresses.js';

/**
 * Returns the address and its key if the text is an address.
 *
 * @throws NewsletterError `address-invalid`.
 */
export function requireAddress(written: string): { readonly address: string; readonly key: string } {
  const reading = readAddress(written);
  if (reading.kind === 'valid') return reading;
  throw new NewsletterError('address-invalid', {
    message: `${JSON.stringify(written.slice(0, 100))} is not an e-mail address: ${reading.reason}.`,
    expected: 'one address, such as anna@example.org',
    help: 'Correct the address, and give each address by itself.',
  });
}

/** Makes the error for an address that nobody on the list has. */
export function subscriberMissing(address: string): NewsletterError {
  return new NewsletterError('subscriber-missing', {
    message: `Nobody on the list has the address ${address}.`,
    expected: 'the address of a subscriber',
    help: 'Look it up with `newsletter subscribers list`; perhaps it is written in another way there.',
  });
}
