import { mentionAfter, mentionAt, mentionBefore, type Mention } from '../passage/lexicon.js';
import { sentenceAt } from '../passage/sentences.js';
import { between, endOfName, isOneClause, nameBehind, type Place, type PlacePassage } from './place.js';
import { isSmallWord } from '../street/street-words.js';

const NUMBER_OF_LINE = /^\d{1,3}$/;

/** "Tram 9", "tramwaj nr 9", "трамвай № 5". */
function numberBehind({ passage }: PlacePassage, token: number): number | undefined {
  const { tokens, mentions } = passage;
  const next = token + 1;
  if (mentionAt(mentions.get('counted'), next + 1) !== undefined) return undefined;
  if (NUMBER_OF_LINE.test(tokens[next]?.text ?? '') && /^(?: | ?[№#] ?)$/.test(between(passage, token))) return next;
  const named =
    mentionAt(mentions.get('houseNumber'), next) !== undefined ||
    /^(?:c|no|nr|br|n|num|numero|number)$/.test(tokens[next]?.word ?? '');
  return named && NUMBER_OF_LINE.test(tokens[next + 1]?.text ?? '') ? next + 1 : undefined;
}

/** "Vauxgate tube station": a name before the word, if it is not the first of its sentence. */
function nameBefore({ passage }: PlacePassage, token: number): number | undefined {
  const { tokens } = passage;
  const name = tokens[token - 1];
  if (name === undefined || between(passage, token - 1) !== ' ') return undefined;
  if (NUMBER_OF_LINE.test(name.text) && tokens[token]?.capital === false) return token - 1;
  const plain = tokens[token]?.capital === false || passage.english;
  if (!plain || !name.capital || isSmallWord(name.word)) return undefined;
  return sentenceAt(passage, token).first === token - 1 ? undefined : token - 1;
}

/** So far, in words, "five minutes" may stand from the stop. */
const WAY_REACH = 5;

/** "Five minutes from the bus station": a stop without a name, and the way from it. */
function isWithWay({ passage, words }: PlacePassage, { first, last }: Mention): boolean {
  const before = mentionBefore(words.get('way'), first, WAY_REACH);
  const after = mentionAfter(words.get('way'), last + 1, WAY_REACH);
  return (
    (before !== undefined && isOneClause(passage, before.last, first)) ||
    (after !== undefined && isOneClause(passage, last, after.first))
  );
}

/** "U6", "S3": lines of an underground and of a suburban railway. */
function shortLines({ passage }: PlacePassage): readonly Place[] {
  return passage.tokens.flatMap(({ text }, at): readonly Place[] =>
    /^[US]$/.test(text) && /^\d{1,2}$/.test(passage.tokens[at + 1]?.text ?? '') && /^-?$/.test(between(passage, at))
      ? [{ first: at, last: at + 1, form: 'stop', alone: true }]
      : [],
  );
}

/** Stops and lines that have a name or a number, or from which the way is told. */
export function stopsIn(place: PlacePassage): readonly Place[] {
  const named = (place.words.get('stop') ?? []).flatMap((stop): readonly Place[] => {
    const { first, last } = stop;
    const name = nameBehind(place.passage, last);
    const behind = numberBehind(place, last) ?? (name === undefined ? undefined : endOfName(place.passage, name));
    if (behind !== undefined) return [{ first, last: behind, form: 'stop', alone: true }];
    const before = nameBefore(place, first);
    if (before !== undefined) return [{ first: before, last, form: 'stop', alone: true }];
    return isWithWay(place, stop) ? [{ first, last, form: 'stop', alone: true }] : [];
  });
  return [...named, ...shortLines(place)];
}
