/** Names under which one provider takes mail for the same mailbox. */
const SAME_DOMAINS: ReadonlyMap<string, string> = new Map([['googlemail.com', 'gmail.com']]);

/** Providers that ignore dots before the @. */
const WITHOUT_DOTS: ReadonlySet<string> = new Set(['gmail.com']);

/**
 * The mailbox to which mail for an address very likely comes, as a limit counts it: `anna+one@` and `anna+two@` are one
 * person's, and so are all the ways to put dots into an address at Gmail. For nothing but limits: at a provider who takes
 * the sign for a letter like any other, these would be two people.
 *
 * @param key an address in the form in which two of them are the same: in lower case.
 */
export function mailboxOf(key: string): string {
  const at = key.lastIndexOf('@');
  const written = key.slice(at + 1);
  const domain = SAME_DOMAINS.get(written) ?? written;
  const name = key.slice(0, at);
  const tag = name.indexOf('+');
  // A name that begins with the sign has no other name before it.
  const untagged = tag > 0 ? name.slice(0, tag) : name;
  return `${WITHOUT_DOTS.has(domain) ? untagged.replaceAll('.', '') : untagged}@${domain}`;
}
