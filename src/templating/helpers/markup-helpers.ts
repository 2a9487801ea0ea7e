import { escapeMarkup } from './safe-address.js';

/** Addresses inside the newsletter itself: anchors, embedded pictures, files beside the page, slots. */
const OWN_ADDRESS = /^(#[\p{L}\p{N}_.-]+|cid:[\w.@-]+|[\w-][\w./-]*)$/u;
const OUTWARD_ADDRESS = /^(https?:\/\/|mailto:)[^\s<>"]+$/i;

/**
 * Writes an address into a quoted attribute. An address that is neither our own nor http, https or mailto is replaced
 * by one that leads nowhere.
 */
export function writeAddress(value: unknown): string {
  const address = typeof value === 'string' ? value : '';
  return OWN_ADDRESS.test(address) || OUTWARD_ADDRESS.test(address) ? escapeMarkup(address) : '#';
}

/** The helpers of HTML, MJML and CSS templates, by name; what they return is already markup. */
export const MARKUP_HELPERS: Readonly<Record<string, (value: unknown) => string>> = { address: writeAddress };
