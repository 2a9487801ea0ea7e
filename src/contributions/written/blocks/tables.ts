import type { Nodes, Table } from 'mdast';
import { createFinding, defineRule } from '../../../model/rule.js';
import { quoted, type Discovery } from '../discovery.js';
import { breakBefore, BULLET } from './list-marks.js';
import { linesOf, rangeOf, type WrittenBlock, type WrittenText } from '../written-text.js';

/** A table has a head that is as wide as its rows. */
export const tableForm = defineRule({
  id: 'file/table',
  severity: ['warning', 'error'],
  why: 'Markdown drops cells beyond those of the head, and makes no table where the line below the head is missing.',
  wrong: '| Town | Day |\n| --- | --- |\n| Vienna | 3 May | ten to five |',
  right: '| Town | Day | Hours |\n| --- | --- | --- |\n| Vienna | 3 May | ten to five |',
});

const DELIMITERS = /^\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)+\|?$/;
const ROW = /^\|.*\|[ \t]*$/;
/** A word of more than one letter, a tab, and more words. */
const COLUMNS = /^[^\t]{2,}\t+(?=\S)/;

function surplusCells(written: WrittenText, table: Table): readonly Discovery[] {
  const columns = table.children[0]?.children.length ?? 0;
  return table.children.flatMap((row): Discovery[] => {
    const surplus = row.children.slice(columns).filter(({ children }) => children.length > 0);
    const [first] = surplus;
    if (first === undefined) return [];
    return [
      {
        finding: createFinding(tableForm, {
          severity: 'error',
          ...written.placeAt(rangeOf(first).start),
          message: 'This row has more cells than the head of the table, so these cells would be lost.',
          expected: `${String(columns)} cells, as in the first row`,
          actual: `${String(row.children.length)} cells`,
          help: 'Give the head as many cells as the longest row. If the sign | is meant, put a backslash before it: \\|',
        }),
      },
    ];
  });
}

/** Keeps rows of which Markdown made a paragraph on lines of their own. */
function notTaken(written: WrittenText, block: WrittenBlock): readonly Discovery[] {
  if (block.node.type !== 'paragraph') return [];
  const lines = linesOf(block);
  const rows = lines.filter(({ words }) => ROW.test(words) || DELIMITERS.test(words));
  const tabbed = lines.filter(({ words }) => COLUMNS.test(words) && !BULLET.test(words));
  const isTable = rows.length >= 2 || (rows.length === 1 && DELIMITERS.test(rows[0]?.words ?? ''));
  const marked = isTable ? rows : tabbed.length >= 2 ? tabbed : [];
  const [first] = marked;
  if (first === undefined) return [];
  return [
    {
      edits: breakBefore(
        marked.filter((line) => line !== lines[0]),
        written.text,
      ),
      finding: createFinding(tableForm, {
        severity: 'warning',
        ...written.placeAt(first.at),
        message: 'These lines read like a table, but Markdown makes none of them; each stays on a line of its own.',
        expected: '| one | two | and below it | --- | --- |, with as many cells as there are columns',
        actual: quoted(written.text.slice(first.at, first.end)),
        help: 'Write | between the columns, and a line such as | --- | --- | below the first row. Or make a list of it.',
      }),
    },
  ];
}

/** Finds tables that Markdown did not recognise, and cells that it drops. */
export function tableDiscoveries(written: WrittenText): readonly Discovery[] {
  const tables: Table[] = [];
  const visit = (node: Nodes) => {
    if (node.type === 'table') tables.push(node);
    else if ('children' in node) node.children.forEach(visit);
  };
  visit(written.tree);
  return [
    ...tables.flatMap((table) => surplusCells(written, table)),
    ...written.blocks.flatMap((block) => notTaken(written, block)),
  ];
}
