import type { CheckLanguage } from './check-language.js';

/** Lithuanian. */
export const LITHUANIAN: CheckLanguage = {
  tags: ['lt'],
  words: {
    telephone: `telefonas, skambinkite`,
    identity: `pasas, asmens kodas`,
    birth: `gimė, gimusi`,
    streetAfter: `gatvė, g, prospektas`,
    addressFollows: `adresas`,
    storyPerson: `auka`,
    storyGroup: `aukos`,
    pseudonym: `vardas pakeistas`,
  },
  single: {
    streetEnding: `gatve`,
    smallStreetWord: `gatve`,
  },
  emptyLinkWords: `čia, spauskite čia, skaityti daugiau, daugiau, nuoroda`,
};
