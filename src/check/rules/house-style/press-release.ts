import { textRule } from '../../engine/rule.js';
import { LANGUAGES } from '../../languages/index.js';

/** What press releases in English say above and below their text. */
const ENGLISH_NOTES: readonly RegExp[] = [
  /\bfor (?:immediate )?release\b[:!.]?$/i,
  /^(?:for immediate release|embargoed until|not for release before|press release|media release|notes? (?:to|for) (?:the )?editors?|editor['’]?s? notes?|contact for press|press contact|media contact)\b/i,
  /^(?:end of (?:press )?release|\*{0,2}ends\*{0,2}|-ends-|###|-30-)$/i,
];

/** The same in the languages that the checks know, at the beginning of a line. */
const NOTE = new RegExp(
  `^(?:${LANGUAGES.flatMap(({ pressNotes }) => pressNotes?.split(/,\s+/) ?? []).join('|')})(?!\\p{L})`,
  'iu',
);
/** A line above a text, or a sentence that only begins like one: "Press release and report are online." */
const MAX_CHARACTERS = 80;

function noteIn(text: string): { readonly note: string; readonly offset: number } | undefined {
  let offset = 0;
  for (const line of text.split('\n')) {
    const note = line.trim();
    const isLine = note.length <= MAX_CHARACTERS && !/[.!?]\s/.test(note);
    if (isLine && (NOTE.test(note) || ENGLISH_NOTES.some((pattern) => pattern.test(note)))) return { note, offset };
    offset += line.length + 1;
  }
  return undefined;
}

/** What a press release says to journalists says nothing to readers. */
export const houseStylePressRelease = textRule({
  id: 'house-style/press-release',
  severity: 'warning',
  why: 'A press release speaks to journalists: "for immediate release" and "note to editors" mean nothing to readers of a newsletter, and a press contact is a person with a number.',
  wrong: 'FOR IMMEDIATE RELEASE',
  right: 'The text without that line.',
  *check({ runs, source }) {
    if (source === 'attachment') return;
    for (const run of runs) {
      if (run.quoted || !['title', 'summary', 'heading', 'paragraph', 'cell'].includes(run.kind)) continue;
      const found = noteIn(run.text);
      if (found === undefined) continue;
      yield {
        ...run.placeAt(found.offset),
        message: 'This is a line for journalists, not for readers.',
        expected: 'the news itself',
        actual: `"${found.note}"`,
        help: 'Take the line out, and tell the news to readers.',
      };
    }
  },
});
