import type { SourceLocation } from '../../../../model/finding.js';
import type { CheckedText } from '../../../text/text-run.js';
import { textRule } from '../../../engine/rule.js';
import { saysNothing } from '../../../detect/links/empty-words.js';

/** An address as its own words: a domain alone can be read aloud, a whole address cannot. */
const BARE_ADDRESS = /^(https?:\/\/\S+|(www\.)?[\p{L}\p{N}.-]+\.\p{L}{2,}\/\S+)$/iu;

/** What stands before an address in a link that Markdown did not take: that fault is said already. */
const NOT_TAKEN = /(?:\][ \t\u00a0\n]*\(|\)[ \u00a0]?\[|\][ ]?[{<]|\[[^[\]()\n]+\(|["“”]:|<)[ \t]*$/u;
/** Lines of front matter that came into the text: there Markdown helps nobody. */
const KEY_LINE =
  /^[ \t]*(?:title|titel|titre|section|author|autor|auteur|date|datum|language|sprache|langue|summary|image|link|event|starts?)[ \t]*[:=–-][ \t]/im;
const BEHIND_KEY = /(?:^|\n)[ \t]*[\p{L}_][\p{L}\p{N}_ -]{1,30}[:=–-][ \t]*$/u;

function isSaidOtherwise(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 200), start);
  return NOT_TAKEN.test(before) || (BEHIND_KEY.test(before) && KEY_LINE.test(text));
}

function* linkWords(text: CheckedText): Iterable<{ readonly words: string; readonly place: SourceLocation }> {
  for (const run of text.runs) {
    if (run.kind === 'label') yield { words: run.text, place: run.placeAt(0) };
    for (const { start, end, kind } of run.spans) {
      const bare = BARE_ADDRESS.test(run.text.slice(start, end));
      if (kind === 'link' && !(bare && isSaidOtherwise(run.text, start)))
        yield { words: run.text.slice(start, end), place: run.placeAt(start) };
    }
  }
}

/** The words of a link must say where it leads. */
export const linkText = textRule({
  id: 'link/text',
  severity: 'warning',
  why: 'Many readers go from link to link, on a phone or with a screen reader; "click here" tells them nothing, and a long address is read out letter by letter.',
  wrong: '[Click here](https://www.example.org/report) for the report.',
  right: 'Read [the report on residence permits](https://www.example.org/report).',
  *check(text) {
    if (text.source === 'attachment') return;
    for (const { words, place } of linkWords(text)) {
      const bare = BARE_ADDRESS.test(words.trim());
      if (!bare && !saysNothing(words)) continue;
      yield {
        ...place,
        message: bare ? 'An address stands here as text.' : 'The words of this link do not say where it leads.',
        expected: 'words that say where the link leads, such as [the report on residence permits](https://…)',
        actual: `"${words.slice(0, 80)}"`,
        help: bare
          ? 'Write what is to be found there in square brackets, and the address in round ones behind it.'
          : 'Put the link on the words that name what is to be found there.',
      };
    }
  },
});
