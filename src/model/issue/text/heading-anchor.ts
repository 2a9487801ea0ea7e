/**
 * Returns the name by which links in the same text refer to a heading: `## What we ask` is `what-we-ask`, as on many
 * sites that show Markdown.
 */
export function headingAnchor(words: string): string {
  return words
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .replace(/\s+/gu, '-');
}

/**
 * Returns the name in a link such as `#what-we-ask`, which may be percent-encoded; `undefined` for any other address.
 */
export function linkedAnchor(address: string): string | undefined {
  const written = /^\s*#(.*)$/su.exec(address)?.[1];
  if (written === undefined) return undefined;
  try {
    return headingAnchor(decodeURIComponent(written));
  } catch {
    return headingAnchor(written);
  }
}
