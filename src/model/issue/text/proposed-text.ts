import { foldText } from '../../text/suggestion.js';

/**
 * The placeholder texts in the lines that we propose, for somebody to replace with their own. Every proposal takes its
 * words from here, so that all of them are recognised when they are handed in unchanged.
 */
export const PROPOSED = {
  title: 'Your title',
  summary: 'One sentence that says it all',
  alt: 'What is to be seen in the picture, in a sentence',
  credit: 'Who made the picture',
  label: 'What is to be found there',
  sourceTitle: 'Name of the source',
  footnote: 'The text of the note.',
} as const;

/** Values in the same lines that their schemas refuse, so that nobody can agree to them unread. */
export const REFUSED_PROPOSALS = {
  consent: 'given or not-needed',
  address: 'https://…',
  day: 'YYYY-MM-DD',
  time: 'YYYY-MM-DDThh:mm',
} as const;

/** The texts of a new workspace. */
export const STARTING_TEXT = {
  title: 'Welcome to the first issue',
  summary: 'What this newsletter is for, and how to take part in it.',
  text: 'Replace this text by your own, or take the file away. Every file like this one, in the folder of a member or of the secretariat, becomes an item of the issue.',
  letter: 'Write your letter here. The greeting above it is made for each reader.',
} as const;

/** Texts that messages and instructions proposed in earlier versions, or propose as an example. */
const EARLIER = [
  'Name of the photographer',
  'Name of the author',
  'Name of the publisher',
  'New hotline in three languages',
  'Six open laptops on a round table',
  'https://www.example.org/page',
];

const PROPOSED_TEXTS = new Set(
  [...Object.values(PROPOSED), ...Object.values(REFUSED_PROPOSALS), ...EARLIER].map(foldText),
);
const STARTING_TEXTS = new Set([STARTING_TEXT.text, STARTING_TEXT.letter, STARTING_TEXT.summary].map(foldText));

/** Says which of our proposals a text is, if nobody has replaced it with their own. */
export function proposedBy(text: string): 'message' | 'new-workspace' | undefined {
  const folded = foldText(text);
  if (PROPOSED_TEXTS.has(folded)) return 'message';
  return STARTING_TEXTS.has(folded) ? 'new-workspace' : undefined;
}
