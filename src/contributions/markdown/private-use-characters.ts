import type { Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';

/** The bullets of the fonts Symbol and Wingdings come first, up to `symbols`. */
export const PRIVATE_USE = { first: 0xe000, symbols: 0xf0ff, last: 0xf8ff } as const;
/** All private-use characters except those bullets. */
export const PRIVATE_SIGNS = /[\ue000-\uefff\uf100-\uf8ff]/g;
/**
 * Returns a private-use character that the text does not hold; the stand-ins of numbers are taken from the other end.
 */
export function freeCharacter(text: string): string | undefined {
  for (let code: number = PRIVATE_USE.last; code > PRIVATE_USE.symbols; code -= 1) {
    const character = String.fromCharCode(code);
    if (!text.includes(character)) return character;
  }
  return undefined;
}

/** The fields of nodes that hold text as it was written. */
const TEXT_FIELDS = ['value', 'alt', 'title', 'url', 'label', 'identifier', 'lang', 'meta'] as const;

/** Changes every text of a tree. */
export function mapTexts(tree: Root, map: (text: string) => string): void {
  visit(tree, (node) => {
    if (node.type !== 'root') restoreTexts(node, map);
  });
}

/** Changes the texts of one node. */
export function restoreTexts<N extends RootContent>(node: N, restore: (text: string) => string): N {
  for (const field of TEXT_FIELDS) {
    const value: unknown = Reflect.get(node, field);
    if (typeof value === 'string') Reflect.set(node, field, restore(value));
  }
  return node;
}
