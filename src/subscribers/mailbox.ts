/** The content of a cell of addresses. */
export interface Mailbox {
  readonly address: string;
  /** `Anna Berg <anna@example.org>` also names the person. */
  readonly name: string | undefined;
}

const NAME_AND_ADDRESS = /^([^<>]*)<\s*(?:mailto:)?([^<>\s]+@[^<>\s]+?)\s*>$/i;
const LINK = /^mailto:([^?]+)(?:\?.*)?$/i;

/** Splits a name and an address, as mail programs copy them; any other form stays as it is. */
export function readMailbox(written: string): Mailbox {
  const text = written.trim();
  const link = text.includes(':') ? LINK.exec(text) : null;
  if (link !== null) return { address: link[1] ?? '', name: undefined };
  const [, name = '', address] = (text.endsWith('>') ? NAME_AND_ADDRESS.exec(text) : null) ?? [];
  if (address === undefined) return { address: text, name: undefined };
  const bare = name
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .trim();
  return { address, name: bare === '' ? undefined : bare };
}
