/** Abbreviations that keep their capitals wherever they stand. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'UN EU UK US USA UAE NGO NGOS OSCE ODIHR IOM ILO UNHCR UNODC UNICEF GRETA HIV AIDS LGBT LGBTQ COVID TV ID IDS PDF FAQ CEO'.split(
    ' ',
  ),
);
/** Words that English writes with a capital; "May" and "March" only beside a number. */
const ENGLISH_NAMES: ReadonlySet<string> = new Set(
  `january february april june july august september october november december monday tuesday wednesday thursday friday
  saturday sunday christmas easter english french german italian spanish europe european`.split(/\s+/),
);
const MONTH_BESIDE_NUMBER = /(?<=\d(?:st|nd|rd|th)?\s)(?:march|may)\b|\b(?:march|may)(?=\s\d)/gu;

function capitalised(word: string): string {
  const [first = '', ...rest] = Array.from(word);
  return first.toUpperCase() + rest.join('');
}

/** How the words of a text are written where no sentence begins, by their small letters. */
function formsIn(text: string): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  for (const [word] of text.matchAll(/(?<=[\p{L}\p{N},;:]["”»)]?\s+["“„«(]?)\p{L}[\p{L}\p{M}\p{N}]*/gu)) {
    const small = word.toLowerCase();
    if (!forms.has(small)) forms.set(small, word);
  }
  return forms;
}

/**
 * A line in capitals as a heading is written: names as the text around it writes them, everything else small.
 * Languages that write nouns with a capital get their line back, for only a reader knows these.
 */
export function inSentenceCase(line: string, text: string, language: string): string {
  const plain = line.replace(/\s*!(?:\s*!)+$/u, '').trim();
  if (/^(?:de|lb|gsw)\b/.test(language)) return plain;
  const isEnglish = /^en\b/.test(language);
  const forms = formsIn(text.replaceAll(line, ' '));
  const small = plain.replace(/\p{L}[\p{L}\p{M}\p{N}]*/gu, (word) => {
    const lower = word.toLowerCase();
    if (ABBREVIATIONS.has(word)) return word;
    const form = forms.get(lower);
    if (form !== undefined) return form;
    return isEnglish && (ENGLISH_NAMES.has(lower) || lower === 'i') ? capitalised(lower) : lower;
  });
  return capitalised(isEnglish ? small.replace(MONTH_BESIDE_NUMBER, capitalised) : small);
}
