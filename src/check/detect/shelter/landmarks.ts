import { mentionAt, type Mention } from '../passage/lexicon.js';
import type { Passage } from '../passage/match.js';
import { patternsOf } from '../passage/patterns.js';
import { endOfName, isLocative, isOneClause, type Place, type PlacePassage } from './place.js';

/** How many words may stand between "behind" and the church. */
const REACH = 3;
/** Articles, pronouns and prepositions have no more letters. */
const LONGEST_SMALL_WORD = 4;
/** Compounds of German and Dutch. Folded. */
const COMPOUND =
  /(?:kirche|kapelle|kloster|moschee|schule|kindergarten|kita|apotheke|krankenhaus|spital|klinik|backer|backerei|metzger|metzgerei|supermarkt|sparkasse|postamt|bad|stadion|halle|park|friedhof|feuerwehr|tankstelle|bahnhof|station|haltestelle|gleise|gleisen|brucke|fluss|kanal|wald|muhle|fabrik|brauerei|museum|bucherei|bibliothek|kino|rathaus|gasthof|gasthaus|wirtshaus|friseur|salon|parkplatz|turm|denkmal|schloss|brunnen|hafen|pfarrhaus|pfarrhof|[a-z]{3}hof|kaserne|handler|handlung|werkstatt|praxis|geschaft|hotel|praxis|imbiss|platz|markt|kerk|kapel|moskee|school|apotheek|ziekenhuis|bakker|bakkerij|slagerij|[a-z]{3}winkel|zwembad|sporthal|begraafplaats|kerkhof|kazerne|busstation|halte|overgang|spoorlijn|brug|molen|fabriek|brouwerij|bioscoop|[a-z]{3}huis|cafe|toren|kasteel|haven|pastorie|boerderij|plein|sportvelden|voetbalvelden|sportveld|voetbalveld|park|bos|kiosk)(?:s|n|en|es)?$/;
/** Compounds that end like a landmark and are none: the ministry's house, the place in a shelter. */
const NO_LANDMARK =
  /(?:arbeit|schlaf|wohn|schutz|pflege|therapie|studien|frauenhaus|ausbildung|kita|heim|netz|hilfs|bildung|hand|schul)platz|frauenhaus|schutzhaus|opvanghuis|vrouwenhuis|schwarzmarkt|arbeitsmarkt|wohnungsmarkt|netzwerk|hilfswerk|hochschule|thuis|tehuis|zuhause|parlament|freedom|kingdom|wisdom|random|seldom|sindrom/;
/** Shops that every town has one of. */
const SHOP =
  /^(?:lidl|aldi|kaufland|carrefour|tesco|rewe|edeka|penny|billa|spar|hofer|biedronka|biedronki|zabka|albert|mega|maxi|roda|idea|coop|migros|denner|hema|jumbo|delhaize|colruyt|auchan|leclerc|intermarche|monoprix|franprix|mercadona|eroski|dia|consum|esselunga|conad|pam|despar|ikea|obi|mcdonald|mcdonalds|kfc|starbucks|boots|sainsbury|sainsburys|asda|morrisons|greggs|superdrug|profi|penny|mega|fantastico|t-market|atb|silpo|fora|novus|epicentr|rossmann|dm|hebe|orlen|shell|omv|bp|lukoil|petrom|mol)$/;
/** Ordinary words that begin like a landmark of another language, whose words are looked up in every text. */
const ORDINARY =
  /^(?:since|sincere\p{L}*|posts?|posted|posting|post-?traum\p{L}*|target\p{L}*|plazos?|cresc\p{L}*|scolaires?|morire|služ\p{L}*|szkole(?:ni|ń)\p{L}*|školen\p{L}*|posto|posti|piattaform\p{L}*|strážn\p{L}*|poskyt\p{L}*)$/iu;
/** Letters that no other of the languages has. */
const CZECH = /[ěřů]/iu;
const BULGARIAN = /ъ/iu;
/** Endings of the case in which "za" means behind. */
const INSTRUMENTAL = new RegExp(`(?:${patternsOf('instrumental')})$`, 'iu');

function isLandmark({ passage, words }: PlacePassage, token: number): Mention | undefined {
  // Spanish "more" is no farmhouse in the south of France.
  const written = passage.tokens[token]?.text ?? '';
  if (/^más$/iu.test(written) || ORDINARY.test(written)) return undefined;
  const known = mentionAt(words.get('landmark'), token) ?? mentionAt(words.get('building'), token);
  if (known !== undefined) return known;
  const { kind = 'number', word = '', text = '' } = passage.tokens[token] ?? {};
  const compound = kind === 'word' && (COMPOUND.test(word) || COMPOUND.test(text.toLowerCase()));
  return compound && !NO_LANDMARK.test(word) ? { first: token, last: token } : undefined;
}

/** The first landmark behind a token, within reach and with no sign between. */
function landmarkBehind(place: PlacePassage, token: number, reach: number): Mention | undefined {
  for (let at = token + 1; at <= token + 1 + reach && at < place.passage.tokens.length; at += 1) {
    if (!isOneClause(place.passage, token, at)) return undefined;
    const found = isLandmark(place, at);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Endings of the cases of Slavic languages: za Kauflandem, kod Lidla. */
const SHOP_ENDING = /(?:em|om|emu|u|a|ie)$/;

function isShop(word: string): boolean {
  return SHOP.test(word) || SHOP.test(word.replace(SHOP_ENDING, ''));
}

/** A shop's or somebody's name directly behind "opposite": "opposite Lidl". */
function shopBehind({ tokens }: Passage, token: number): number | undefined {
  return [token + 1, token + 2].find((at) => tokens[at]?.capital === true && isShop(tokens[at].word));
}

/** Words for "beside" in the language of the passage. */
function besides({ passage, words }: PlacePassage): readonly Mention[] {
  const czech = CZECH.test(passage.text) ? words.get('besideCzech') : undefined;
  const bulgarian = BULGARIAN.test(passage.text) ? words.get('besideBulgarian') : undefined;
  return [words.get('beside'), czech, bulgarian].flatMap((mentions) => mentions ?? []);
}

function besideLandmarks(place: PlacePassage): readonly Place[] {
  return besides(place).flatMap((beside): readonly Place[] => {
    const { first, last } = beside;
    const end = landmarkBehind(place, last, REACH)?.last ?? shopBehind(place.passage, last);
    return end === undefined ? [] : [{ first, last: end, form: 'landmark', alone: true }];
  });
}

/** "In front of the school"; before a court or a town hall people demonstrate. */
function inFrontOfLandmarks(place: PlacePassage): readonly Place[] {
  const { passage, words } = place;
  return (words.get('inFront') ?? []).flatMap(({ first, last }): readonly Place[] => {
    const landmark = landmarkBehind(place, last, REACH);
    if (landmark === undefined) return [];
    const official =
      mentionAt(words.get('office'), landmark.first) ?? mentionAt(passage.mentions.get('venue'), landmark.first);
    return official === undefined ? [{ first, last: landmark.last, form: 'landmark', alone: true }] : [];
  });
}

/** "Right behind the confectioner's": whatever it is, it can be found. */
function anythingRightBeside({ passage, words }: PlacePassage): readonly Place[] {
  return (words.get('rightBeside') ?? []).flatMap(({ first, last }): readonly Place[] => {
    const thing = [last + 1, last + 2, last + 3].find(
      (at) => (passage.tokens[at]?.text.length ?? 0) > LONGEST_SMALL_WORD,
    );
    const told = thing !== undefined && isOneClause(passage, last, thing);
    return told ? [{ first, last: thing, form: 'landmark', alone: true }] : [];
  });
}

/** "Za lékárnou", "за аптекою": behind it; "za školu" is for it. */
function behindLandmarks(place: PlacePassage): readonly Place[] {
  return (place.words.get('behindOrFor') ?? []).flatMap(({ first, last }): readonly Place[] => {
    const landmark = landmarkBehind(place, last, REACH);
    const written = place.passage.tokens[landmark?.first ?? -1]?.text ?? '';
    const shop = landmark === undefined ? shopBehind(place.passage, last) : undefined;
    if (shop !== undefined && INSTRUMENTAL.test(place.passage.tokens[shop]?.text ?? ''))
      return [{ first, last: shop, form: 'landmark', alone: true }];
    return landmark !== undefined && INSTRUMENTAL.test(written)
      ? [{ first, last: landmark.last, form: 'landmark', alone: true }]
      : [];
  });
}

/** "Between the church and the pharmacy". */
function betweenLandmarks(place: PlacePassage): readonly Place[] {
  return (place.words.get('between') ?? []).flatMap(({ first, last }): readonly Place[] => {
    const one = landmarkBehind(place, last, REACH);
    const other = one === undefined ? undefined : landmarkBehind(place, one.last, REACH);
    return other === undefined ? [] : [{ first, last: other.last, form: 'landmark', alone: true }];
  });
}

/** "In the former rectory of X". */
function formerBuildings(place: PlacePassage): readonly Place[] {
  const { passage, words } = place;
  const former = [...(words.get('former') ?? []), ...formerByPrefix(passage)];
  return former.flatMap(({ first, last }): readonly Place[] => {
    // "Una cascina ristrutturata": in Romance languages the adjective follows.
    const landmark = isLandmark(place, last) ?? landmarkBehind(place, last, 2) ?? isLandmark(place, first - 1);
    const from = Math.min(first, landmark?.first ?? first);
    if (landmark === undefined || ![from - 1, from - 2].some((at) => isLocative(passage, at))) return [];
    return [{ first: from, last: Math.max(last, landmark.last), form: 'landmark', alone: true }];
  });
}

/** "Ex-canonica", whose word is known without its prefix. */
function formerByPrefix({ tokens }: Passage): readonly Mention[] {
  return tokens.flatMap(({ text }, at) => (/^(?:ex|екс)-/iu.test(text) ? [{ first: at, last: at }] : []));
}

function spots({ passage, words }: PlacePassage): readonly Place[] {
  return (words.get('spot') ?? []).map(({ first, last }) => {
    const name = passage.tokens[last + 1]?.capital === true ? endOfName(passage, last + 1) : last;
    return { first, last: name, form: 'landmark', alone: true };
  });
}

/** Places that are told by what stands beside them, or by what they were. */
export function landmarksIn(place: PlacePassage): readonly Place[] {
  return [
    ...besideLandmarks(place),
    ...inFrontOfLandmarks(place),
    ...anythingRightBeside(place),
    ...behindLandmarks(place),
    ...betweenLandmarks(place),
    ...formerBuildings(place),
    ...spots(place),
  ];
}
