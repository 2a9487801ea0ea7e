import { SECTIONS, type Section } from './issue/section.js';
import { foldText, suggest } from './text/suggestion.js';

/** Other newsletters' names for what our sections hold; the beginning of a word is enough. */
const WORDS: readonly (readonly [section: Section, beginnings: string])[] = [
  [
    'event',
    'agenda calend event kalender termin veranstalt webinar conferen konferen colloq training workshop meeting événement evenement evento wydarzen podi съби поді мероприят',
  ],
  ['vacancy', 'vacanc job stelle emploi vacature career empleo prac vrijwillig'],
  ['publication', 'publi report study studie research bericht étude etude rapport raport informe'],
  ['action', 'campaign kampagne campagne campaña kampani petition appel appeal action aktion акц кампан'],
  ['statement', 'statement press declar erklär stellung communiqué communique oświadczenie заява'],
  ['opinion', 'opinion meinung tribune column comment blog interview survivor témoignage temoignage'],
  ['international', 'international europe world eu un policy politik'],
  ['member-news', 'member news neuig nachricht actual aktuel nieuws noticias noti aktualno новини'],
];
/** Shorter ones must match a whole word. */
const MIN_BEGINNING = 3;

/**
 * Returns the section that was probably meant; `unknown` when none is similar, `undefined` when the name of one is
 * nearly right.
 */
export function suggestSection(written: string, hasEvent: boolean): Section | 'unknown' | undefined {
  const words = written
    .split(/[^\p{L}\p{M}]+/u)
    .map(foldText)
    .filter((word) => word !== '');
  const fits = (beginning: string) => (word: string) =>
    beginning.length < MIN_BEGINNING ? word === beginning : word.startsWith(foldText(beginning));
  const found = WORDS.find(([, beginnings]) => beginnings.split(' ').some((one) => words.some(fits(one))))?.[0];
  if (suggest(written, SECTIONS) !== undefined) return undefined;
  return found ?? (hasEvent ? 'event' : 'unknown');
}
