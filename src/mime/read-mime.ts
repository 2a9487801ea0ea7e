import PostalMime, { addressParser, type Email, type PostalMimeOptions } from 'postal-mime';

export { addressParser, type Email };

/**
 * Reads a message (RFC 5322, 2045-2049) into its fields and parts.
 *
 * @throws Error for what passes the bounds, and for nothing else.
 */
export function parseMime(bytes: Uint8Array, bounds: PostalMimeOptions = {}): Promise<Email> {
  return PostalMime.parse(bytes, bounds);
}
