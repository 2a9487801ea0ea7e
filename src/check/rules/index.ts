import type { Rule } from '../rule.js';
import { attachmentFile } from './attachment-file.js';
import { CONFIDENTIALITY_RULES } from './confidentiality/index.js';
import { dates } from './dates.js';
import { emptyText } from './empty-text.js';
import { exactDuplicate } from './exact-duplicate.js';
import { HOUSE_STYLE_RULES } from './house-style/index.js';
import { htmlInText } from './html-in-text.js';
import { ISSUE_RULES } from './issue/index.js';
import { knownItems } from './known-items.js';
import { knownMember } from './known-member.js';
import { LANGUAGE_RULES } from './language/index.js';
import { LINK_RULES } from './link/index.js';
import { nearDuplicate } from './near-duplicate.js';
import { passedOver } from './passed-over.js';
import { PICTURE_RULES } from './picture/index.js';
import { somethingToPublish } from './something-to-publish.js';
import { TIMELINESS_RULES } from './timeliness/index.js';
import { unusedFile } from './unused-file.js';

/** Every rule that is checked. A new rule is one file, and one line here or in the list of its family. */
export const RULES: readonly Rule[] = [
  emptyText,
  htmlInText,
  dates,
  knownMember,
  exactDuplicate,
  nearDuplicate,
  unusedFile,
  attachmentFile,
  passedOver,
  knownItems,
  somethingToPublish,
  ...ISSUE_RULES,
  ...LINK_RULES,
  ...PICTURE_RULES,
  ...CONFIDENTIALITY_RULES,
  ...HOUSE_STYLE_RULES,
  ...LANGUAGE_RULES,
  ...TIMELINESS_RULES,
];
