import type { Keys } from '../../subscribers/tokens/keys.js';
import { makeBounceToken } from '../../subscribers/tokens/tokens.js';
import { wireAddress } from '../../mime/addresses.js';
import type { Configuration } from '../../model/settings/configuration.js';
import { NewsletterError } from '../../model/error.js';

/** What the return path depends on. */
export type ReturnPathConfiguration = Pick<Configuration, 'returnPath'>;

/** Octets before the @ of an envelope address, and after it (RFC 5321 §4.5.3.1). */
const LOCAL_PART_LIMIT = 64;
const DOMAIN_LIMIT = 255;
/** Room for the numbers of 78 billion subscribers. */
const LARGEST_NUMBER = 36 ** 7 - 1;

/** The return path that does not tell whose message it was: service mail, test copies, and `returnPath: plain`. */
export function returnPathOf({ returnPath }: ReturnPathConfiguration): string {
  return wireAddress(returnPath.address);
}

/**
 * Gives each reader's return path: with `verp`, the address for bounces with `+` and a keyed token before its @, so that
 * a bounce says whose message it was, whatever its words.
 *
 * @throws NewsletterError `configuration-invalid` where a token would make the address longer than an envelope takes.
 */
export function prepareReturnPath(
  configuration: ReturnPathConfiguration,
  keys: Keys,
  listId: string,
): (subscriberId: number) => string {
  const plain = returnPathOf(configuration);
  if (configuration.returnPath.kind === 'plain') return () => plain;
  const at = plain.lastIndexOf('@');
  const localPart = plain.slice(0, at);
  const domain = plain.slice(at + 1);
  const room = LOCAL_PART_LIMIT - 1 - makeBounceToken(keys, listId, LARGEST_NUMBER).length;
  const tooLong = Buffer.byteLength(localPart) > room || Buffer.byteLength(domain) > DOMAIN_LIMIT;
  if (tooLong) throw addressTooLong(configuration.returnPath.address, room);
  return (subscriberId) => `${localPart}+${makeBounceToken(keys, listId, subscriberId)}@${domain}`;
}

function addressTooLong(address: string, room: number): NewsletterError {
  return new NewsletterError('configuration-invalid', {
    message: `newsletter.yaml asks for \`returnPath: verp\`, but ${address} leaves no room for a token: mail servers take ${String(LOCAL_PART_LIMIT)} characters before the @.`,
    expected: `an address with at most ${String(room)} characters before the @`,
    help: 'Set `bounces:` to a shorter address, such as bounces@ your domain, or use `returnPath: plain`.',
  });
}
