import type { SubscriberState } from '../../model/send/subscriber.js';
import { stateInCell, wordsOf } from '../columns/import-words.js';

/** What a cell says, whatever its column asks. */
export type CellAnswer =
  | { readonly kind: 'empty' | 'yes' | 'no' | 'date' | 'unknown' }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'state'; readonly state: SubscriberState };

/** Excel writes TRUE and FALSE in its own language, so those words are here too. */
const YES = wordSet(
  'yes y true t 1 x xx on ja j wahr waar oui o vrai si sim verdadero verdadeiro vero tak prawda ano áno pravda da adevărat так да д істина истина evet doğru ναι αληθές αληθής igen igaz kyllä tosi joo jah jā taip sant sand po istinito točno',
);
const NO = wordSet(
  'no n false f 0 off soft softbounce softbounced nein falsch nee onwaar non faux falso nao não nie ne fałsz nepravda nu fals ні нет нi не няма н хибність ложь лъжа hayır yanlış όχι ψευδές nem hamis ei epätosi väär nej nei falskt falsk nē nė netiesa neistina netočno',
);
const EMPTY = wordSet('null nil none undefined nan na notset unset notavailable notapplicable never');
const TICK = /^[\u2611\u2612\u2713\u2714\u2705\u00d7xX+*]\ufe0f?$/u;
const OPEN_BOX = /^[\u2610\u25a1]\ufe0f?$/u;
/** "-", "[]", "\N" and the like. */
const NOTHING = /^([-\u2013\u2014_./\\[\]{}()"'\s]+|\\n)$/i;
/** What databases and spreadsheets write for a missing time. */
const NO_DATE =
  /^(0000[-./]00|00[-./]00[-./]0000|0001-01-01|1970-01-01[T ]00:00|1899-12-3[01]|1900-01-0[01])|^[0\s:./-]{2,}$/;
const DATE =
  /\d{1,4}\s?[-./]\s?\d{1,2}\s?[-./]\s?\d{1,4}|(^|\D)(19|20)\d{2}(\D|$)|^\d{8}$|^\d{9,13}(\.\d+)?$|^\d{1,2}[-./](19|20)\d{2}$/;
const COUNT = /^\d{1,7}$/;

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map((word) => wordsOf(word).join('')));
}

/** A list repeats the same few cells, except for its dates. */
const known = new Map<string, CellAnswer>();
const MAX_KNOWN_ANSWERS = 500;

/** Reads a cell of a column that says who wants the newsletter, or who does not. */
export function readAnswer(text: string): CellAnswer {
  if (text === '') return { kind: 'empty' };
  const earlier = known.get(text);
  if (earlier !== undefined) return earlier;
  // Programs that take a column for numbers write 1.0 and 0.0.
  const answer = readNewAnswer(text.trim().replace(/^(\d+)\.0+$/, '$1'));
  if (known.size < MAX_KNOWN_ANSWERS && answer.kind !== 'date') known.set(text, answer);
  return answer;
}

function readNewAnswer(text: string): CellAnswer {
  if (TICK.test(text)) return { kind: 'yes' };
  if (OPEN_BOX.test(text)) return { kind: 'no' };
  if (NOTHING.test(text)) return { kind: 'empty' };
  const word = wordsOf(text).join('');
  if (EMPTY.has(word)) return { kind: 'empty' };
  if (YES.has(word)) return { kind: 'yes' };
  if (NO.has(word)) return { kind: 'no' };
  if (NO_DATE.test(text)) return { kind: 'empty' };
  if (COUNT.test(text)) return { kind: 'count', count: Number(text) };
  const state = stateInCell(text);
  if (state !== undefined) return { kind: 'state', state };
  return { kind: DATE.test(text) ? 'date' : 'unknown' };
}
