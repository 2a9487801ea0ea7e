import type { Heading, Link, Nodes, Paragraph, Parents, Root, TableCell } from 'mdast';
import { indexLines } from '../markdown/line-index.js';

/** Replaces everything that is not running words: markup, addresses, code. */
export const FILLER = '\uFFFC';

/** A paragraph, heading or cell, with its words as they were written. */
export interface WrittenBlock {
  readonly node: Paragraph | Heading | TableCell;
  readonly parent: Parents;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
  /** The source from `start` to `end`; what is not running words is filler, and the marks of quotations are spaces. */
  readonly words: string;
}

/** A line of a block. */
export interface WrittenLine {
  /** The words without the spaces before them. */
  readonly words: string;
  /** Offset of the first character after those spaces. */
  readonly at: number;
  /** Offset of the line break after it, or of the end of the block. */
  readonly end: number;
}

/** A Markdown text as it was written, and what Markdown made of it. */
export interface WrittenText {
  readonly text: string;
  readonly tree: Root;
  readonly blocks: readonly WrittenBlock[];
  /** A character that the text does not hold; it is removed again after parsing. */
  readonly joiner: string;
  readonly placeAt: (offset: number) => { readonly line: number; readonly column: number };
}

/** Returns where a node begins and ends. */
export function rangeOf(node: Nodes): { readonly start: number; readonly end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/** Says whether a link is a plain-text address, without any sign of a link. */
export function isBareAddress(node: Nodes, text: string): node is Link {
  return node.type === 'link' && !/[[<]/.test(text[rangeOf(node).start] ?? '');
}

/** Returns the words of a node; a character after a backslash is not a sign of Markdown. */
function plainSource(text: string, node: Nodes): string {
  const { start, end } = rangeOf(node);
  return text
    .slice(start, end)
    .replace(/\\[!-/:-@[-`{-~]/g, FILLER + FILLER)
    .replace(/\n[ \t]*(?:>[ \t]?)+/g, (prefix) => `\n${' '.repeat(prefix.length - 1)}`);
}

function wordsOf(text: string, block: Nodes): string {
  const { start, end } = rangeOf(block);
  const characters = text.slice(start, end).replace(/[^\n]/g, FILLER).split('');
  const visit = (node: Nodes) => {
    if (node.type === 'text' || isBareAddress(node, text)) {
      const from = rangeOf(node).start - start;
      Array.from(plainSource(text, node).split('')).forEach((character, index) => {
        characters[from + index] = character;
      });
    } else if ('children' in node) node.children.forEach(visit);
  };
  visit(block);
  // Spaces before a line that begins with markup belong to no text.
  return characters.join('').replace(new RegExp(`\\n(${FILLER}+)`, 'g'), (whole, filler: string, at: number) => {
    const source = text.slice(start + at + 1, start + at + 1 + filler.length);
    const blanks = /^[ \t>]*/.exec(source)?.[0].length ?? 0;
    return `\n${' '.repeat(blanks)}${whole.slice(1 + blanks)}`;
  });
}

/** Gathers what a text holds. */
export function readWrittenText(text: string, tree: Root, joiner: string): WrittenText {
  const blocks: WrittenBlock[] = [];
  const visit = (parent: Parents) => {
    for (const node of parent.children) {
      if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
        blocks.push({ node, parent, ...rangeOf(node), words: wordsOf(text, node) });
      } else if ('children' in node) visit(node);
    }
  };
  visit(tree);
  return { text, tree, blocks, joiner, placeAt: indexLines(text).placeOf };
}

/** Returns the lines of a block. */
export function linesOf(block: WrittenBlock): readonly WrittenLine[] {
  let offset = block.start;
  return block.words.split('\n').map((line) => {
    const blanks = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    const written = { words: line.slice(blanks), at: offset + blanks, end: offset + line.length };
    offset += line.length + 1;
    return written;
  });
}
