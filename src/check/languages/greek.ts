import type { CheckLanguage } from './check-language.js';

/** Greek. */
export const GREEK: CheckLanguage = {
  tags: ['el'],
  words: {
    telephone: `τηλέφωνο, τηλ, καλέστε`,
    identity: `διαβατήριο`,
    birth: `γεννήθηκε`,
    streetBefore: `οδός, οδού`,
    placeBefore: `πλατεία`,
    addressFollows: `διεύθυνση`,
    storyPerson: `θύμα`,
    storyGroup: `θύματα`,
  },
  patterns: {
    surnameEnding: `poulos opoulou`,
    ageAdjective: `χρονη χρονος χρονο χρονης`,
  },
  givenNames: `
    Aikaterini Alexandros Anastasia Andreas Angeliki Antigoni Athanasios Christos Christina Despina Dimitra Dimitris Eirini Eleftheria Eleni Evangelia Fotini Georgia Giannis Giorgos Ioanna Ioannis Katerina Kostas Konstantina Kyriaki Maria Nikos Nikolaos Olga Panagiota Paraskevi Pavlos Sofia Spyros Stavros Stavroula Theodora Vasiliki Vassilis Yannis Zoe`,
  emptyLinkWords: `εδώ, κάντε κλικ εδώ, πατήστε εδώ, περισσότερα, διαβάστε περισσότερα, σύνδεσμος`,
  pressNotes: `δελτίο τύπου`,
  phoneCountries: ['GR'],
};
