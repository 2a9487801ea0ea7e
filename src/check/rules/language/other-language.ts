import type { DetectedLanguage } from '../../detect/language/language-detector.js';
import { issueRule } from '../../engine/rule.js';
import { eastSlavicLanguage, hasNoUkrainianLetters } from '../../detect/language/east-slavic.js';

/** Languages that nobody, and no detector, tells apart by one paragraph. */
const CLOSE: readonly (readonly string[])[] = [
  ['sr', 'hr', 'bs', 'sh', 'me', 'cnr', 'sl'],
  ['sr', 'mk', 'bg'],
  ['cs', 'sk'],
  ['no', 'nb', 'nn', 'da', 'sv'],
  ['es', 'gl', 'ca', 'pt'],
  ['tr', 'az'],
  ['nl', 'af', 'fy'],
  ['de', 'lb', 'gsw'],
  ['ro', 'mo'],
  ['fa', 'ps', 'ar'],
];
/** What the detector knows; of others it says nonsense. */
const KNOWN = new Set(
  (
    'am ar az be bg bn bs ca cs da de el en es et eu fa fi fr gl gu he hi hr hu hy is it ja ka ko ku lt lv mk ml mr ms nb nl nn ' +
    'no pa pl pt ro ru sh sk sl sq sr sv ta te th tl tr uk ur vi zh'
  ).split(' '),
);
const EAST_SLAVIC = new Set(['uk', 'ru', 'be']);
const MIN_SCORE = 0.6;
const MIN_MARGIN = 0.12;

/** What a detector takes for one language may as well be its neighbour; nobody is to be told the wrong one of them. */
const MEANT: Readonly<Record<string, readonly string[]>> = {
  hr: ['bs', 'hr', 'sr'],
  sr: ['mk', 'sr'],
  bg: ['bg', 'mk'],
};

function meantBy(language: string): readonly string[] {
  return MEANT[language] ?? [language];
}

function namesOf(languages: readonly string[]): string {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return languages.map((language) => names.of(language) ?? language).join(' or ');
}

function areClose(left: string, right: string): boolean {
  return left === right || CLOSE.some((group) => group.includes(left) && group.includes(right));
}

/** The language that a text is surely written in, if that is not the one that it says. */
function surelyOther(declared: string, sample: string, detected: DetectedLanguage | undefined): string | undefined {
  if (detected === undefined || !KNOWN.has(declared) || areClose(declared, detected.language)) return undefined;
  if (EAST_SLAVIC.has(declared) && EAST_SLAVIC.has(detected.language)) {
    const byLetters = eastSlavicLanguage(sample) ?? (hasNoUkrainianLetters(sample) ? 'ru' : undefined);
    return byLetters === declared ? undefined : byLetters;
  }
  const score = detected.scores.get(detected.language) ?? 0;
  const relatives = [...detected.scores].filter(([language]) => areClose(declared, language));
  const own = Math.max(0, ...relatives.map(([, value]) => value));
  return detected.reliable && score >= MIN_SCORE && score - own >= MIN_MARGIN ? detected.language : undefined;
}

/** The text must be in the language that the item says. */
export const otherLanguage = issueRule({
  id: 'language/other-language',
  severity: 'warning',
  why: 'Screen readers, translators and hyphenation go by the language that an item says; read aloud in the wrong one, nobody understands it.',
  wrong: 'A text in German without "language: de".',
  right: 'language: de',
  *check({ contributions, detectLanguage }) {
    if (detectLanguage === undefined) return;
    for (const { file, content } of contributions) {
      if (content?.languageDoubt === undefined) continue;
      const { declared, sample, line, column } = content.languageDoubt;
      const other = surelyOther(declared.split('-')[0] ?? declared, sample, detectLanguage(sample));
      if (other === undefined) continue;
      const languages = meantBy(other);
      const written = languages.map((language) => `"language: ${language}"`).join(' or ');
      yield {
        file,
        line,
        column,
        message: `The text seems to be in ${namesOf(languages)}, but it counts as ${namesOf([declared])}.`,
        expected: `a line ${written} in the front matter, or a text in ${namesOf([declared])}`,
        actual: `a text that seems to be in ${namesOf(languages)}`,
        help: `If it is, write ${written} into the front matter. If it is not, ask the secretariat to allow it.`,
      };
    }
  },
});
