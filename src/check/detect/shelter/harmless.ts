import { mentionAfter, mentionAt, mentionBefore, type Mention } from '../passage/lexicon.js';
import type { Sentence } from '../passage/sentences.js';
import type { Place, PlacePassage } from './place.js';

/** So near, in words, "on" and "about" stand to a gathering and to what it is about. */
const ABOUT_REACH = 4;
/** So near "many" stands to the shelters that are not one certain shelter. */
const GENERAL_REACH = 2;
/** So near the word for an office stands to its place: "our office in Mill Street". */
const OFFICE_REACH = 5;

/** How many words lie between two mentions. */
export function distance(one: Mention, other: Mention): number {
  if (one.last < other.first) return other.first - one.last;
  return other.last < one.first ? one.first - other.last : 0;
}

function within(mentions: readonly Mention[] | undefined, { first, last }: Sentence): readonly Mention[] {
  return (mentions ?? []).filter((mention) => mention.first >= first && mention.last <= last);
}

/** "A conference on shelters takes place in …". */
function isSubjectOf({ words }: PlacePassage, gathering: Mention, refuge: Mention): boolean {
  const about = mentionAfter(words.get('about'), gathering.last + 1, ABOUT_REACH);
  return about !== undefined && about.last < refuge.first && refuge.first - about.last <= ABOUT_REACH;
}

function isGeneral({ words }: PlacePassage, refuge: Mention): boolean {
  const general = words.get('general');
  return (
    mentionBefore(general, refuge.first, GENERAL_REACH) !== undefined ||
    mentionAfter(general, refuge.last + 1, GENERAL_REACH) !== undefined
  );
}

/** "The former seminary": a building that has the word of a gathering. */
function isFormer({ words }: PlacePassage, { first }: Mention): boolean {
  return mentionBefore(words.get('former'), first, 0) !== undefined;
}

/** Whether the place is that of a gathering. */
function isOfGathering(place: PlacePassage, found: Place, refuge: Mention, sentence: Sentence): boolean {
  if (within(place.words.get('neighbours'), sentence).length > 0) return false;
  const gatherings = within(place.words.get('gathering'), sentence).filter((gathering) => !isFormer(place, gathering));
  return gatherings.some(
    (gathering) =>
      distance(gathering, found) < distance(refuge, found) ||
      isSubjectOf(place, gathering, refuge) ||
      isGeneral(place, refuge),
  );
}

/** A theatre, a town hall; the German "Dom" is a house elsewhere. */
function venueBefore({ words, passage }: PlacePassage, found: Place): Mention | undefined {
  const venue = mentionBefore(passage.mentions.get('venue'), found.first, OFFICE_REACH);
  const isHouse = venue !== undefined && mentionAt(words.get('dwelling'), venue.first) !== undefined;
  return isHouse ? undefined : venue;
}

/** "Ha sede in", "tiene su sede": has its seat there, and is no office. */
function hasSeat({ passage: { tokens } }: PlacePassage, { first }: Mention): boolean {
  return (
    tokens[first]?.word === 'sede' &&
    [1, 2].some((steps) => /^(?:ha|hanno|aveva|tiene|tenia|tienen)$/.test(tokens[first - steps]?.word ?? ''))
  );
}

/** Whether the place is that of a press office or of another public house: "our office in Mill Street runs three shelters". */
function isOfOffice(place: PlacePassage, found: Place, refuge: Mention, sentence: Sentence): boolean {
  const { words } = place;
  const announced = within(words.get('contact'), sentence).some(
    (contact) => contact.last < found.first && distance(contact, found) < distance(refuge, found),
  );
  const office = mentionBefore(words.get('office'), found.first, OFFICE_REACH) ?? venueBefore(place, found);
  const besideIt = mentionBefore(words.get('beside'), office?.first ?? 0, OFFICE_REACH);
  const own =
    office !== undefined && !hasSeat(place, office) && office.first >= sentence.first && besideIt === undefined;
  return announced || (own && distance(office, found) <= distance(refuge, found));
}

/** "She worked beside the station before she came to the refuge": the place is that of the time before. */
function isOfEarlierTime({ words }: PlacePassage, found: Place, refuge: Mention): boolean {
  if (refuge.first < found.last) return false;
  const until = mentionAfter(words.get('until'), found.last + 1, refuge.first - found.last - 1);
  return until !== undefined && until.last < refuge.first;
}

/** Whether what was found is not where the shelter is. */
export function isHarmless(place: PlacePassage, found: Place, refuge: Mention, sentence: Sentence): boolean {
  const named = place.passage.tokens
    .slice(found.first, found.last + 1)
    .some(({ capital, kind }) => capital || kind === 'number');
  return (
    isOfGathering(place, found, refuge, sentence) ||
    isOfOffice(place, found, refuge, sentence) ||
    isOfEarlierTime(place, found, refuge) ||
    mentionBefore(place.words.get('lacking'), refuge.first, GENERAL_REACH) !== undefined ||
    (!named && isGeneral(place, refuge))
  );
}
