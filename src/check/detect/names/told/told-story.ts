import type { CheckedText, TextRun } from '../../../text/text-run.js';
import { foldText } from '../../passage/folded-text.js';
import { mentionsIn, type Lexicon } from '../../passage/lexicon.js';
import { tokensOf } from '../../passage/tokens.js';
import { isSingleWord } from '../../passage/single-words.js';

function isHeading({ kind }: TextRun): boolean {
  return kind === 'title' || kind === 'summary' || kind === 'heading' || kind === 'file-name';
}

/** Whether a title, a summary or a heading says that the file tells one person's story. */
export function tellsOneStory(text: CheckedText, lexicons: readonly Lexicon[]): boolean {
  return text.runs.some(
    (run) => isHeading(run) && mentionsIn(tokensOf(foldText(run.text).text), lexicons).has('toldStory'),
  );
}

/** Behind, in the members' languages: "behind the pseudonym stands NAME" tells the real name. Folded. */
const isBehind = isSingleWord('behind');

/** Whether a file says somewhere that its names are not the real ones. */
export function saysNamesAreChanged(text: CheckedText, lexicons: readonly Lexicon[]): boolean {
  return text.runs.some((run) => {
    const tokens = tokensOf(foldText(run.text).text);
    const pseudonyms = mentionsIn(tokens, lexicons).get('pseudonym') ?? [];
    return pseudonyms.some(
      ({ first }) => !tokens.slice(Math.max(0, first - 2), first).some(({ word }) => isBehind(word)),
    );
  });
}
