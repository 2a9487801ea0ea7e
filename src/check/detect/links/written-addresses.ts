import { cleanAddress, parseWebAddress, type CleanAddress } from '../../../model/text/clean-link.js';
import type { SourceLocation } from '../../../model/finding.js';
import type { CheckedText } from '../../text/text-run.js';

/** A web address as it was written, and the clean address that readers get. */
export interface WrittenAddress {
  readonly written: string;
  readonly clean: CleanAddress;
  /** Of the clean address. */
  readonly url: URL;
  readonly place: SourceLocation;
}

/** Every web address of a text. Those of an attached file are left out: only its author can correct them. */
export function* webAddressesOf(text: CheckedText): Iterable<WrittenAddress> {
  if (text.source === 'attachment') return;
  for (const run of text.runs) {
    if (run.kind !== 'address') continue;
    const clean = cleanAddress(run.text);
    const url = parseWebAddress(clean.address);
    if (url !== undefined) yield { written: run.text, clean, url, place: run.placeAt(0) };
  }
}

/** An address as a finding shows it. */
export function shortened(address: string): string {
  return `"${address.length > 80 ? `${address.slice(0, 79)}…` : address}"`;
}
