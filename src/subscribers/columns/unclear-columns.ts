import { NewsletterError } from '../../model/error.js';
import { readAnswer } from '../import/import-answers.js';
import { isNegation, wordsOf } from './import-words.js';
import { readVerdict, type RefusalColumn } from './refusal-columns.js';

/** A column that may say who must not be mailed, and is not understood. */
export interface UnclearColumn {
  /** The text by which `--map` and `--ignore` find it. */
  readonly handle: string;
  /** Some of its different cells that are not empty. */
  readonly samples: readonly string[];
  /** Whether the cells hold yes, no or dates, while the column's name does not say what they answer. */
  readonly asksDirection: boolean;
}

const MAX_SAMPLES = 4;

/** Returns the first different values of a column that are not empty. */
export function sampleColumn(rows: readonly (readonly string[])[], column: number): readonly string[] {
  const samples = new Set<string>();
  for (const row of rows) {
    const text = row[column]?.trim() ?? '';
    if (text !== '') samples.add(text);
    if (samples.size === MAX_SAMPLES) break;
  }
  return [...samples];
}

/** What a cell can only mean about mail, whatever the name of its column. */
const REFUSAL_CELL =
  /^(unsubscribed?|optedout|optout|donotemail|donotmail|donotcontact|bounced|hardbounced?|complained|blacklisted|blocklisted|abgemeldet|abbestellt|afgemeld|uitgeschreven|desabonnee?|desinscrite?|dadodebaja|donatdebaixa|disiscritt[oa]|wypisan[ya]|odhlasen[ay]?|dezabonata?|відписан(ий|а|о)|відписався|відписалася|отписан[ао]?|отписался|отписалась|адпісаны|odjavljena?|одјављена?|одјавена?|afmeldt|avregistrerad|avprenumererad|peruttu|leiratkozott|loobunud|atteicies|atsisake|cregjistruar|διαγραφηκε|απεγγραφηκε|aboneliktenayrildi)$/;
const MAX_REFUSAL_LETTERS = 40;

/** Says whether a cell means that somebody unsubscribed, in a column that asks something else or nothing. */
export function holdsRefusals(rows: readonly (readonly string[])[], column: number): boolean {
  const seen = new Set<string>();
  return rows.some((row) => {
    const text = row[column] ?? '';
    if (text.length > MAX_REFUSAL_LETTERS || seen.has(text)) return false;
    seen.add(text);
    return REFUSAL_CELL.test(wordsOf(text).join(''));
  });
}

/** Says whether a column's values are yes and no, or dates: answers to a question. */
export function areAnswers(samples: readonly string[]): boolean {
  return (
    samples.length > 0 &&
    samples.every((text) => ['yes', 'no', 'date', 'count', 'empty'].includes(readAnswer(text).kind))
  );
}

/** Says whether a column with a known name holds something else: several different values, and none of them fits. */
export function isMisunderstood({ meaning }: RefusalColumn, samples: readonly string[]): boolean {
  const fitting = samples.some((text) => readVerdict(meaning, text, false) !== 'unknown');
  return !fitting && (samples.length > 1 || areAnswers(samples));
}

/** Names of lists of people who unsubscribed or bounced. */
const REFUSAL_LIST =
  /^(unsubscri(bed|bes|bers|be|ptions?)|unsubs?|optouts?|optedouts?|suppressions?|suppressed|blocklist(ed)?|blacklist(ed)?|bounces?|bounced|hardbounces?|complaints?|abgemeldete?n?|abmeldungen|abbestellungen|sperrliste|afgemeld(en)?|afmeldingen|uitgeschrevenen?|desabonne(e?s|ments?)|desinscri(ts|ptions?)|bajas|disiscritti|disiscrizioni|wypisani|rezygnacje|odhlaseni|dezabonati|відписані|отписанные|отписавшиеся|адпісаныя|отписани|odjave|odjavljeni|одјављени|afmeldte|avregistrerade|leiratkozottak|loobunud)$/;
const EXCEPTION = /^(minus|except|excluding|excl|removed|active|subscribed)$/;

/**
 * Says whether a file's name means that its people unsubscribed or bounced: "global_unsubscribes.csv", "Abgemeldete
 * 2020.csv".
 */
export function namesRefusals(fileName: string): boolean {
  const words = wordsOf(fileName.replace(/\.[^.]*$/, ''));
  const excepted = words.some((word) => isNegation(word) || EXCEPTION.test(word));
  return !excepted && words.some((word) => REFUSAL_LIST.test(word));
}

/** Makes the error for a file whose name says no for everybody in it, while no column does. */
export function fileUnclear(fileName: string): NewsletterError {
  return new NewsletterError('columns-unclear', {
    message: `The name of the file, ${fileName}, says that its people left or cannot be reached, and no column does. Nothing was imported.`,
    expected: 'a column that says who must not be mailed',
    help: 'Add a column "state" with the word unsubscribed in each line. If these people want the newsletter, give the file another name.',
  });
}

/** Makes the error for an import that might bring somebody back; it says for each column what to write. */
export function columnsUnclear(columns: readonly UnclearColumn[]): NewsletterError {
  const one = columns.length === 1;
  return new NewsletterError('columns-unclear', {
    message: `${one ? 'This column' : 'These columns'} may say who must not be mailed, and ${one ? 'is' : 'are'} not understood: ${columns.map(describe).join('; ')}. Nothing was imported.`,
    expected: `what ${one ? 'it says' : 'each of them says'}, so that nobody who said no is mailed`,
    help: columns.map(advise).join(' '),
  });
}

function describe({ handle, samples }: UnclearColumn): string {
  const values = samples.map((text) => `“${Array.from(text).slice(0, 40).join('')}”`).join(', ');
  return `“${handle}” (${values === '' ? 'empty in the first lines' : `with ${values}`})`;
}

function advise({ handle, asksDirection }: UnclearColumn): string {
  const ignore = `where it says nothing of that, --ignore "${handle}".`;
  if (!asksDirection) return `Where “${handle}” holds states, write --map state="${handle}"; ${ignore}`;
  return `Where yes in “${handle}” means that somebody left, write --map unsubscribed="${handle}"; where it means that somebody wants the newsletter, --map subscribed="${handle}"; ${ignore}`;
}
