import { PROPOSED } from '../../../model/issue/text/proposed-text.js';
import type { FootnoteDefinition, Nodes } from 'mdast';
import { createFinding, defineRule } from '../../../model/rule.js';
import { quoted, type Discovery } from '../discovery.js';
import { rangeOf, type WrittenText } from '../written-text.js';

/** A footnote has its mark and its text. */
export const footnoteParts = defineRule({
  id: 'file/footnote',
  severity: ['warning', 'error'],
  why: 'A footnote needs its mark in the text and its own text further down. One without the other shows a bare mark, or nothing at all.',
  wrong: 'As the court said.[^1]',
  right: 'As the court said.[^1]\n\n[^1]: Judgment of 3 December 2020.',
});

/** "[^1]" that Markdown left as text, and Pandoc's "^[text]". */
const LITERAL_CALL = /\[\^([^\]\s]{1,40})\](?!:)/g;
const INLINE_NOTE = /\^\[([^\]\n]+)\]/g;

interface Footnotes {
  readonly definitions: ReadonlyMap<string, FootnoteDefinition>;
  /** Definitions whose label an earlier one has. */
  readonly repeated: readonly FootnoteDefinition[];
  readonly called: ReadonlySet<string>;
}

function gather(written: WrittenText): Footnotes {
  const definitions = new Map<string, FootnoteDefinition>();
  const repeated: FootnoteDefinition[] = [];
  const findDefinitions = (node: Nodes) => {
    if (node.type === 'footnoteDefinition') {
      if (definitions.has(node.identifier)) repeated.push(node);
      else definitions.set(node.identifier, node);
    }
    if ('children' in node) node.children.forEach(findDefinitions);
  };
  findDefinitions(written.tree);
  const called = new Set<string>();
  const findCalls = (node: Nodes) => {
    if (node.type === 'footnoteReference' && !called.has(node.identifier)) {
      called.add(node.identifier);
      // A footnote may refer to another one.
      definitions.get(node.identifier)?.children.forEach(findCalls);
    }
    if (node.type !== 'footnoteDefinition' && 'children' in node) node.children.forEach(findCalls);
  };
  findCalls(written.tree);
  return { definitions, repeated, called };
}

function withoutText(written: WrittenText): readonly Discovery[] {
  return written.blocks.flatMap(({ words, start }) => [
    ...Array.from(words.matchAll(LITERAL_CALL)).map(({ 0: call, 1: label = '', index }) =>
      footnoteDiscovery(written, start + index, 'warning', {
        message: 'There is no text for this footnote, so its mark is shown as it was written.',
        expected: `a paragraph [^${label}]: and the text, further down`,
        actual: quoted(call),
        help: `Write the text of the footnote on a line of its own: [^${label}]: ${PROPOSED.footnote} Or take the mark out.`,
      }),
    ),
    ...Array.from(words.matchAll(INLINE_NOTE)).map(({ 0: note, index }) =>
      footnoteDiscovery(written, start + index, 'warning', {
        message: 'A footnote within the text is not taken, so it is shown as it was written.',
        expected: '[^1] in the text, and a paragraph [^1]: Text further down',
        actual: quoted(note),
        help: `Put [^1] here, and the text of the footnote on a line of its own: [^1]: ${PROPOSED.footnote}`,
      }),
    ),
  ]);
}

function footnoteDiscovery(
  written: WrittenText,
  at: number,
  severity: 'error' | 'warning',
  words: { readonly message: string; readonly expected: string; readonly actual: string; readonly help: string },
): Discovery {
  return { finding: createFinding(footnoteParts, { severity, ...written.placeAt(at), ...words }) };
}

/** Finds footnotes without a text, without a mark in the text, or with the label of another one. */
export function footnoteDiscoveries(written: WrittenText): readonly Discovery[] {
  const { definitions, repeated, called } = gather(written);
  const source = (node: FootnoteDefinition) => quoted(written.text.slice(rangeOf(node).start, rangeOf(node).end));
  const found = [...definitions.values()].flatMap((node): Discovery[] => {
    const mark = `[^${node.label ?? node.identifier}]`;
    if (!called.has(node.identifier)) {
      return [
        footnoteDiscovery(written, rangeOf(node).start, 'error', {
          message: 'Nothing in the text calls this footnote, so it would be lost.',
          expected: `the mark ${mark} where the footnote belongs`,
          actual: source(node),
          help: `Put ${mark} behind the words to which the footnote belongs. If it is no footnote, take the mark off.`,
        }),
      ];
    }
    if (node.children.length > 0) return [];
    return [
      footnoteDiscovery(written, rangeOf(node).start, 'warning', {
        message: 'This footnote is empty.',
        expected: `${mark}: and the text behind it`,
        actual: source(node),
        help: 'Write the text of the footnote on this line, or take the footnote and its mark out.',
      }),
    ];
  });
  const again = repeated.map((node) =>
    footnoteDiscovery(written, rangeOf(node).start, 'error', {
      message: 'Another footnote has the same mark, so this text would be lost.',
      expected: 'a mark of its own for each footnote: [^1], [^2]',
      actual: source(node),
      help: 'Give this footnote another mark, here and in the text.',
    }),
  );
  return [...withoutText(written), ...found, ...again];
}
