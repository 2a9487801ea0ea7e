/** The parts of css-tree that we load; its types describe only the whole of it, which is five times as large. */
declare module 'css-tree/parser' {
  import type { CssNode, ParseOptions } from 'css-tree';

  export default function parse(text: string, options?: ParseOptions): CssNode;
}

declare module 'css-tree/tokenizer' {
  /** Calls back with the index in `tokenNames` of each token's type, and with its place. */
  export function tokenize(text: string, onToken: (type: number, start: number, end: number) => void): void;
  export const tokenNames: readonly string[];
}
