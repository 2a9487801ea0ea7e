/** Numbers the links of one item in the order in which they appear; the same address keeps its number. */
export interface LinkList {
  /** The mark that stands behind the link's text, such as `[1]`. */
  mark(address: string): string;
  /** One line a link, such as `[1] https://www.example.org`. */
  lines(): readonly string[];
}

/** A new, empty list of links. */
export function createLinkList(): LinkList {
  const addresses: string[] = [];
  return {
    mark(address) {
      if (!addresses.includes(address)) addresses.push(address);
      return `[${String(addresses.indexOf(address) + 1)}]`;
    },
    lines: () => addresses.map((address, index) => `[${String(index + 1)}] ${address}`),
  };
}
