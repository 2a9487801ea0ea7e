import { mentionAt } from '../passage/lexicon.js';
import type { Passage } from '../passage/match.js';
import { strongBefore } from '../street/street-addresses.js';
import { between, endOfName, nameBehind, type Place, type PlacePassage } from './place.js';
import { isSingleWord } from '../passage/single-words.js';
import { isSmallWord, isNoStreet, isSmallStreetWord, isByWayOf } from '../street/street-words.js';

/** Abbreviations that mean something else without a full stop: "sos", "al", "c". Folded. */
const isNeedsStop = isSingleWord('needsStop');
/** Words for a street that as often mean a way of life or of migration. */
const isAmbiguousStreet = isSingleWord('ambiguousStreet');
/** These are streets only if the name follows at once: "corso Trapani", and not "au cours de l'Euro". */
const isBesideStreet = isSingleWord('besideStreet');
/** Italian words before "via"; elsewhere it means "by way of". */
const BEFORE_VIA = /^(?:in|di|a|da|alla|dalla|della|e|tra|fra|lungo|nella|civico)$/;
/** Endings that make a street of a name, in German and Dutch. Folded. */
const COMPOUND =
  /[a-z-]{3}(?:strasse|gasse|allee|weg|platz|damm|ufer|steig|chaussee|promenade|stieg|zeile|graben|gassl|gasserl|straat|gracht|plein|laan|kade|singel|steeg|dijk|dreef|steenweg|plantsoen|pad|baan|hof)$/;
/** What ends like a street and is none. */
const NO_COMPOUND =
  /^(?:arbeits|schlaf|notschlaf|wohn|schutz|pflege|therapie|studien|lehr|betreuungs|frauenhaus|unterbringungs|heim|kita|spiel|park|sport|sitz|bau|markt|haupt|vor|dorf|ausbildungs|betten|hand|camping)platz|^(?:aus|um|heim|rechts|flucht|bildungs|lebens|mittel|hin|schul|dienst|leidens|berufs|verwaltungs|instanzen|post|land|see|luft|gerichts|rettungs|beschwerde|klage|uit|om|snel|spoor|onder|weder)weg|^(?:gerichts|rechnungs|straf|bahn|fried|bauern|kirch|bischofs|gast|pfarr|innen|hinter|schul|euro|straat)hof|^(?:scheeps|renbaan|loop|start|land|snel|atletiek)baan|europaischergerichtshof|hoofdstraat op/;
/** Words before a compound: "in der Mühlgasse", "aan de Prinsenweg". */
const isBeforeCompound = isSingleWord('beforeCompound');
/** Nobody's name: of one that stands before the word "Platz" for a place to sleep. */
const isPreposition = isSingleWord('preposition');

function isNameable(passage: Passage, token: number): boolean {
  const { tokens, mentions } = passage;
  const { word = '', capital = false } = tokens[token] ?? {};
  if (!capital || isSmallWord(word) || isByWayOf(word)) return false;
  return (['person', 'affected', 'storyGroup', 'counted', 'month'] as const).every(
    (wordClass) => mentionAt(mentions.get(wordClass), token) === undefined,
  );
}

function isStreetWord({ passage }: PlacePassage, token: number): boolean {
  const { tokens, mentions } = passage;
  const { word = '', text = '' } = tokens[token] ?? {};
  if (isAmbiguousStreet(word) || /^SOS$/.test(text)) return false;
  if (isNeedsStop(word) && !between(passage, token).startsWith('.')) return false;
  if (word === 'strada' && tokens[token - 1]?.word === 'la') return false;
  if (word === 'via') return BEFORE_VIA.test(tokens[token - 1]?.word ?? 'in');
  return strongBefore(passage, token) || mentionAt(mentions.get('placeBefore'), token) !== undefined;
}

/** Rue des Aulnes, strada Morii, ulici Lipa, улица „Липа“. */
function streetsBeforeNames(place: PlacePassage): readonly Place[] {
  const { passage } = place;
  const mentions = [...(passage.mentions.get('streetBefore') ?? []), ...(passage.mentions.get('placeBefore') ?? [])];
  return mentions.flatMap(({ first, last }): readonly Place[] => {
    if (!isStreetWord(place, first)) return [];
    const name = nameBehind(passage, last);
    // "At the refuge, place du Marché": behind a comma it is no way of saying something.
    const apart = /, ?$/.test(between(passage, first - 1));
    const beside = isBesideStreet(passage.tokens[first]?.word ?? '') && !apart;
    if (name === undefined || (beside && name > last + 1)) return [];
    if (isByWayOf(passage.tokens[name]?.word ?? '')) return [];
    return [{ first, last: endOfName(passage, name), form: 'street', alone: true }];
  });
}

/** Mill Street, Bell Yard, Wiener Straße, v Lipové ulici. */
function streetsBehindNames({ passage }: PlacePassage): readonly Place[] {
  const { tokens, mentions } = passage;
  const words = [...(mentions.get('streetAfter') ?? []), ...(mentions.get('placeAfter') ?? [])];
  return words.flatMap(({ first: word }): readonly Place[] => {
    const street = tokens[word];
    if (street === undefined || (!street.capital && !isSmallStreetWord(street.word))) return [];
    if (!isNameable(passage, word - 1) || !/^[ -]$/.test(between(passage, word - 1))) return [];
    let first = word - 1;
    while (
      first > word - 4 &&
      tokens[first - 1]?.capital === true &&
      between(passage, first - 1) === ' ' &&
      isNameable(passage, first - 1)
    )
      first -= 1;
    const led = isPreposition(tokens[first - 1]?.word ?? '') || /[,(:-] ?$/.test(between(passage, first - 1));
    const public_ =
      mentionAt(mentions.get('notAName'), word - 1) !== undefined &&
      mentionAt(mentions.get('placeAfter'), word) !== undefined;
    return led && !public_ ? [{ first, last: word, form: 'street', alone: true }] : [];
  });
}

/** In der Mühlgasse, aan de Prinsenweg. */
function compoundStreets({ passage }: PlacePassage): readonly Place[] {
  return passage.tokens.flatMap(({ word, capital }, at): readonly Place[] => {
    if (!capital || !COMPOUND.test(word) || isNoStreet(word) || NO_COMPOUND.test(word)) return [];
    const led = isBeforeCompound(passage.tokens[at - 1]?.word ?? '');
    return led ? [{ first: at, last: at, form: 'street', alone: true }] : [];
  });
}

/** "Przy Kamiennej": only streets stand behind it without another word. */
function polishStreets({ passage }: PlacePassage): readonly Place[] {
  const { tokens, mentions } = passage;
  return tokens.flatMap(({ word }, at): readonly Place[] => {
    if (word !== 'przy') return [];
    const name = tokens[at + 1];
    const other = mentionAt(mentions.get('notAName'), at + 1) ?? mentionAt(mentions.get('venue'), at + 1);
    if (name?.capital !== true || other !== undefined || /^\p{Lu}{2}/u.test(name.text)) return [];
    return [{ first: at, last: endOfName(passage, at + 1), form: 'street', alone: true }];
  });
}

/** Streets without a number, in the order of words of each of the members' languages. */
export function namedStreetsIn(place: PlacePassage): readonly Place[] {
  return [
    ...streetsBeforeNames(place),
    ...streetsBehindNames(place),
    ...compoundStreets(place),
    ...polishStreets(place),
  ];
}
