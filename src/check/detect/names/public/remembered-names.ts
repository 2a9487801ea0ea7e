import type { Passage } from '../../passage/match.js';
import { isGivenName } from '../candidates/given-names.js';
import { sentenceAt } from '../../passage/sentences.js';
import { isSingleWord } from '../../passage/single-words.js';

/** Before the names of saints. "Sveta", "Beata" and "Blažena" are first names too, and stand in no such list. Folded. */
const SAINT =
  /^(?:saint[es]?|sainted|st|ste|sankt|san|santa|santo|heilige[nrs]?|sint|sveti|svete|svetog|svat[ay]|svateho|svatou|swiet[aey]|swietego|swietej|sfant[au]|sfantul|sfintei|sviat[aiuo]\w{0,3}|svetii|blessed)$/;
/** People whom newsletters quote and remember, by the beginnings of their names in the members' spellings. Folded. */
const REMEMBERED: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:john|jack|robert|dzon|dzh?on)/, /^ken+ed/],
  [/^(?:jos[ei]|joz[ei]|zoz[ei]|iosi?[ef]|giusep)/, /^ba(?:kh?|h)it/],
  [/^lin/, /^merlin/],
  [/^josephin/, /^butler/],
  [/^v[iy][ck]t?t?or/, /^h?[uiy]u?go/],
  [/^nelson/, /^mandel/],
  [/^(?:mahatm|indir)/, /^gand/],
  [/^(?:eleanor|franklin|teodor|theodor)/, /^(?:roosevelt|ruzvelt)/],
  [/^william/, /^wilberforc/],
  [/^(?:tomas|t)/, /^masaryk/],
  [/^v[ac][ck]?lav/, /^havl?[eaou]/],
  [/^abraham/, /^lin[ck]/],
  [/^harriet/, /^tubman/],
  [/^fr?ederick/, /^douglas/],
  [/^(?:simon|simone)/, /^(?:de|beauvoir)/],
  [/^(?:hannah?|chann?a)/, /^arendt/],
  [/^(?:maria|marie)/, /^(?:curie|sk[lł]odowsk)/],
  [/^taras/, /^[sš]ev[cč]enk|^shevchenk/],
];

function isJoined({ tokens, text }: Passage, left: number): boolean {
  return /^\.? $/.test(text.slice(tokens[left]?.end ?? 0, tokens[left + 1]?.start ?? 0));
}

/** How many words may stand between a name and the year; the limit is there because a sentence can be very long. */
const YEAR_REACH = 16;
/** Before a year. Folded. */
const isInYear = isSingleWord('inYear');

function isYear({ tokens, text }: Passage, at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'number' || !/^1[5-8]\d\d$/.test(token.text)) return false;
  return isInYear(tokens[at - 1]?.word ?? '') || /^[–-]1[5-9]\d\d\)/.test(text.slice(token.end, token.end + 6));
}

/** "In 1870", "(1828–1906)": people who wrote and spoke then are known from history. */
function isOfPastCentury(passage: Passage, name: number): boolean {
  for (let at = Math.max(0, name - YEAR_REACH); at <= name + YEAR_REACH; at += 1) {
    if (!isYear(passage, at)) continue;
    const { first, last } = sentenceAt(passage, name);
    return at >= first && at <= last;
  }
  return false;
}

/** "Saint Josephine", "San Pedro Claver", "John F. Kennedy": people who are remembered in public are in no danger. */
export function isRemembered(
  passage: Passage,
  { first, last }: { readonly first: number; readonly last: number },
): boolean {
  const { tokens } = passage;
  const isSaint = (at: number) => {
    const [title, name] = [tokens[at], tokens[at + 1]];
    if (title?.capital !== true || name === undefined || !SAINT.test(title.word)) return false;
    return isJoined(passage, at) && isGivenName(name.word, true);
  };
  if (isOfPastCentury(passage, first)) return true;
  if (isSaint(first - 1) || (last > first && isSaint(first))) return true;
  const words = tokens.slice(first, last + 1).map(({ word }) => word);
  return REMEMBERED.some(
    ([given, family]) => family.test(words.at(-1) ?? '') && words.slice(0, -1).some((word) => given.test(word)),
  );
}
