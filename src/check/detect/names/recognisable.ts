import { patternsOf } from '../passage/patterns.js';
import { mentionAfter, mentionAt, mentionBefore } from '../passage/lexicon.js';
import type { Match, NameForm, Passage } from '../passage/match.js';
import { agesIn, agesNear, isAgeLike, type AgeMention } from './told/ages.js';
import { isAlsoPlace, isInitial, personsIn, type Person } from './candidates/persons.js';
import { isPlaceOrPeople } from './candidates/nations.js';
import { isAgeOfSubject } from './told/own-ages.js';
import { isAuthor, isOpenlyNamed } from './public/openly-named.js';
import { isKnownForDeed, isPublicFigure } from './public/public-figures.js';
import { sentenceAt } from '../passage/sentences.js';
import { followsPlaceWord } from './candidates/single-names.js';
import { isSingleWord } from '../passage/single-words.js';
import { isRelative } from '../passage/small-questions.js';

/** Classes of words that show that a passage is about people in danger. */
const CONTEXT = ['storyPerson', 'storyGroup', 'topic', 'ordeal', 'affected', 'shelter'] as const;
/** How far an age may stand from the name to which it belongs, in words. */
const ADJECTIVE_REACH = 3;
const YEARS_REACH = 5;
/** The same, of "with thirty years". */
const FULL_NAME_REACH = 7;
/** How far an illness may stand from the name. */
const HEALTH_REACH = 14;
/** Behind an age in digits, where it closes: "Ana, 17,", "Ana (17)". */
const CLOSED = /^(?:[,);:!?–]|$|\.(?:\s|$|["”»])|\s[–-]\s)/;

/** "Suda aus Thailand, 33,": between a name and its age. */
const FROM_COUNTRY = new RegExp(String.raw`^ (?:${patternsOf('fromCountry')}) ?\p{Lu}[\p{L}-]+(?:, | \()$`, 'u');

/** Between a name and a bare number: "is 20", "die 18 ist", "van 24", "на 19". */
const isBareAge = isSingleWord('bareAge');

/** Behind a number that is an age: the end of the sentence, and, when. */
const ENDS_BARE_AGE = new RegExp(String.raw`^(?:\.|$| (?:${patternsOf('behindBareAge')})(?!\p{L}))`, 'u');
/** Behind an age in words with which a sentence begins: was, years. Folded. */
const isBehindFirstAge = isSingleWord('behindFirstAge');

/** Behind an age in words: when. Folded. */
const isAfterSpelledAge = isSingleWord('afterSpelledAge');

/** Was, before "at twenty-one" in Slavic languages. Folded. */
const isToBe = isSingleWord('toBe');

/** "Is 23 now", "ist heute 23 und": around a number that is an age. Folded. */
const SAID_NOW =
  /^(?:is|was|are|turns) (?:now|today)$|^(?:heute|jetzt|inzwischen|mittlerweile|erst|gerade) (?:und|aber|doch)$|^(?:nu|vandaag|inmiddels|pas) (?:en|maar)$|^woche $/;

/** Before an age without years: at 17, mit 17, op haar 17de. */
const isAtAge = isSingleWord('atAge');

function toMatch({ text, tokens }: Passage, nameForm: NameForm, first: number, last: number): Match {
  const start = tokens[first]?.start ?? 0;
  const end = tokens[last]?.end ?? 0;
  return { kind: 'fullName', nameForm, start, end, value: text.slice(start, end) };
}

function tellsStory(passage: Passage, token: number): boolean {
  const { first, last } = sentenceAt(passage, token);
  return CONTEXT.some((wordClass) => {
    const mention = mentionAfter(passage.mentions.get(wordClass), first, last - first);
    return mention !== undefined;
  });
}

function hasContext({ mentions }: Passage): boolean {
  return CONTEXT.some((wordClass) => mentions.has(wordClass)) || mentions.has('health');
}

/** Frau M., pan K.: nobody's first name; chapter V.: nobody's initial. */
const NO_FIRST_NAME =
  /^(?:frau|herrn?|pani|panu?|paní|madame|monsieur|mevrouw|meneer|mister|miss|señora?|signora?|doamn|domnul|gospod|gospoz)/;

/** Where every noun has a capital, "Firma K." looks like somebody. */
const GERMAN = /[äöüß]|\b(?:und|der|die|das|dem|ein|eine)\b/i;

/** Around a name only: a text can be very long, and hold very many names. */
function readsGerman({ text, tokens }: Passage, { first }: Pick<Person, 'first'>): boolean {
  const start = tokens[first]?.start ?? 0;
  return GERMAN.test(text.slice(Math.max(0, start - 200), start + 200));
}

/** "For Osase I. we looked for an interpreter": no king and no chapter. */
function isNumeral(passage: Passage, { first, last }: Person): boolean {
  const sentence = sentenceAt(passage, first);
  const care = mentionAfter(passage.mentions.get('inCare'), sentence.first, sentence.last - sentence.first);
  return /^[IVX]$/.test(passage.tokens[last]?.text ?? '') && care === undefined;
}

function standsForName(passage: Passage, person: Person): boolean {
  const { tokens, text: whole } = passage;
  const { first, last } = person;
  const { text = '', word = '' } = tokens[first] ?? {};
  return (
    last === first + 1 &&
    !GERMAN.test(whole) &&
    text.length > 3 &&
    !NO_FIRST_NAME.test(word) &&
    !isNumeral(passage, person)
  );
}

/** People who know her recognise the person behind "Mirela P.". */
function isInitialled(passage: Passage, person: Person, context: boolean): boolean {
  if (person.form !== 'initial') return false;
  const { tokens, text } = passage;
  const start = tokens[person.first]?.start ?? 0;
  const beforeName = isInitial(passage, tokens[person.first]);
  if (/^\.? ?[([]?\d{4}/.test(text.slice(tokens[person.last]?.end ?? 0, (tokens[person.last]?.end ?? 0) + 8)))
    return false;
  const end = tokens[person.last]?.end ?? 0;
  // "Ana M.-Tudor", "A. de Example": the family name follows.
  if (/^\.(?:-\p{Lu}\p{Ll}| (?:de|von|van|di|da) \p{Lu})/u.test(text.slice(end, end + 8))) return false;
  // What goes on with a small letter behind the full stop is no end of a sentence.
  const goesOn = /^(?:\.,|\.? )\p{Ll}/u.test(text.slice(end, end + 3)) || /^\.,/.test(text.slice(end, end + 2));
  if (beforeName) return context || (person.known && goesOn && !/^\./.test(text.slice(end, end + 1)));
  if (!isInitial(passage, tokens[person.last])) return context;
  if (goesOn && standsForName(passage, person)) return true;
  return person.known || context || (passage.english && /\p{Ll} $/u.test(text.slice(Math.max(0, start - 2), start)));
}

function gapBetween({ text, tokens }: Passage, left: number, right: number): string {
  return text.slice(tokens[left]?.end ?? 0, tokens[right]?.start ?? 0);
}

/** "Ana, 17," "Ana (17)" "Ana – 17 –": the age closes behind. */
function isBesideName(passage: Passage, person: Person, age: AgeMention, context: boolean): boolean {
  const gap = gapBetween(passage, person.last, age.first);
  const { tokens, text, mentions } = passage;
  const end = tokens[age.last]?.end ?? 0;
  const month = mentionAfter(mentions.get('month'), age.last + 1, 2) !== undefined;
  const origin = FROM_COUNTRY.test(gap) && isPlaceOrPeople(tokens[age.first - 1]?.word ?? '');
  if (origin && age.first > person.last && CLOSED.test(text.slice(end, end + 3))) return true;
  if (month || /^[,.]? ?\d/.test(text.slice(end, end + 3))) return false;
  // "Ana, at that time just 17," only where the text is about people in danger.
  const opens = context ? /^\.?(?:, | \(| - )(?:\p{Ll}{1,9} ){0,3}$/u : /^\.?(?:, | \(| - )(?:\p{L}{1,3} )?$/u;
  return age.first > person.last && opens.test(gap) && CLOSED.test(text.slice(end, end + 3));
}

/** "Petru, who is 41,", "Ruxandra is 20 and has": a number that counts nothing. */
function isSaidOfName(passage: Passage, person: Person, age: AgeMention, context: boolean): boolean {
  const { tokens, text } = passage;
  if (age.first <= person.last || age.first - person.last > 5) return false;
  const before = tokens[age.first - 1]?.word ?? '';
  const end = tokens[age.last]?.end ?? 0;
  const rest = text.slice(end, end + 6);
  const spelled = tokens[age.first]?.kind === 'word' && age.first === person.last + 1;
  if (!isBareAge(before) && !(spelled && context)) return false;
  // "Katarini je bilo četrnaest kada": a number in words that counts nothing.
  const born = tokens[age.first]?.kind === 'word' && isAfterSpelledAge(tokens[age.last + 1]?.word ?? '');
  if (born || (spelled && tokens[age.last + 1]?.word === 'geworden')) return true;
  // "Kremena Dobreva was at twenty-one."
  if (tokens[age.first]?.kind === 'word' && before === 'na' && isToBe(tokens[age.first - 2]?.word ?? '')) return true;
  const now = person.known && SAID_NOW.test(`${before} ${tokens[age.last + 1]?.word ?? ''}`);
  return now || /^[,);]|^\s[–-]\s/.test(rest) || (context && ENDS_BARE_AGE.test(rest));
}

/** "Sixteen when she was sold, Ana …", "Zwölf war Ana, als …": an age in words at the beginning of a sentence. */
function beginsWithAge(passage: Passage, person: Person, age: AgeMention): boolean {
  const { tokens } = passage;
  const { first } = sentenceAt(passage, person.first);
  const begins = first === age.first || (first === age.first - 1 && isAtAge(tokens[first]?.word ?? ''));
  if (tokens[age.first]?.kind !== 'word' || !begins) return false;
  const next = tokens[age.last + 1]?.word ?? '';
  const between = tokens.slice(age.last + 1, person.first);
  return (
    person.form === 'firstName' &&
    isBehindFirstAge(next) &&
    between.length <= 12 &&
    !between.some(({ capital }) => capital)
  );
}

/** "At 17, Ana was sold", "Mit 17 kam Ana nach Wien" */
function isAtThatAge(passage: Passage, person: Person, age: AgeMention, context: boolean): boolean {
  const { tokens, text, mentions } = passage;
  const before = tokens[age.first - 1];
  if (before === undefined || mentionAfter(mentions.get('month'), age.last + 1, 1) !== undefined) return false;
  const end = tokens[age.last]?.end ?? 0;
  const behind = person.first - age.last - 1;
  if (!context && person.form !== 'firstName') return false;
  return isAtAge(before.word) && behind >= 0 && behind <= 3 && /^(?:,? \p{L})/u.test(text.slice(end, end + 3));
}

/** "17-year-old Nigerian": in English they have capitals, and in German all nouns have. */
function isNationality({ tokens, english, text }: Passage, { first }: Person): boolean {
  const word = tokens[first]?.word ?? '';
  if (english) return /(?:an|ese|ish|er|i|ch|sh)$/.test(word);
  return /[äöüß]|\b(?:und|der|die|das|ein|eine|het|een|van)\b/i.test(text);
}

/** Folded. */
const CELEBRATES = /^(?:celebr|feier|viert$|vierde|fete$|festegg|oslav|sarbat|proslav|otprazn|vidsviat|obchod|swiet)/;

/** A known first name at the beginning of a sentence, and an age behind it without another name between. */
function isAlone(passage: Passage, person: Person, age: AgeMention): boolean {
  if (!person.known || person.form !== 'firstName' || age.first < person.last) return false;
  if (sentenceAt(passage, person.first).first !== person.first) return false;
  const turns = mentionBefore(passage.mentions.get('ageWord'), age.first + 1, 2);
  const celebrates = passage.tokens.slice(person.last + 1, age.first).some(({ word }) => CELEBRATES.test(word));
  if ((turns === undefined || turns.first <= person.last) && !celebrates) return false;
  return !passage.tokens.slice(person.last + 1, age.first).some(({ capital }) => capital);
}

/** "Sabahudin (44), who …": no count of something. */
function isWho({ text, tokens }: Passage, { last }: AgeMention): boolean {
  const next = tokens[last + 1];
  return /^\), $/.test(text.slice(tokens[last]?.end ?? 0, next?.start)) && isRelative(next?.word ?? '');
}

/** "Mbali, then 15 years old, was …", "At the age of 16 Sokhna was …": a person's age, whatever the name. */
function isAgeOfUnknown(passage: Passage, person: Person, age: AgeMention): boolean {
  const { text, tokens } = passage;
  const end = tokens[age.last]?.end ?? 0;
  if (person.form !== 'firstName' || readsGerman(passage, person)) return false;
  // "Beat Example, 47 years": the end of a longer name that no list has.
  if (tokens[person.first - 1]?.capital === true && gapBetween(passage, person.first - 1, person.first) === ' ')
    return false;
  if (age.first > person.last)
    return (
      age.first - person.last <= 2 &&
      /^, /.test(gapBetween(passage, person.last, age.first)) &&
      /^,/.test(text.slice(end, end + 1))
    );
  const at = mentionBefore(passage.mentions.get('ageWord'), age.last, 2);
  const behind = person.first - age.last - 1;
  const worded = at !== undefined && (tokens[at.first]?.text.length ?? 0) > 1;
  return worded && behind >= 0 && behind <= 1 && /^,? /.test(text.slice(end, end + 2));
}

function belongs(passage: Passage, person: Person, age: AgeMention, context: boolean): boolean {
  const { last } = sentenceAt(passage, person.first);
  if (age.first > last || age.last < sentenceAt(passage, person.first).first) return false;
  const behind = age.first - person.last - 1;
  const before = person.first - age.last - 1;
  if (mentionAt(passage.mentions.get('counted'), age.last + 1) !== undefined && age.form === 'bare') return false;
  if (age.form === 'bare') {
    if (isBesideName(passage, person, age, context))
      return person.known || context || isWho(passage, age) || age.first === person.last + 3;
    if (context && !person.known && behind === 0 && passage.tokens[age.last + 1]?.word === 'geworden') return true;
    return (
      person.known &&
      (isSaidOfName(passage, person, age, context || person.form === 'firstName') ||
        isAtThatAge(passage, person, age, context) ||
        (context && beginsWithAge(passage, person, age)))
    );
  }
  // "Kamal, a cook for six years in a locked house, turned 39": nobody else is in the sentence.
  if (age.form === 'years' && isAlone(passage, person, age)) return true;
  const reach = age.form === 'adjective' ? ADJECTIVE_REACH : YEARS_REACH;
  const extra = !context ? 0 : person.form === 'fullName' ? 2 : 4;
  if (!person.known) {
    if (age.form === 'adjective' && behind === 0 && gapBetween(passage, person.last, age.first) === ', ') return true;
    if (age.form === 'years' && isAgeOfUnknown(passage, person, age)) return true;
    const directly = before === 0 && (age.form === 'years' || !isNationality(passage, person));
    return context && ((age.form === 'years' && behind >= 0 && behind <= 1) || directly);
  }
  const at = age.form === 'years' && isAtAge(passage.tokens[age.first - 1]?.word ?? '');
  if (at && behind >= 0 && behind <= FULL_NAME_REACH) return true;
  const furthest = context ? reach + extra - 1 : 3;
  return (before >= 0 && before <= furthest + 1) || (behind >= 0 && behind <= furthest);
}

/** "The shelter in Nantes turns ten": where something is, unless the age is enclosed behind. */
function isPlaceOfAge(passage: Passage, { first, last, form, known }: Person): boolean {
  const { tokens, text } = passage;
  const end = tokens[last]?.end ?? 0;
  if (form !== 'firstName' || !followsPlaceWord(passage, first) || /^(?:,| \() ?\d/.test(text.slice(end, end + 3)))
    return false;
  return !known || isPlaceOrPeople(tokens[first]?.word ?? '') || isAlsoPlace(passage, first);
}

/** A first name, or a full one beside a story's words, with an age: few people fit both. */
function withAge(
  passage: Passage,
  persons: readonly Person[],
  ages: readonly AgeMention[],
  context: boolean,
): readonly Match[] {
  if (ages.length === 0) return [];
  return persons.flatMap((person): readonly Match[] => {
    if (isAlsoPlace(passage, person.first) && person.form === 'firstName' && !tellsStory(passage, person.first))
      return [];
    if (isPlaceOfAge(passage, person)) return [];
    const age = agesNear(ages, person.first, person.last).find(
      (one) => belongs(passage, person, one, context) && !isAgeOfSubject(passage, one),
    );
    if (age === undefined || isPublicFigure(passage, person)) return [];
    if (isKnownForDeed(passage, person)) return [];
    const near = Math.abs(age.first - person.first) < 8;
    const first = near ? Math.min(person.first, age.first) : person.first;
    const last = near ? Math.max(person.last, age.last) : person.last;
    return [toMatch(passage, person.form === 'fullName' ? 'full' : 'age', first, last)];
  });
}

/** "Ofelia, diabetic, …", "seventeen-year-old Lane": a word that stands as only names do. */
function isIllUnknown(passage: Passage, { first, last, form }: Person): boolean {
  const { tokens, text, mentions } = passage;
  const before = tokens[first - 1];
  if (form !== 'firstName' || readsGerman(passage, { first }) || !tellsStory(passage, first)) return false;
  if (before?.kind === 'word' && isAgeLike(before)) return true;
  const ill = mentionAfter(mentions.get('health'), last + 1, 3);
  return ill !== undefined && /^, \p{Ll}/u.test(text.slice(tokens[last]?.end ?? 0).slice(0, 3));
}

/** A name near an illness, a pregnancy, an addiction. */
function withHealth(passage: Passage, persons: readonly Person[]): readonly Match[] {
  const { mentions } = passage;
  if (!mentions.has('health')) return [];
  return persons.flatMap((person): readonly Match[] => {
    if (!person.known && !isIllUnknown(passage, person)) return [];
    const sentence = sentenceAt(passage, person.first);
    const before = mentionBefore(mentions.get('health'), person.first, HEALTH_REACH);
    const after = mentionAfter(mentions.get('health'), person.last + 1, HEALTH_REACH);
    const near =
      (before !== undefined && before.first >= sentence.first) || (after !== undefined && after.first <= sentence.last);
    if (!near || isAlsoPlace(passage, person.first) || isPublicFigure(passage, person)) return [];
    return [toMatch(passage, person.form === 'fullName' ? 'full' : 'health', person.first, person.last)];
  });
}

/** First names that point at one person together with what stands beside them: an initial, an age, an illness. */
export function recognisableIn(passage: Passage, toldElsewhere: boolean): readonly Match[] {
  const { tokens, mentions } = passage;
  const context = toldElsewhere || hasContext(passage);
  // Most passages have neither, so the search for names does not begin.
  const initials = tokens.some((token) => isInitial(passage, token));
  if (!context && !initials && !mentions.has('ageNumber') && !tokens.some(isAgeLike)) return [];
  const persons = personsIn(passage);
  if (persons.length === 0) return [];
  const ages = agesIn(passage);
  const initialled = persons.filter(
    (person) => isInitialled(passage, person, context) && !isOpenlyNamed(passage, person) && !isAuthor(passage, person),
  );
  return [
    ...initialled.map(({ first, last }) => toMatch(passage, 'initial', first, last)),
    ...withAge(passage, persons, ages, context),
    ...withHealth(passage, persons),
  ];
}
