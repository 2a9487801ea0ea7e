import { clientSupport } from './client-support/client-support-findings.js';
import { emailPictureSize, emailSize, emailStyleSize, emailTeasers } from './email/email-findings.js';
import { fixedWordsMissing } from './missing-words-findings.js';

/** What is found when the editions are made. */
export const EDITION_RULES = [
  clientSupport,
  emailPictureSize,
  emailSize,
  emailStyleSize,
  emailTeasers,
  fixedWordsMissing,
] as const;
