import { everyLanguage } from '../every-language.js';
import { HOUSE_KEY } from '../list-every-language.js';
import { createLexicon, mentionsIn, type Lexicon, type Mentions } from '../passage/lexicon.js';
import type { Passage } from '../passage/match.js';

/** Made when the first text is looked at that may speak of a shelter. */
let lexicon: Lexicon | undefined;
let houses: ReadonlySet<string> | undefined;

/** What a passage says of shelters and places; nothing if no word in it can mean a shelter. */
export function placeWordsIn({ tokens }: Passage): Mentions | undefined {
  houses ??= new Set(everyLanguage().houseKeys);
  const keys = houses;
  const mayBeOfShelter = tokens.some(
    ({ word }) => keys.has(word.slice(0, HOUSE_KEY)) || keys.has(word.slice(0, HOUSE_KEY - 1)),
  );
  if (!mayBeOfShelter) return undefined;
  lexicon ??= createLexicon(everyLanguage().places);
  return mentionsIn(tokens, [lexicon]);
}
