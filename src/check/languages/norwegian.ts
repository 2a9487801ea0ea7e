import type { CheckLanguage } from './check-language.js';

/** Norwegian. */
export const NORWEGIAN: CheckLanguage = {
  tags: ['no', 'nb'],
  words: {
    helpline: `hjelpetelefon`,
    streetAfter: `gata, gate, gaten, veien, vei, plass`,
  },
  single: {
    streetEnding: `gata veien`,
  },
  patterns: {
    behindAddress: `og ved`,
  },
  emptyLinkWords: `her, klikk her, les mer, lenke, mer`,
  phoneCountries: ['NO'],
};
