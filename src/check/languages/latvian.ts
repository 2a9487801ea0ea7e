import type { CheckLanguage } from './check-language.js';

/** Latvian. */
export const LATVIAN: CheckLanguage = {
  tags: ['lv'],
  words: {
    telephone: `tālrunis, zvaniet`,
    identity: `pase, personas kods`,
    birth: `dzimusi, dzimis`,
    streetAfter: `iela`,
    storyPerson: `upuris`,
    storyGroup: `upuri`,
    pseudonym: `vārds mainīts`,
  },
  single: {
    streetEnding: `iela`,
    smallStreetWord: `iela`,
  },
  emptyLinkWords: `šeit, spiediet šeit, klikšķiniet šeit, lasīt vairāk, vairāk, saite`,
  phoneCountries: ['LV'],
};
