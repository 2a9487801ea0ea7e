import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../../src/contributions/markdown/markdown.js';
import { bodyTree } from '../../src/render/body/body-tree.js';
import { writeMarkup } from '../../src/render/body/markup.js';
import { bodyText } from '../../src/render/text/body-text.js';
import { createLinkList } from '../../src/render/text/link-list.js';

/** Pieces as people write them; each W becomes a word of its own. */
const PIECES = [
  'W W W.',
  '**W **W and **W:**W',
  '** W ** W, *W* and _W_ W*W',
  '• W\n• W W',
  '- W\n- • W\n  - W',
  '1. W\n2. W',
  '18. W W\n20. W',
  '– W\n– W',
  'a) W\nb) W',
  '##W W',
  '## W W',
  'W W W.\n---',
  'W\n===',
  '> W W\n> • W',
  '    W W W W',
  '\tW W W W',
  '[W]: W',
  '[W]: https://example.org/W',
  '[W]: https://example.org/W "W W"',
  '[W][W] and [W][] and [W]',
  '[W](https://example.org/a "W")',
  '[W] (https://example.org/a) W',
  '[W](https://example.org/a W) W',
  'W[^1] W',
  '[^1]: W W',
  '[^2]: W\n    W',
  '<!-- W --> W',
  '<!-- W',
  'W <b>W</b> W',
  '<div>W</div>\nW',
  '| W | W |\n| --- | --- |\n| W | W | W |',
  '| W | W |\n| W | W |',
  'W\tW\nW\tW',
  '```W\nW W\n```',
  '~~~\nW',
  '{{< W W >}} W',
  '{{W}} {% W %} [W W="W"] W',
  ':::W\nW\n:::',
  'W\\\nW  \nW',
  '`W W` W ~W~ ~~W~~',
  '&nbsp;W &W; W',
  'W <W@W.example> W',
  'https://example.org/W “https://example.org/W” (www.example.org/W)',
] as const;

const body = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom('\n\n', '\n\n', '\n')), { minLength: 1, maxLength: 6 })
  .map((pieces) => {
    let count = 0;
    return pieces
      .map(([piece, gap]) => piece + gap)
      .join('')
      .replace(/W/g, () => {
        count += 1;
        return `w${String(count)}q`;
      });
  });

function htmlOf(tree: Root): string {
  const footnotes = { heading: 'Notes', back: 'Back' };
  return writeMarkup(bodyTree(tree, { anchorPrefix: 'a-', headingLevel: 2, footnotes }).children, () => ({}));
}

function textOf(tree: Root): string {
  const noteMark = (number: number) => `[note ${String(number)}]`;
  return bodyText(tree, { links: createLinkList(), pictureText: () => '', noteMark, notesHeading: 'Notes:' });
}

/** Words of a text that are not in an edition although nothing is said at their line. */
function lostWords(written: string): readonly string[] {
  const { tree, remarks, writtenNumbers } = parseMarkdown(written);
  const lines = new Set([
    ...remarks.map(({ line }) => line),
    ...writtenNumbers.flatMap(({ markers }) => markers.map(({ line }) => line)),
  ]);
  // What is said of HTML or a footnote is said of all its lines.
  visit(tree, ['html', 'footnoteDefinition'], ({ position }) => {
    const { start, end } = position ?? { start: { line: 0 }, end: { line: 0 } };
    for (let line = start.line; lines.has(start.line) && line <= end.line; line += 1) lines.add(line);
  });
  const editions = [htmlOf(tree), textOf(tree)];
  return written.split('\n').flatMap((line, index) =>
    (line.match(/w\d+q/g) ?? []).filter((word) => {
      const shown = editions.every((edition) => edition.includes(word));
      return !shown && !isAddress(word, line) && !lines.has(index + 1);
    }),
  );
}

test('whatever people write, each word stands in every edition, or something is said at its line', () => {
  fc.assert(
    fc.property(body, (written) => {
      expect(lostWords(written)).toEqual([]);
    }),
    { numRuns: 1500 },
  );
});

test('a word that vanishes is seen by this test', () => {
  expect(lostWords('w1q\n\n[^x]: w2q')).toEqual([]);
  expect(htmlOf(parseMarkdown('w1q\n\n[^x]: w2q').tree)).not.toContain('w2q');
});

/** The address behind the words of a link is no text, and names of definitions are for the writer only. */
function isAddress(word: string, line: string): boolean {
  return line.includes(`https://example.org/${word}`) || line.includes(`[${word}]`);
}
