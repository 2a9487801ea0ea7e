import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { definitionsOfPictures } from './picture-definitions.js';
import type { TextKind, TextRun, TextSpan } from './text-run.js';

/** Where a stretch of a run's text came from. */
interface Stretch {
  readonly start: number;
  readonly line: number;
  readonly column: number;
  /** By how much the lines after the first are indented: Markdown leaves that out of the text. */
  readonly indentation: number;
}

/**
 * Where the words of a node begin. The indentation of its further lines is told from where its last line ends, so that
 * columns are right in lists and quotations as well.
 */
function stretchOf(node: Nodes, start: number, value: string): Stretch {
  const { start: from, end } = node.position ?? {};
  const newline = value.lastIndexOf('\n');
  const indentation = newline === -1 || end === undefined ? 0 : end.column - (value.length - newline);
  return { start, line: from?.line ?? 1, column: from?.column ?? 1, indentation: Math.max(0, indentation) };
}

const SPAN_KINDS: Partial<Record<Nodes['type'], TextSpan['kind']>> = {
  link: 'link',
  linkReference: 'link',
  emphasis: 'emphasis',
  strong: 'strong',
  inlineCode: 'code',
};

function addressOf(node: Nodes, definitions: ReadonlyMap<string, string>): string | undefined {
  if (node.type === 'link') return node.url;
  return node.type === 'linkReference' ? definitions.get(node.identifier) : undefined;
}

/** Where the definitions of a tree lead; of two with the same name the first counts, as in Markdown. */
function definitionsOf(root: Root): ReadonlyMap<string, string> {
  const definitions = new Map<string, string>();
  visit(root, 'definition', ({ identifier, url }) => {
    if (!definitions.has(identifier)) definitions.set(identifier, url);
  });
  return definitions;
}

/** Collects the words of one block, with the place of each stretch. */
class RunBuilder {
  #text = '';
  readonly #stretches: Stretch[] = [];
  readonly #spans: TextSpan[] = [];

  readonly #file: string;
  readonly #definitions: ReadonlyMap<string, string>;

  constructor(file: string, definitions: ReadonlyMap<string, string>) {
    this.#file = file;
    this.#definitions = definitions;
  }

  #append(value: string, node: Nodes): void {
    this.#stretches.push(stretchOf(node, this.#text.length, value));
    this.#text += value;
  }

  add(node: PhrasingContent): void {
    const from = this.#text.length;
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'html') this.#append(node.value, node);
    else if (node.type === 'break') this.#append('\n', node);
    else if ('children' in node) for (const child of node.children) this.add(child);
    const kind = SPAN_KINDS[node.type];
    if (kind === undefined) return;
    const address = addressOf(node, this.#definitions);
    this.#spans.push({ start: from, end: this.#text.length, kind, ...(address === undefined ? {} : { address }) });
  }

  build(kind: TextKind, quoted: boolean): TextRun {
    const text = this.#text;
    const stretches = this.#stretches;
    const file = this.#file;
    return { kind, text, quoted, spans: this.#spans, placeAt: (offset) => placeIn(file, text, stretches, offset) };
  }
}

function placeIn(file: string, text: string, stretches: readonly Stretch[], offset: number) {
  let stretch: Stretch = { start: 0, line: 1, column: 1, indentation: 0 };
  for (const candidate of stretches) if (candidate.start <= offset) stretch = candidate;
  const before = text.slice(stretch.start, offset);
  const newline = before.lastIndexOf('\n');
  return newline === -1
    ? { file, line: stretch.line, column: stretch.column + before.length }
    : {
        file,
        line: stretch.line + before.split('\n').length - 1,
        column: before.length - newline + stretch.indentation,
      };
}

const BLOCK_KINDS: Partial<Record<Nodes['type'], TextKind>> = {
  paragraph: 'paragraph',
  heading: 'heading',
  tableCell: 'cell',
};

function singleRun(file: string, node: Nodes, kind: TextKind, text: string, quoted: boolean): TextRun {
  const start = node.position?.start;
  // The value is not all of the node, so only the place of its first line can be told.
  const stretches = [{ start: 0, line: start?.line ?? 1, column: start?.column ?? 1, indentation: 0 }];
  return { kind, text, quoted, spans: [], placeAt: (offset) => placeIn(file, text, stretches, offset) };
}

/** What stands in a node besides its words: addresses of links, words about pictures. */
function hiddenRuns(file: string, node: Nodes, quoted: boolean, ofPictures: ReadonlySet<string>): TextRun[] {
  switch (node.type) {
    case 'link':
    case 'definition': {
      const ofPicture = node.type === 'definition' && ofPictures.has(node.identifier);
      return [
        singleRun(file, node, ofPicture ? 'file-name' : 'address', node.url, quoted),
        ...(node.title ? [singleRun(file, node, 'label', node.title, quoted)] : []),
      ];
    }
    case 'image':
    case 'imageReference':
      return node.alt ? [singleRun(file, node, 'alt', node.alt, quoted)] : [];
    case 'code':
    case 'html':
      return [singleRun(file, node, 'code', node.value, quoted)];
    default:
      return [];
  }
}

function isBlockOfWords(node: Nodes): node is Extract<Parents, { type: 'paragraph' | 'heading' | 'tableCell' }> {
  return BLOCK_KINDS[node.type] !== undefined;
}

/** Every run of words of a Markdown tree, in the order in which they stand. */
export function runsOfTree(file: string, root: Root): readonly TextRun[] {
  const runs: TextRun[] = [];
  const ofPictures = definitionsOfPictures(root);
  const definitions = definitionsOf(root);
  const gather = (node: Nodes, quoted: boolean, inBlock: boolean) => {
    if (isBlockOfWords(node)) {
      const builder = new RunBuilder(file, definitions);
      for (const child of node.children) builder.add(child);
      runs.push(builder.build(BLOCK_KINDS[node.type] ?? 'paragraph', quoted));
    }
    // Inline HTML is among the words of its block already.
    if (!(inBlock && node.type === 'html')) runs.push(...hiddenRuns(file, node, quoted, ofPictures));
    if (!('children' in node)) return;
    for (const child of node.children)
      gather(child, quoted || node.type === 'blockquote', inBlock || isBlockOfWords(node));
  };
  gather(root, false, false);
  return runs;
}

/** The runs of a text that readers read as text: no code, no addresses, no words about pictures. */
export function runsOfBody(file: string, root: Root): readonly TextRun[] {
  return runsOfTree(file, root).filter(({ kind }) => kind === 'paragraph' || kind === 'heading' || kind === 'cell');
}
