import { clientSupport } from './client-support/client-support-findings.js';
import { emailOnePicture, emailPictureSize, emailSize, emailStyleSize, emailTeasers } from './email/email-findings.js';
import { fixedWordsMissing } from './missing-words-findings.js';

/** The rules whose findings come from rendering the editions. */
export const EDITION_RULES = [
  clientSupport,
  emailOnePicture,
  emailPictureSize,
  emailSize,
  emailStyleSize,
  emailTeasers,
  fixedWordsMissing,
] as const;
