import { textRule } from '../../engine/rule.js';

/** Shorter titles may be names: "GRETA", "UN Women", "OSCE ODIHR". */
const MIN_WORDS = 3;
const MIN_LETTERS = 12;

/** Whether a text is written in capital letters throughout; scripts without capitals never are. */
export function isInCapitals(text: string): boolean {
  const words = text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => /\p{L}{2}/u.test(word));
  const letters = words.join('');
  if (words.length < MIN_WORDS || letters.length < MIN_LETTERS) return false;
  return letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}

/** Titles in capital letters are hard to read, and a screen reader may spell them out. */
export const houseStyleCapitals = textRule({
  id: 'house-style/capitals',
  severity: 'warning',
  why: 'Words in capital letters are read more slowly, sound like shouting, and some screen readers spell them letter by letter.',
  wrong: 'title: NEW HOTLINE FOR MIGRANT WORKERS',
  right: 'title: New hotline for migrant workers',
  *check({ runs, source }) {
    if (source === 'attachment') return;
    for (const run of runs) {
      if (!['title', 'summary', 'heading'].includes(run.kind) || !isInCapitals(run.text)) continue;
      yield {
        ...run.placeAt(0),
        message: 'These words stand in capital letters throughout.',
        expected: 'capital letters only where names and sentences begin',
        actual: `"${run.text.length > 60 ? `${run.text.slice(0, 59)}…` : run.text}"`,
        help: 'Write them in small letters, with a capital at the beginning and in names.',
      };
    }
  },
});
