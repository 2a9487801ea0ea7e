import { textRule, type RuleFinding } from '../../engine/rule.js';
import type { TextRun } from '../../text/text-run.js';
import { codePointName } from '../../detect/language/code-points.js';

/** What nobody sees, or what stands for something that was lost; a soft hyphen (U+00AD) does no harm. */
const SUSPICIOUS =
  /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u115f\u1160\u180e\u200b-\u200f\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffd\ue000-\uf8ff]|[\u{e0000}-\u{e007f}]|[\u{f0000}-\u{10fffd}]/gu;

const NAMES: Readonly<Record<string, string>> = {
  '\u200b': 'a space without width',
  '\u200c': 'a "non-joiner" without width',
  '\u200d': 'a "joiner" without width',
  '\u200e': 'a mark of direction',
  '\u200f': 'a mark of direction',
  '\u061c': 'a mark of direction',
  '\u2060': 'a "word joiner" without width',
  '\ufeff': 'a "byte order mark"',
  '\ufffc': 'the place of a picture that was not copied',
  '\ufffd': 'the sign for a letter that was lost',
};

/** Scripts that write with joiners and non-joiners. */
const SCRIPTS_WITH_JOINERS =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const PICTOGRAPH = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\ufe0f\u20e3]|[\u{e0020}-\u{e007f}]/u;
const MAX_FINDINGS = 20;

/** The character before or after an offset, whole even where it takes two units. */
function neighbour(text: string, offset: number, direction: -1 | 1): string {
  const slice = direction === -1 ? text.slice(Math.max(0, offset - 2), offset) : text.slice(offset, offset + 2);
  return Array.from(slice).at(direction === -1 ? -1 : 0) ?? '';
}

/** Whether a character is needed where it stands: in a script that writes with it, or inside an emoji. */
function belongs(text: string, offset: number, character: string, rightToLeft: boolean): boolean {
  if (/[\u200e\u200f\u061c]/.test(character)) return rightToLeft;
  const before = neighbour(text, offset, -1);
  const after = neighbour(text, offset + character.length, 1);
  if (character === '\u200c' || character === '\u200d') {
    if (SCRIPTS_WITH_JOINERS.test(before) || SCRIPTS_WITH_JOINERS.test(after)) return true;
    return character === '\u200d' && PICTOGRAPH.test(before) && PICTOGRAPH.test(after);
  }
  // The flags of England, Scotland and Wales are written with invisible letters.
  return /[\u{e0020}-\u{e007f}]/u.test(character) && PICTOGRAPH.test(before);
}

interface FoundCharacter {
  readonly offset: number;
  count: number;
}

function suspiciousIn(text: string): ReadonlyMap<string, FoundCharacter> {
  const found = new Map<string, FoundCharacter>();
  const rightToLeft = RIGHT_TO_LEFT.test(text);
  for (const { index, 0: character } of text.matchAll(SUSPICIOUS)) {
    if (belongs(text, index, character, rightToLeft)) continue;
    const known = found.get(character);
    if (known === undefined) found.set(character, { offset: index, count: 1 });
    else known.count += 1;
  }
  return found;
}

function characterFinding(run: TextRun, character: string, { offset, count }: FoundCharacter): RuleFinding {
  const name = codePointName(character);
  const known = NAMES[character];
  return {
    ...run.placeAt(offset),
    message: `Here stands a character that cannot be seen: ${name}${known === undefined ? '' : `, ${known}`}.`,
    expected: 'text of letters, digits, punctuation and spaces',
    actual: count === 1 ? name : `${name}, ${String(count)} times in this paragraph`,
    help: 'Delete the letters on both sides of this place and type them anew. Such characters mostly come with text that was copied from a web page or a PDF.',
  };
}

/** Characters that nobody sees break words for search and screen readers. */
export const invisibleCharacters = textRule({
  id: 'language/invisible-characters',
  severity: 'warning',
  why: 'Characters without width split words where nobody sees it: search does not find them, and screen readers spell them.',
  wrong: 'news|letter, with the invisible U+200B where the stroke stands',
  right: 'newsletter',
  *check(text) {
    if (text.source === 'attachment') return;
    let said = 0;
    for (const run of text.runs) {
      for (const [character, found] of suspiciousIn(run.text)) {
        if (said === MAX_FINDINGS) return;
        said += 1;
        yield characterFinding(run, character, found);
      }
    }
  },
});
