import type { Root } from 'mdast';
import type { Discovery } from './discovery.js';
import { emphasisDiscoveries } from './inline/emphasis.js';
import { footnoteDiscoveries } from './inline/footnotes.js';
import { headingDiscoveries } from './blocks/headings.js';
import { indentedText } from './blocks/indented-text.js';
import { listDiscoveries } from './blocks/list-marks.js';
import { lostWords } from './inline/lost-words.js';
import { missedEntries } from './blocks/missed-entries.js';
import { notTakenLinks } from './inline/not-taken-links.js';
import { otherPrograms } from './inline/other-programs.js';
import { tableDiscoveries } from './blocks/tables.js';
import { readWrittenText, type WrittenText } from './written-text.js';

const FINDERS: readonly ((written: WrittenText) => readonly Discovery[])[] = [
  lostWords,
  emphasisDiscoveries,
  missedEntries,
  listDiscoveries,
  headingDiscoveries,
  footnoteDiscoveries,
  notTakenLinks,
  otherPrograms,
  tableDiscoveries,
  indentedText,
];

/**
 * Finds what people wrote as Markdown, or as another program expects it, and what Markdown makes something else of.
 *
 * @param tree the tree of the text, with offsets.
 * @param joiner a character that the text does not hold.
 */
export function discoverWritten(text: string, tree: Root, joiner: string): readonly Discovery[] {
  const written = readWrittenText(text, tree, joiner);
  return FINDERS.flatMap((find) => find(written));
}
