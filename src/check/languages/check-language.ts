import type { CountryCode } from 'libphonenumber-js/min';

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
] as const;

export type WordClass = (typeof WORD_CLASSES)[number];

/** What a word or phrase tells of a place. They are looked up only where a text may speak of a shelter. */
export const PLACE_WORD_CLASSES = [
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

export type PlaceWordClass = (typeof PLACE_WORD_CLASSES)[number];

/** What a single word tells where it stands: small words, endings, and what is called after people. */
export const SINGLE_WORD_CLASSES = [
  /** Who, whom, whose: what follows tells of the name before it. */
  'relative',
  /** Small words within the names of persons: van, de la. */
  'nameParticle',
  /** Stands before a name that is a place's or a ship's: Saint, Mount. */
  'placeTitle',
  /** What is called after people: a name beside it is nobody's story: prize, school, street. */
  'institution',
  /** Bodies whose staff speak in public: ministry, court. */
  'publicBody',
  /** The part before the @ of addresses of a post, or a word of it: redactie@. In Latin letters. */
  'mailRole',
  /** Words with which sentences begin, and which no list of names should claim. */
  'sentenceStart',
  /** The same of Slavic languages: it counts in both scripts. */
  'slavicSentenceStart',
  /** Ends in a full stop without ending a sentence. */
  'abbreviation',
  /** Seasons, feasts, days of the week and parts of a year: the number behind is none of a house. */
  'time',
  /** Endings that make a street of a name, in one word: Hauptstraße. */
  'streetEnding',
  /** Of these the ones that hardly any other word has: they count without a capital too. */
  'clearStreetEnding',
  /** Words that end like a street and are none. */
  'noStreet',
  /** Words for a street that stand between the number and its name: 12 rue de la Paix. */
  'numberFirst',
  /** Words for a street that stand behind a name in small letters too. */
  'smallStreetWord',
  /** Of, from, at: between a name and the body that a person works for. */
  'belonging',
  /** Of, for: the name behind is that of somebody else: the lawyer of NAME. */
  'ofWhom',
  /** The same behind an office that stands directly before it: against, visited. */
  'withWhom',
  /** Of: the father of NAME. */
  'ofSomebody',
  /** By, before who made a work. */
  'by',
  /** By, from, before who took a photograph. */
  'byMaker',
  /** By, before who did it: found by our workers. */
  'doneBy',
  /** Small words between an office and who holds it. */
  'officeLink',
  /** Is, are, was: between a name and an office. */
  'copula',
  /** On, in, of: before a photograph that shows somebody. */
  'onPicture',
  /** In, since: a year follows. */
  'inYear',
  /** The article that stands before bodies and not before persons. */
  'bodyArticle',
  /** Case: with a number, an entry of a list of cases. */
  'caseWord',
  /** Is, was, has, at, only: before an age that stands without "years". */
  'beforeAge',
  /** Of: between a person and an age: a teenager of 15. */
  'ageOf',
  /** Her, his: before an age in words: her eighteenth. */
  'possessive',
  /** Becomes, celebrates: an age follows, perhaps behind a season or a month. */
  'turns',
  /** Is, celebrates: said of the age of a thing. */
  'celebrates',
  /** When, and, she: behind an age that stands without "years". */
  'afterAge',
  /** Is, who is, only: between a name and a number that is its age. */
  'bareAge',
  /** When: behind an age in words. */
  'afterSpelledAge',
  /** Was, in Slavic languages, before "at twenty-one". */
  'toBe',
  /** At, only: before an age with which a sentence begins. */
  'atAge',
  /** One to nine, and first to ninth, behind the tens. */
  'unit',
  /** Behind: "behind the pseudonym stands NAME" tells the real name. */
  'behind',
  /** Is called, behind the name. */
  'calledBehind',
  /** In, to, from: before towns and villages. */
  'placeFollows',
  /** The article of things: nobody whose name no list has is called with it. */
  'thingArticle',
  /** With, which also means from: the ending of what follows decides. */
  'withPerson',
  /** A verb of persons that stands before its subject: musste NAME. None that takes a thing. */
  'verbBeforeName',
  /** Months that are given names too. */
  'alsoMonth',
  /** In, since, end of: a month follows. */
  'beforeMonth',
  /** Small words within the name of a place. */
  'placeParticle',
  /** Abbreviations of streets that mean something else without a full stop. */
  'needsStop',
  /** Words for a street that as often mean a way of life or of migration. */
  'ambiguousStreet',
  /** Words for a street only where the name follows at once: corso Trapani. */
  'besideStreet',
  /** Before a street in one word: in der Mühlgasse. */
  'beforeCompound',
  /** Prepositions: nobody is called so. */
  'preposition',
  /** Her, mobile: the telephone number behind is somebody's own. */
  'somebodys',
  /** What a sentence goes on with behind an address; the number before it counts nothing. */
  'sentenceGoesOn',
  /** House, building: with a number behind a street. */
  'houseWord',
  /** Number: before "22 de la calle Mayor". */
  'numberOf',
  /** Of the: between a number and its street. */
  'ofStreet',
  /** In, at, near, and articles: a place follows. */
  'locative',
  /** Small words within the names of streets. */
  'streetParticle',
  /** Small words that have a capital only where a sentence begins. */
  'smallWord',
  /** In the name of a file: a story, a portrait, an interview, a survivor. */
  'storyFile',
  /** Was, years, when: behind an age in words with which a sentence begins. */
  'behindFirstAge',
  /** In, before a street that is named by its adjective alone: v Kamenické. */
  'inStreet',
  /** On, before a street or a part of a town that is named without a word for it: на Подолі. */
  'onStreet',
  /** And, between tens and units: twenty and one. */
  'andUnit',
] as const;

export type SingleWordClass = (typeof SINGLE_WORD_CLASSES)[number];

/** Parts of words that differ by language and are no whole words. All languages' stand in one expression. */
export const PATTERN_CLASSES = [
  /** How surnames end: ovic, enko. Folded. */
  'surnameEnding',
  /** A flat, before its number behind an address: apt, кв. Letter case does not matter. */
  'flat',
  /** Words that follow an address within a sentence, where others are counted by its number: Baker Street 50 years. */
  'behindAddress',
  /** The beginnings of mobile numbers in the countries of the language, with the code of the country. */
  'mobile',
  /** From, before the country that somebody comes from. */
  'fromCountry',
  /** Who, between a name and an age: który, die. */
  'who',
  /** Who, behind a name that is a word too: która, die. */
  'whoOfWoman',
  /** And, when: behind an age without years, as they are written. */
  'behindBareAge',
  /** How adjectives of age end: jahrige, letnia. Folded. */
  'ageAdjective',
  /** How words begin that end so and are no age: many-year, full-year, under-age. Folded. */
  'noAge',
  /** Endings of the case in which "za" means behind: za kostelem, за церквою. Letter case does not matter. */
  'instrumental',
  /** The same of names behind "with": iz Zunhom. Folded. */
  'instrumentalName',
  /** How the name of a street ends behind "in": v Kamenické, u Kosovskoj. Folded. */
  'streetAdjective',
  /** And, the: before a name behind a comma: the girl, und ANNA. */
  'beforeApposition',
  /** And, before another name, as it is written. */
  'andAnother',
  /** To, and: between the numbers of a range, as they are written. */
  'rangeTo',
] as const;

export type PatternClass = (typeof PATTERN_CLASSES)[number];

/** Phrases separated by commas; a star ends the beginning of a word. Accents and letter case do not matter. */
export type LanguageWords = Readonly<Partial<Record<WordClass, string>>>;
export type PlaceWords = Readonly<Partial<Record<PlaceWordClass, string>>>;

/** Words separated by spaces. Accents and letter case do not matter. */
export type SingleWords = Readonly<Partial<Record<SingleWordClass, string>>>;

/** Alternatives of regular expressions, separated by spaces. Accents matter unless a class says "folded". */
export type Patterns = Readonly<Partial<Record<PatternClass, string>>>;

/** Endings of cases that replace those of the nominative. Both are separated by spaces, and folded. */
export interface CaseEndings {
  /** Of these the longest counts. */
  readonly endings: string;
  /** What stands there in the nominative; a hyphen where nothing does. */
  readonly nominatives: string;
}

/** Everything that the checks know about a language. What it lacks, the checks do not find in it. */
export interface CheckLanguage {
  /** As texts say their language, without a region; the first is the language's own, the others are its neighbours'. */
  readonly tags: readonly [string, ...string[]];
  /** Words beside which something confidential stands. */
  readonly words?: LanguageWords;
  /** Words that tell where a shelter is. */
  readonly places?: PlaceWords;
  /** Single words that decide what a name, an age or a street is. */
  readonly single?: SingleWords;
  /** Parts of words, as regular expressions. */
  readonly patterns?: Patterns;
  /** Given names, separated by spaces. Accents do not matter, and Cyrillic letters are folded into Latin ones. */
  readonly givenNames?: string;
  /** By which a given name is known in any case: Mariei is Maria. */
  readonly caseEndings?: readonly CaseEndings[];
  /** Small words that stand in every sentence, separated by spaces: by them a text is known to be in the language. */
  readonly commonWords?: string;
  /** What says nothing about where a link leads, separated by commas. */
  readonly emptyLinkWords?: string;
  /** How a press release begins, separated by commas. */
  readonly pressNotes?: string;
  /** Countries of the language where a telephone number at home has no leading zero. */
  readonly phoneCountries?: readonly CountryCode[];
}
