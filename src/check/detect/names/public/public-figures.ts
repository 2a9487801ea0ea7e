import { mentionAfter, mentionAt, mentionBefore, type Mention } from '../../passage/lexicon.js';
import type { Passage } from '../../passage/match.js';
import { isNoPerson } from './exemptions.js';
import { sentenceAt } from '../../passage/sentences.js';
import { headsShelter } from './shelter-heads.js';
import { isSingleWord } from '../../passage/single-words.js';
import { isRelative } from '../../passage/small-questions.js';

/** The tokens of a name. */
interface NamePlace {
  readonly first: number;
  readonly last: number;
}

/** Of, for, at and articles, folded: words between an office and its holder that count nothing. */
const isOfficeLink = isSingleWord('officeLink');
/** "The lawyer of Anna": Anna is somebody else. */
const isWithWhom = isSingleWord('withWhom');
/** "The father of Ana": of. Folded. */
const isOfSomebody = isSingleWord('ofSomebody');
const isCopula = isSingleWord('copula');
/** Endings of verbs in the past: "psycholožka potkala Annu" meets somebody, "ředitelka fondu Anna" is somebody. */
const VERB =
  /(?:l[aioy]?|[aiu]v|[^i]te|ten|[^fk]t|ed|ao)$|^(?:traf|fand|sah|half|sprach|nahm|kam|rief|bat|lud|ging|trof|vond|zag|hielp|sprak|nam|riep|ving|meets|helps|accompagne|aide|rencontre|defend|recoit|suit|soigne|a|ha|aiuta|incontra|assiste|difende|cura|atiende|ayuda|defiende|ajuta|apara|pomaga|broni|pomaha|haji|pomaze|brani|zastupa|pomaga|zashtitava|dopomagaie|zahishchaie|lecze|leczy|prowadzi|vodi|suprovodzue|pidtrimue|opikuetsia|werd|wurde|wird|wordt|fu|fue|ook|auch|aussi|anche|tambien|takze|tez|pridruzava|podkrepia|konsultira|doprovazi|podporuje|towarzyszy|wspiera|reprezentuje|prati|podrzava|acompana|representa|apoia|accompagna|sostiene|rappresenta|insoteste|sprijina|reprezinta|accompagne|soutient|represente|supports|accompanies)$/;
/** Between an office and a name behind it without a comma there stand no more words than these. */
const MAX_BETWEEN = 10;
const MAX_WITH_COMMA = 5;
const MAX_BEHIND = 6;
/** Minister of social policy NAME: two words in Slavic languages. */
const MAX_GENITIVES = 2;

function gapBefore({ text, tokens }: Passage, token: number): string {
  return text.slice(tokens[token - 1]?.end ?? 0, tokens[token]?.start ?? 0);
}

/** "Officers believe": a plural is not the office of one person. */
function isPlural({ tokens, english }: Passage, { last }: Mention): boolean {
  return english && /[^s]s$/.test(tokens[last]?.word ?? '') && !/^(?:mrs|ms)$/.test(tokens[last]?.word ?? '');
}

function tellsStory({ mentions }: Passage, from: number, to: number): boolean {
  return (['ordeal', 'affected', 'storyPerson', 'speaking'] as const).some((wordClass) => {
    const mention = mentionAfter(mentions.get(wordClass), from, to - from - 1);
    return mention !== undefined && mention.last < to;
  });
}

/** Words between that are neither small nor capitals nor numbers. */
function wordsBetween({ tokens, mentions }: Passage, from: number, to: number): number {
  let words = 0;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.capital || token.kind === 'number' || isOfficeLink(token.word)) continue;
    if (mentionAt(mentions.get('years'), at) !== undefined) continue;
    // "Minister of justice Anna": the small word belongs to what follows it.
    const belongs = isOfficeLink(tokens[at - 1]?.word ?? '') && at > from;
    if (!belongs) words += 1;
  }
  return words;
}

/** Folded: what stands before anybody's name, and people of any firm. */
const HONORIFIC = /^(?:mr|mrs|ms)$/;
const WORKER =
  /^(?:pracowni[ck]|radni[ckz]|rabotni[ck]|employee|mitarbeiter|zamestnan|angajat|emplead|emplo[iy]e|dipendent)/;

/** "One of the workers", "the enslaved worker": of any firm. */
function isAnyWorker({ tokens, mentions }: Passage, title: Mention, name: NamePlace): boolean {
  return (
    WORKER.test(tokens[title.first]?.word ?? '') &&
    (mentionAfter(mentions.get('affected'), name.last + 1, 2) !== undefined ||
      mentions.has('ordeal') ||
      mentionBefore(mentions.get('oneOf'), title.first, 1) !== undefined)
  );
}

/** Words before the person who did it, folded. */
const isDoneBy = isSingleWord('doneBy');

/** "The bricklayer whose boss …, NAME", "the ambassador's housekeeper …, NAME": the office is another's. */
function belongsToAffected(passage: Passage, title: Mention, name: NamePlace): boolean {
  const { tokens, mentions } = passage;
  if (!/[,–:(]|\s-\s/.test(gapBefore(passage, name.first))) return false;
  const { first } = sentenceAt(passage, title.first);
  const affected = (['affected', 'person'] as const)
    .map((wordClass) => mentionBefore(mentions.get(wordClass), title.first, MAX_BETWEEN))
    .find((mention) => mention !== undefined && mention.first >= first);
  if (affected === undefined) return false;
  const between = tokens.slice(affected.last + 1, title.first);
  return (
    between.every(({ capital, word }) => !capital && isOfficeLink(word)) ||
    between.some(({ word }) => isRelative(word)) ||
    // "The girl found by our street workers, NAME"
    between.slice(-2).some(({ word }) => isDoneBy(word))
  );
}

function isTitle(passage: Passage, title: Mention, name: NamePlace): boolean {
  const { tokens, text } = passage;
  if (passage.english && HONORIFIC.test(tokens[title.last]?.word ?? '')) return false;
  if (isAnyWorker(passage, title, name) || belongsToAffected(passage, title, name)) return false;
  const ill = mentionAfter(passage.mentions.get('health'), title.last + 1, name.first - title.last - 2);
  if (ill !== undefined && ill.last < name.first) return false;
  if (isPlural(passage, title) || mentionAt(passage.mentions.get('health'), title.first) !== undefined) return false;
  const between = name.first - title.last - 1;
  if (between === 1 && isWithWhom(tokens[name.first - 1]?.word ?? '')) return false;
  const words = wordsBetween(passage, title.last + 1, name.first);
  const comma = /[,:–(]|\s-\s/.test(gapBefore(passage, name.first));
  const apart = comma || isCopula(tokens[name.first - 1]?.word ?? '');
  if (words > 0 && !headsShelter(passage, title, name.first) && tellsStory(passage, title.last + 1, name.first))
    return false;
  if (words === 0) return true;
  const clause = text.slice(tokens[title.last]?.end ?? 0, (tokens[name.first]?.start ?? 0) - 2);
  if (apart) return words <= MAX_WITH_COMMA && !(words > 1 && /[,;:]/.test(clause));
  const verb = tokens.slice(title.last + 1, name.first).some(({ capital, word }) => !capital && VERB.test(word));
  return words <= MAX_GENITIVES && !passage.english && !verb;
}

/** In Slavic languages the lawyer's client stands behind in the genitive: advokatica Marije V. */
const LAWYER = /^(?:advokat|adwokat|mecenas|odvjetni|pravni|prawni|obhaj)/;

function hasTitleBefore(passage: Passage, name: NamePlace): boolean {
  const { tokens } = passage;
  const { first } = sentenceAt(passage, name.first);
  let at = name.first;
  for (let looked = 0; looked < 3; looked += 1) {
    const title = mentionBefore(passage.mentions.get('profession'), at, MAX_BETWEEN);
    if (title === undefined || title.first < first || name.first - title.last > MAX_BETWEEN) return false;
    const initialled = tokens[name.last]?.text.length === 1;
    if (isTitle(passage, title, name) && !(initialled && LAWYER.test(tokens[title.first]?.word ?? ''))) return true;
    at = title.first;
  }
  return false;
}

/** "Anna Example, 61, founder of …", "Anna K. (director)" */
function hasOfficeBehind(passage: Passage, { first, last }: NamePlace): boolean {
  const { tokens, text, mentions } = passage;
  const next = tokens[last + 1];
  if (next === undefined || next.start - (tokens[last]?.end ?? 0) > 6) return false;
  const gap = text.slice(tokens[last]?.end ?? 0, next.start);
  if (!/^\.?\s?[,(–-]|^\.?\s-\s/.test(gap) && !(gap === ' ' && isCopula(next.word))) return false;
  const office = mentionAfter(mentions.get('profession'), last + 1, MAX_BEHIND);
  if (office === undefined || office.first > sentenceAt(passage, last).last || isPlural(passage, office)) return false;
  if (tellsStory(passage, last + 1, office.first)) return false;
  // "Denisa, 15, was found by policemen"
  if (isAnyWorker(passage, office, { first, last })) return false;
  if (isDoneBy(tokens[office.first - 1]?.word ?? '')) return false;
  // "(17) the judge": what follows a closed bracket is another part of the sentence.
  const between = text.slice(tokens[last]?.end ?? 0, tokens[office.first]?.start);
  if (/\)(?!\s?[,–-])/.test(between)) return false;
  // Between two commas the name explains the person before it, and the sentence goes on behind.
  const enclosed = /,\s?$/.test(gapBefore(passage, first)) && !/\d/.test(between);
  return wordsBetween(passage, last + 1, office.first) <= (enclosed ? 0 : 2);
}

/** "Die Täter", "les trafiquants": a plural does not describe the person who is named behind it. */
function areSeveral({ tokens }: Passage, { first }: Mention): boolean {
  const article = tokens[first - 1]?.word ?? '';
  return /^(?:les|des|los|las|gli)$/.test(article) || (article === 'die' && /er$/.test(tokens[first]?.word ?? ''));
}

/** Articles in German, French and Italian that are relative pronouns too. Folded. */
const ALSO_DETERMINER = /^(?:die|der|das|den|dem|che|cui|som)$/;

/** "The boss with whom Ana B. worked": the name in the relative clause is another person's. */
function hasRelativeBetween({ tokens }: Passage, from: number, to: number): boolean {
  return tokens.slice(from, to).some(({ word }) => isRelative(word) && !ALSO_DETERMINER.test(word));
}

function behindName({ text, tokens }: Passage, last: number): string {
  const end = tokens[last]?.end ?? 0;
  return text.slice(end, end + 4);
}

/** "The trafficker Zoran S.", "Zoran S. was sentenced": accused people are not trafficked people. */
export function isAccused(passage: Passage, { first, last }: NamePlace): boolean {
  const { mentions } = passage;
  // "Sentenced Ana W.'s pimp" is about another person.
  if (/^\.?'?s /.test(behindName(passage, last))) return false;
  const sentence = sentenceAt(passage, first);
  const before = mentionBefore(mentions.get('accused'), first, 5);
  // "The trafficker of Ana W. was sentenced"
  if (before !== undefined && first - before.last === 2 && isWithWhom(passage.tokens[first - 1]?.word ?? ''))
    return false;
  if (
    before !== undefined &&
    before.first >= sentence.first &&
    !areSeveral(passage, before) &&
    !hasRelativeBetween(passage, before.last + 1, first) &&
    mentionBefore(mentions.get('affected'), before.first, 12) === undefined &&
    (wordsBetween(passage, before.last + 1, first) === 0 || /[,–(]/.test(gapBefore(passage, first)))
  )
    return true;
  // "Zoran S. (55), accused of …"
  const charged = mentionAfter(mentions.get('accused'), last + 1, 5);
  if (
    charged !== undefined &&
    charged.first <= sentence.last &&
    wordsBetween(passage, last + 1, charged.first) === 0 &&
    /,\s$/.test(gapBefore(passage, charged.first))
  )
    return true;
  // "The father of Ana W. was sentenced"
  const another = isOfSomebody(passage.tokens[first - 1]?.word ?? '') && !/^\.?,/.test(behindName(passage, last));
  // "The man who sold Ana was sentenced": only a verb directly beside the name is about that person.
  const after = mentionAfter(mentions.get('sentenced'), last + 1, 8);
  if (
    !another &&
    after !== undefined &&
    after.first <= sentence.last &&
    wordsBetween(passage, last + 1, after.first) <= 1
  )
    return true;
  const said = mentionBefore(mentions.get('sentenced'), first, 2);
  return said !== undefined && said.first >= sentence.first;
}

/** "Wrote to Anna": the writer stands before the verb. Folded. */
const WRITES = /^(?:wr[io]te|written|napisa|pise|pysz|ecrit|escri[bt]|scri[sv]|schr[ei]|schreef|publish|publi)/;

/** Folded: photographs, and the verbs that are made of the word. */
const PICTURE =
  /^(?:foto|photo|snimk|slik|zdjeci|poz[aei]|picture|bild|znimk|svitlin|imagine|immagin|image|imagen|obraz)/;
const PHOTOGRAPHED = /^fotograf(?:owa|isa|ira|uv|ov|ia|ad|at)/;
const isOnPicture = isSingleWord('onPicture');

/** "On the photograph is Ana", "photograph of Ana": Ana took none. */
function isPictureOf({ tokens }: Passage, work: Mention, name: number): boolean {
  if (!PICTURE.test(tokens[work.first]?.word ?? '')) return false;
  if (work.last + 2 === name && /^(?:of|von|van|de|di|na|cu|con|met|mit|with)$/.test(tokens[name - 1]?.word ?? ''))
    return true;
  return [1, 2].some((steps) => isOnPicture(tokens[work.first - steps]?.word ?? ''));
}

function hasWorkBeside(passage: Passage, { first, last }: NamePlace): boolean {
  const { mentions, tokens } = passage;
  const sentence = sentenceAt(passage, first);
  const near = mentionBefore(mentions.get('work'), first, 3);
  const before = near !== undefined && isPictureOf(passage, near, first) ? undefined : near;
  const next = mentionAfter(mentions.get('work'), last + 1, 1);
  const after = next !== undefined && PHOTOGRAPHED.test(tokens[next.first]?.word ?? '') ? undefined : next;
  return (
    (before !== undefined && before.first >= sentence.first && !WRITES.test(tokens[before.last]?.word ?? '')) ||
    (after !== undefined && after.first <= sentence.last)
  );
}

/** Classes of words that show that a text tells what a person suffered. */
const DANGER = ['ordeal', 'affected', 'storyPerson', 'health', 'shelter'] as const;

/** "NAME was 43 when she stood up for the vote": somebody known for a law, a vote, a doctorate, and nobody in danger. */
export function isKnownForDeed(passage: Passage, { first, last }: NamePlace): boolean {
  const { mentions, tokens } = passage;
  const joined = tokens[first - 1]?.capital === true && gapBefore(passage, first) === ' ';
  if (last === first && !joined) return false;
  const sentence = sentenceAt(passage, first);
  const within = (wordClass: 'publicDeed' | (typeof DANGER)[number]) =>
    mentionAfter(mentions.get(wordClass), sentence.first, sentence.last - sentence.first) !== undefined;
  return within('publicDeed') && !DANGER.some(within);
}

/** Whether somebody is named in public anyway: by an office, a work, a court case, a charge, or because it is a place's name. */
export function isPublicFigure(passage: Passage, name: NamePlace): boolean {
  return (
    hasTitleBefore(passage, name) ||
    hasOfficeBehind(passage, name) ||
    isAccused(passage, name) ||
    hasWorkBeside(passage, name) ||
    isNoPerson(passage, { ...name, known: true })
  );
}
