import type { Mention } from '../passage/lexicon.js';
import type { Match, Passage } from '../passage/match.js';
import { sentenceAt, type Sentence } from '../passage/sentences.js';
import { distance, isHarmless } from './harmless.js';
import { landmarksIn } from './landmarks.js';
import { namedStreetsIn } from './named-streets.js';
import type { Place, PlacePassage } from './place.js';
import { placeWordsIn } from './place-lexicon.js';
import { refugesIn } from './refuges.js';
import { signsIn } from './signs.js';
import { stopsIn } from './stops.js';
import { townPartsIn } from './town-parts.js';

/** So far, in words, a place may stand from the word for a shelter. */
const REACH = 30;

function isIn({ first, last }: Sentence, mention: Mention): boolean {
  return mention.first >= first && mention.last <= last;
}

/** The shelter that a place belongs to: in its sentence, or in the sentence before. */
function refugeOf({ passage, words }: PlacePassage, found: Place, refuges: readonly Mention[]): Mention | undefined {
  const sentence = sentenceAt(passage, found.first);
  const own = refuges.filter((refuge) => isIn(sentence, refuge));
  const before = sentence.first === 0 ? undefined : sentenceAt(passage, sentence.first - 1);
  const earlier = before === undefined ? [] : refuges.filter((refuge) => isIn(before, refuge));
  const invited = (['gathering', 'contact', 'office'] as const).some((wordClass) =>
    (words.get(wordClass) ?? []).some((mention) => isIn(sentence, mention)),
  );
  const near = own.length > 0 || invited ? own : earlier;
  const [nearest] = [...near].sort((left, right) => distance(left, found) - distance(right, found));
  return nearest !== undefined && distance(nearest, found) <= REACH ? nearest : undefined;
}

/** Signs of two kinds in one sentence, beside a shelter. */
function signsTogether(place: PlacePassage, refuges: readonly Mention[]): readonly Place[] {
  const kinds = signsIn(place);
  const signs = kinds.flat().filter((sign) => {
    const sentence = sentenceAt(place.passage, sign.first);
    return refuges.some((refuge) => isIn(sentence, refuge));
  });
  return signs.filter((sign) => {
    const sentence = sentenceAt(place.passage, sign.first);
    return kinds.some((kind) => !kind.includes(sign) && kind.some((other) => isIn(sentence, other)));
  });
}

/** Words that tell where a shelter is without the number of its house: a street, a landmark, a stop, a quarter, a doorbell. */
export function shelterPlacesIn(passage: Passage): readonly Match[] {
  const words = placeWordsIn(passage);
  if (words === undefined) return [];
  const refuges = refugesIn(passage, words);
  if (refuges.length === 0) return [];
  const place: PlacePassage = { passage, words };
  const found = [
    ...namedStreetsIn(place),
    ...landmarksIn(place),
    ...stopsIn(place),
    ...townPartsIn(place),
    ...signsTogether(place, refuges),
  ];
  return found.flatMap((one): readonly Match[] => {
    const refuge = refugeOf(place, one, refuges);
    if (refuge === undefined || isHarmless(place, one, refuge, sentenceAt(passage, one.first))) return [];
    const start = passage.tokens[one.first]?.start ?? 0;
    const end = passage.tokens[one.last]?.end ?? start;
    return [{ kind: 'streetAddress', placeForm: one.form, start, end, value: passage.text.slice(start, end) }];
  });
}
