import type { CheckLanguage } from './check-language.js';

/** Arabic, with Persian. */
export const ARABIC: CheckLanguage = {
  tags: ['ar'],
  words: {
    telephone: `هاتف, اتصل, تلفن, رقم, واتساب`,
    identity: `جواز, جواز سفر`,
    birth: `مواليد, ولدت`,
  },
  single: {
    nameParticle: `bin ibn ben bint abu`,
    beforeAge: `bin ben`,
  },
};
