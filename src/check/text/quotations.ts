/** A part of a text, as offsets; the end is the first character after it. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What closes a quotation that a mark opens, in the languages of the members. */
const CLOSING: Readonly<Record<string, readonly string[]>> = {
  '“': ['”', '“'],
  '„': ['“', '”'],
  '”': ['”'],
  '«': ['»'],
  '»': ['«', '»'],
  '‘': ['’'],
  '‚': ['‘', '’'],
  '‹': ['›'],
  '›': ['‹'],
  '"': ['"'],
  "'": ["'"],
};
const LETTER = /[\p{L}\p{N}]/u;
const MARKS = /[“„”«»‘‚‹›"']/g;
/** These are apostrophes as well, so a letter behind one means that it closes nothing. */
const APOSTROPHES = new Set(['’', "'"]);

function isLetter(character: string | undefined): boolean {
  return character !== undefined && LETTER.test(character);
}

/** The nearest mark that closes, or -1. */
function closingAt(text: string, mark: string, from: number): number {
  for (let at = text.indexOf(mark, from); at !== -1; at = text.indexOf(mark, at + 1)) {
    if (!APOSTROPHES.has(mark) || !isLetter(text[at + 1])) return at;
  }
  return -1;
}

/** The parts of a text that stand in quotation marks, marks included. A quotation that goes on in the next paragraph ends with this one. */
export function quotationsIn(text: string): readonly Range[] {
  const found: Range[] = [];
  // Marks that close nothing any more are not looked for again, so that the time stays in proportion to the text.
  const exhausted = new Set<string>();
  const nearest = (marks: readonly string[], from: number): number => {
    const places = marks.flatMap((mark) => {
      if (exhausted.has(mark)) return [];
      const at = closingAt(text, mark, from);
      if (at === -1) exhausted.add(mark);
      return at === -1 ? [] : [at];
    });
    return places.length === 0 ? -1 : Math.min(...places);
  };
  let free = 0;
  for (const { index, 0: mark } of text.matchAll(MARKS)) {
    if (index < free) continue;
    const afterLetter = isLetter(text[index - 1]);
    if ((mark === "'" || mark === '”' || mark === '"') && afterLetter) continue;
    const end = nearest(CLOSING[mark] ?? [], index + 1);
    if (end !== -1) {
      found.push({ start: index, end: end + 1 });
      free = end + 1;
    } else if (/^\s*$/.test(text.slice(0, Math.min(index, 5))) && index < 5 && '“„«'.includes(mark)) {
      found.push({ start: index, end: text.length });
      break;
    }
  }
  return found;
}
