import type { CheckLanguage } from './check-language.js';

/** Hungarian. */
export const HUNGARIAN: CheckLanguage = {
  tags: ['hu'],
  words: {
    telephone: `telefonszám, hívja`,
    identity: `útlevél, személyi szám`,
    birth: `született`,
    streetAfter: `utca, utcában, út, körút, tér`,
    addressFollows: `lakcím, cím`,
    storyPerson: `áldozat, túlélő`,
    storyGroup: `áldozatok`,
    profession: `miniszter, igazgató`,
    pseudonym: `név megváltoztatva, nevét megváltoztattuk`,
  },
  single: {
    time: `nyáron nyár ősszel télen tavasszal karácsony karácsonykor húsvét húsvétkor évben hétfőn kedden szerdán csütörtökön pénteken
      szombaton vasárnap`,
    streetEnding: `utca`,
    clearStreetEnding: `utca`,
    smallStreetWord: `utca`,
  },
  patterns: {
    ageAdjective: `eves`,
  },
  givenNames: `
    Zsofia Tunde Ildiko Reka Zsuzsanna Katalin Eszter Boglarka Csilla Piroska Gyongyi Zoltan Sandor Agnes Aniko Beata Bernadett Borbala Brigitta Dalma Dora Dorottya Edina Eniko Erika Erzsebet Eva Fanni Flora Gabriella Gizella Hajnalka Henrietta Ibolya Ilona Janka Jolan Judit Julianna Kinga Klara Kriszta Krisztina Laszlo Lilla Livia Luca Magdolna Margit Maria Marta Monika Nikolett Noemi Nora Orsolya Panna Renata Rozalia Sara Szilvia Terez Timea Tamas Attila Bela Balazs Csaba Ferenc Gabor Gyorgy Gyula Imre Istvan Janos Jozsef Karoly Krisztian Lajos Levente Matyas Miklos Mihaly Norbert Peter Robert Tibor Vilmos Zsolt`,
  emptyLinkWords: `itt, ide, kattintson ide, kattints ide, tovább, bővebben, több információ`,
  pressNotes: `sajtóközlemény`,
};
