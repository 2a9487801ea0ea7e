import { readFileSync } from 'node:fs';
import { PreparedHouseStyle } from '../../../../../src/check/detect/house-style.js';
import type { TextRun } from '../../../../../src/check/text/text-run.js';
import { runsOfTree } from '../../../../../src/check/text/tree-runs.js';
import { parseMarkdown } from '../../../../../src/contributions/markdown/markdown.js';
import { readHouseStyle } from '../../../../../src/workspace/settings/house-style-file.js';
import { readRegistry } from '../../../../../src/workspace/registry.js';

/** The house style that is shipped. */
export const shipped = readHouseStyle({
  shipped: readFileSync('templates/house-style.yaml', 'utf8'),
  compiled: undefined,
  own: undefined,
});

/** The shipped house style, with the registry of the sample workspace. */
export const prepared = new PreparedHouseStyle(
  shipped.houseStyle,
  readRegistry(readFileSync('members.yaml', 'utf8')).members,
);

/** The runs of a text in Markdown. */
export function runsOf(markdown: string): readonly TextRun[] {
  return runsOfTree('a.md', parseMarkdown(markdown).tree);
}

/** The entries that are found in a text, in its order. */
export function entriesIn(markdown: string, language: string, style = prepared): readonly string[] {
  return runsOf(markdown).flatMap((run) => style.findWords(run, language).map(({ entry }) => entry.id));
}
