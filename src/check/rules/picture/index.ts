import type { Rule } from '../../engine/rule.js';
import { pictureConsent } from './picture-consent.js';
import { pictureCredit } from './picture-credit.js';
import { pictureDeclaredTwice } from './picture-declared-twice.js';
import { pictureDescription } from './picture-description.js';
import { pictureFile } from './picture-file.js';
import { pictureInText } from './picture-in-text.js';

/** The rules of the family `picture`. */
export const PICTURE_RULES = [
  pictureFile,
  pictureInText,
  pictureDeclaredTwice,
  pictureDescription,
  pictureCredit,
  pictureConsent,
] as const satisfies readonly Rule[];
