import { beyondBounds } from './folder/bounds.js';
import { nulBytes } from './folder/decode-text.js';
import { linkedFile, misplacedFile, unreadableFile } from './folder/drop-folder.js';
import { letterFrontMatter } from './editorial.js';
import { draftInFrontMatter } from './front-matter/front-matter.js';
import { numberAsText } from './markdown/number-findings.js';
import { invisibleInName } from './read-contributions.js';
import {
  frontMatterAbsent,
  frontMatterHyphens,
  frontMatterLanguage,
  frontMatterUnclosed,
} from './front-matter/split-contribution.js';
import { emphasisSigns } from './written/inline/emphasis.js';
import { footnoteParts } from './written/inline/footnotes.js';
import { frontMatterRepeated, headingSigns } from './written/blocks/headings.js';
import { textAsCode } from './written/blocks/indented-text.js';
import { bulletSigns } from './written/blocks/list-marks.js';
import { hiddenComment, htmlInText, wordsLost } from './written/inline/lost-words.js';
import { linkNotTaken } from './written/inline/not-taken-links.js';
import { otherProgramCode } from './written/inline/other-programs.js';
import { tableForm } from './written/blocks/tables.js';

/** What is found while contributions and the letter are read, before any rule looks at their content. */
export const READING_RULES = [
  beyondBounds,
  bulletSigns,
  draftInFrontMatter,
  emphasisSigns,
  footnoteParts,
  frontMatterAbsent,
  frontMatterHyphens,
  frontMatterLanguage,
  frontMatterRepeated,
  frontMatterUnclosed,
  headingSigns,
  hiddenComment,
  htmlInText,
  invisibleInName,
  letterFrontMatter,
  linkNotTaken,
  linkedFile,
  misplacedFile,
  nulBytes,
  numberAsText,
  otherProgramCode,
  tableForm,
  textAsCode,
  unreadableFile,
  wordsLost,
] as const;
