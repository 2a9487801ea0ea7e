import PostalMime, { addressParser, type Email, type PostalMimeOptions } from 'postal-mime';

export { addressParser, type Email };

/**
 * Parses a message (RFC 5322, 2045-2049) into its fields and parts.
 *
 * @throws Error only for a message that exceeds the bounds.
 */
export function parseMime(bytes: Uint8Array, bounds: PostalMimeOptions = {}): Promise<Email> {
  return PostalMime.parse(bytes, bounds);
}
