import type { Rule } from '../rule.js';
import { dates } from './dates.js';
import { emptyText } from './empty-text.js';
import { exactDuplicate } from './exact-duplicate.js';
import { htmlInText } from './html-in-text.js';
import { knownItems } from './known-items.js';
import { knownMember } from './known-member.js';
import { linkForm } from './link-form.js';
import { passedOver } from './passed-over.js';
import { pictureDescription } from './picture-description.js';
import { pictureFile } from './picture-file.js';
import { pictureInText } from './picture-in-text.js';
import { somethingToPublish } from './something-to-publish.js';
import { unusedFile } from './unused-file.js';

/** Every rule that is checked. A new rule is one file in this folder and one line here. */
export const RULES: readonly Rule[] = [
  emptyText,
  htmlInText,
  linkForm,
  pictureFile,
  pictureInText,
  pictureDescription,
  dates,
  knownMember,
  exactDuplicate,
  unusedFile,
  passedOver,
  knownItems,
  somethingToPublish,
];
