import type { Code, Nodes, Parents } from 'mdast';
import { createFinding, defineRule } from '../../../model/rule.js';
import { quoted, type Discovery } from '../discovery.js';
import type { SourceEdit } from '../source-edits.js';
import { rangeOf, type WrittenText } from '../written-text.js';

/** A text that Markdown takes for a program. */
export const textAsCode = defineRule({
  id: 'file/indented-text',
  severity: 'warning',
  why: 'Markdown takes text that begins with four blanks or a tab for the code of a program. Words of a language are shown as text all the same.',
  wrong: '    The hotline is open again.',
  right: 'The hotline is open again.',
});

const MIN_WORDS = 3;
const SIGNS_OF_A_PROGRAM = /[{};=<>\\]|\(\)|\$\w|^\s*[|+]/m;

/** Says whether the text is human language and not lines of a program. */
function isProse({ value }: Code): boolean {
  const words = value.match(/\p{L}{2,}/gu) ?? [];
  return words.length >= MIN_WORDS && !SIGNS_OF_A_PROGRAM.test(value);
}

/** Removes the indentation that makes code of a text; what belongs to a list or a quotation stays. */
function outdent(written: WrittenText, node: Code, parent: Parents): readonly SourceEdit[] {
  const { start, end } = rangeOf(node);
  const nested = parent.type !== 'root';
  const edits: SourceEdit[] = [];
  for (let from = start; from < end;) {
    const to = written.text.indexOf('\n', from);
    const line = written.text.slice(from, to < 0 || to > end ? end : to);
    // The first line of a nested text begins after the marker of what it is nested in.
    const [, prefix = '', blanks = ''] =
      (nested && from === start ? /^()([ \t]*)/ : /^((?:[ \t]*>)*)([ \t]*)/).exec(line) ?? [];
    const kept =
      nested && from !== start && prefix === ''
        ? Math.max(0, blanks.length - 4)
        : prefix === ''
          ? 0
          : Math.min(1, blanks.length);
    const remove = blanks.length - kept;
    if (remove > 0) edits.push({ at: from + prefix.length + kept, remove, insert: '' });
    from += line.length + 1;
  }
  return edits;
}

/** Finds paragraphs that begin with four spaces or a tab: Markdown takes them for program code. */
export function indentedText(written: WrittenText): readonly Discovery[] {
  const found: Discovery[] = [];
  const visit = (parent: Parents) => {
    for (const node of parent.children as readonly Nodes[]) {
      if (node.type === 'code') {
        const source = written.text.slice(rangeOf(node).start);
        const { start } = rangeOf(node);
        if (/^\s*(?:```|~~~)/.test(source) || !isProse(node)) continue;
        found.push({
          edits: outdent(written, node, parent),
          finding: createFinding(textAsCode, {
            ...written.placeAt(start),
            message:
              'This text begins far to the right, which Markdown takes for the code of a program; it is shown as text.',
            expected: 'a paragraph that begins at the left edge',
            actual: quoted(node.value),
            help: 'Take out the blanks or the tab at the beginning of the line.',
          }),
        });
      } else if ('children' in node) visit(node);
    }
  };
  visit(written.tree);
  return found;
}
