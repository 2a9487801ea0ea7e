import type { CheckLanguage } from './check-language.js';

/** Slovenian. */
export const SLOVENIAN: CheckLanguage = {
  tags: ['sl'],
  patterns: {
    noAge: `vsako`,
  },
  emptyLinkWords: `tukaj, kliknite tukaj, preberite več, več`,
};
