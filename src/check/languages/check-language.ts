/** What a word or phrase of a list tells of the text around it. */
export const WORD_CLASSES = [
  /** A telephone number follows. */
  'telephone',
  /** The number that follows is one of a document, a case, an account, an organisation: no telephone number. */
  'recordNumber',
  /** What is counted; the number before it is an amount. */
  'counted',
  /** The number of a person's document or register follows. */
  'identity',
  /** The number of a bank account or card follows. */
  'bankAccount',
  /** A date of birth stands beside it. */
  'birth',
  /** Things that are "born" too: projects, ideas. */
  'bornThing',
  /** The word for a street that stands before its name: rue, calle, ul. */
  'streetBefore',
  /** The same, but a word that often means something else: via, place, strada. */
  'placeBefore',
  /** The word for a street that stands after its name: Street, Straße, Caddesi. */
  'streetAfter',
  /** The same, but a word that often means something else: Court, Park, Way. */
  'placeAfter',
  /** Stands between a street and its number: No, nr, br., д. */
  'houseNumber',
  /** Says that an address follows: lives at, Adresse, адреса. */
  'addressFollows',
  /** Marks the story of one trafficked person. */
  'storyPerson',
  /** The same, but the word can also mean many persons, or stand in any text on the subject. */
  'storyGroup',
  /** What follows a story's word where no person is meant: (victim) support. */
  'storyTopic',
  /** Exploitation, trafficking and what belongs to them as a subject. */
  'topic',
  /** What is done to one trafficked person, and how she gets away: was sold, locked in, not been paid, testified against. */
  'ordeal',
  /** Who it is done to: girl, seamstress, asylum seeker. */
  'affected',
  /** Who a story can be told of, but anything else too: woman, worker, driver. */
  'person',
  /** Takes one out of many: one of the. */
  'oneOf',
  /** Illness, pregnancy, addiction. */
  'health',
  /** What we do for somebody: whom we accompany. */
  'inCare',
  /** The same as verbs that say it of the name before them: is expecting, suffers from. */
  'suffers',
  /** A baby, or little before a name. */
  'infant',
  /** What the age of a baby is counted in. */
  'monthsOfAge',
  /** Who is charged, and who made money: accused, pimp, owner of the agency. */
  'accused',
  /** The same as verbs, which say it of the name beside them: was convicted. */
  'sentenced',
  /** A house in which people are safe as long as nobody finds it. */
  'shelter',
  /** A place to which everybody is invited, and what happens there: theatre, ministry, conference. */
  'venue',
  /** What has a number: room, article, platform. */
  'numbered',
  /** In a title: the file tells one person's story. */
  'toldStory',
  /** Says that the name that follows is somebody's: named, namens, на ім'я. */
  'nameFollows',
  /** Who speaks as an official or a professional. */
  'profession',
  /** Who wrote, filmed, painted, and what: names beside it are known to the public. */
  'work',
  /** Says that a name is not the real one. */
  'pseudonym',
  /** said, sagt, каже: the name beside it may be that of a speaker. */
  'speaking',
  /** Years of age. */
  'years',
  /** What follows years of age: (24 Jahre) alt. */
  'yearsOld',
  /** Stands before an age without years: aged (24), leeftijd, lat. */
  'ageWord',
  /** Ages in words: sixteen. */
  'ageNumber',
  /** Before a number of years that is no age: for, since, seit. */
  'lasting',
  /** The same, behind it: ago, fa, temu. */
  'lastingAfter',
  /** A month, where a day or a year stands beside it. */
  'month',
  /** Words of organisations, laws and places that stand in capitals and are nobody's name. */
  'notAName',
  /** What is known of people in history: a law, a vote, an abolition, a doctorate. */
  'publicDeed',
  /** The name of a member of the registry. */
  'organisation',
  /** The same of a member whose telephone number the registry says. */
  'reachable',
  /** A number beside it is for everybody: helpline, numero verde, linka. */
  'helpline',
  /** What stands beside it is how journalists and the public reach an office. */
  'pressContact',
  // What follows is looked up only where a text may speak of a shelter; see places/.
  /** A shelter, in words that hardly mean anything else. */
  'refuge',
  /** Where somebody lives: a shelter together with a word of 'hiding' or of 'guests'. */
  'dwelling',
  /** What makes a dwelling a shelter: safe, secret, transitional. */
  'hiding',
  /** Whom a shelter is for. */
  'guests',
  /** What guests do in a dwelling: live, sleep, are housed. */
  'lives',
  /** We take in: said of guests, and of the building that they are taken into. */
  'takesIn',
  /** Where nobody is told to live who is not hidden: vicarage, farmhouse, sanatorium. */
  'building',
  /** Stands between a place and the shelter that somebody came to later: before, until. */
  'until',
  /** Stands between a dwelling and its guests: for, where. */
  'forGuests',
  /** Puts a thing beside a landmark: behind, opposite, two minutes from. */
  'beside',
  /** As 'beside', but people also speak and demonstrate there: in front of. */
  'inFront',
  /** As 'beside', in texts with Czech letters only: "u" means "in" elsewhere. */
  'besideCzech',
  /** As 'beside', in texts with Bulgarian letters only: "до" means "to" elsewhere. */
  'besideBulgarian',
  /** Puts a thing beside anything, known as a landmark or not: right behind, next door to. */
  'rightBeside',
  /** As 'beside' where the word means "for" too, and only the ending of the landmark tells. */
  'behindOrFor',
  /** Stands before two landmarks. */
  'between',
  /** What everybody in the place can find: church, pharmacy, swimming pool. */
  'landmark',
  /** Where buses and trams stop; with a name or a number it is found. */
  'stop',
  /** A whole phrase that tells a place: last stop, edge of the wood. */
  'spot',
  /** A part of a town, before or behind its name. */
  'district',
  /** The name of a part of a large town. */
  'quarter',
  /** A village, before its name. */
  'village',
  /** Where two streets meet. */
  'corner',
  /** Stands before what a building was: former, old. */
  'former',
  /** A bell, an intercom, a letter box. */
  'door',
  /** Where in a house: floor, staircase, courtyard. */
  'floor',
  /** What a building looks like. */
  'colour',
  /** How to get there: on foot, get off, second gate. */
  'way',
  /** Where people are invited to: conference, demonstration, takes place. */
  'gathering',
  /** What a gathering is about: on, über, despre. */
  'about',
  /** Announces how to reach a public office: press contact, ministry. */
  'contact',
  /** A house that is public: the place beside it is the place of that house. */
  'office',
  /** They complain of a shelter beside them: no gathering. */
  'neighbours',
  /** Says that there is no shelter. */
  'lacking',
  /** Speaks of shelters in general: many, should, more. */
  'general',
] as const;

export type WordClass = (typeof WORD_CLASSES)[number];

/** The lists of one language: phrases separated by commas; a star ends the beginning of a word. */
export type LanguageWords = Readonly<Partial<Record<WordClass, string>>>;
