import type { Rule } from '../engine/rule.js';
import { attachmentFile } from './file/attachment-file.js';
import { CONFIDENTIALITY_RULES } from './confidentiality/index.js';
import { dates } from './front-matter/dates.js';
import { emptyText } from './file/empty-text.js';
import { eventTimes } from './front-matter/event-times.js';
import { exactDuplicate } from './duplicate/exact-duplicate.js';
import { HOUSE_STYLE_RULES } from './house-style/index.js';
import { ISSUE_RULES } from './issue/index.js';
import { knownItems } from './issue/known-items.js';
import { knownMember } from './issue/known-member.js';
import { LANGUAGE_RULES } from './language/index.js';
import { LINK_RULES } from './link/index.js';
import { nearDuplicate } from './duplicate/near-duplicate.js';
import { ownGreeting } from './issue/own-greeting.js';
import { passedOver } from './file/passed-over.js';
import { PICTURE_RULES } from './picture/index.js';
import { proposedText } from './front-matter/proposed-text.js';
import { repeatedTitle } from './file/repeated-title.js';
import { somethingToPublish } from './issue/something-to-publish.js';
import { TIMELINESS_RULES } from './timeliness/index.js';
import { templateCode } from './front-matter/template-code.js';
import { unusedFile } from './file/unused-file.js';

/** Every rule that is checked. A new rule is one file, and one line here or in the list of its family. */
export const RULES = [
  emptyText,
  repeatedTitle,
  templateCode,
  proposedText,
  dates,
  eventTimes,
  knownMember,
  exactDuplicate,
  nearDuplicate,
  unusedFile,
  attachmentFile,
  passedOver,
  knownItems,
  ownGreeting,
  somethingToPublish,
  ...ISSUE_RULES,
  ...LINK_RULES,
  ...PICTURE_RULES,
  ...CONFIDENTIALITY_RULES,
  ...HOUSE_STYLE_RULES,
  ...LANGUAGE_RULES,
  ...TIMELINESS_RULES,
] as const satisfies readonly Rule[];
