/** Small words that stand in every sentence of a language, and seldom in one of another. */
const COMMON_WORDS: Readonly<Record<string, string>> = {
  en: 'the and to for with that are from this which by be not their they who it as has have been its our we of is',
  de: 'der die das und ist nicht mit für auf von den dem des ein eine einer zu sich im auch wird wurde sind als bei zum zur nach',
  nl: 'het een van en voor zijn niet met aan op wordt worden bij ook naar uit deze heeft hebben dat te door over werd mensen',
  fr: 'le les des et est une pour dans qui que sur pas avec par sont aux du ce cette leur plus elle ils été être au ont',
  es: 'el los las del y una para que por con es se su como más sus fue son al lo han sobre entre personas este esta',
  it: 'il di che e della per una con del non è sono gli nel alla delle dei più anche da dal nella come si le',
  pl: 'w i na z do się nie jest że dla to oraz przez jak po są od które który przy osób ich co za o',
  ro: 'și de în la cu pentru din care este sunt pe nu ale sau prin mai fost au fi lor această unei unui',
  tr: 've bir bu için ile olarak olan da de daha çok gibi sonra kadar olduğu insan kişi her en',
  cs: 'a v na se je že s z do o k pro jsou která které který od by jako za po ve nebo při jejich',
};

const SETS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(COMMON_WORDS).map(([language, words]) => [language, new Set(words.split(' '))]),
);

/** Every sentence has about this share of small words, and one of another language far fewer. */
const MIN_SHARE = 0.12;

function share(words: readonly string[], language: string): number {
  const common = SETS.get(language);
  return common === undefined ? 0 : words.filter((word) => common.has(word)).length / Math.max(1, words.length);
}

/** Whether words in small letters are plainly those of a language; `false` says nothing against it. */
export function plainlyIn(language: string, words: readonly string[]): boolean {
  const own = share(words, language);
  return own >= MIN_SHARE && [...SETS.keys()].every((other) => other === language || share(words, other) < own);
}
