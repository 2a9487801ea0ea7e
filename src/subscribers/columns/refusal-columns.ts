import type { SubscriberState } from '../../model/send/subscriber.js';
import { readAnswer, type CellAnswer } from '../import/import-answers.js';
import { wordsOf, type NameMeaning } from './import-words.js';
/** What the cells of a column say about who wants the newsletter. */
export type RefusalMeaning = Extract<NameMeaning, { kind: 'refusal' | 'consent' | 'state' }>;

/** A column that says who wants the newsletter, or who does not. */
export interface RefusalColumn {
  /** Counted from 0. */
  readonly column: number;
  /** Its name in the file, or its number. */
  readonly title: string;
  readonly meaning: RefusalMeaning;
}

/** A column after the whole file was read. */
export interface WatchedColumn extends RefusalColumn {
  /** Whether some cell of it says who wants the newsletter; an empty cell then does not. */
  readonly saysYes: boolean;
}

/**
 * The meaning of one cell. `silent`: it says nothing. `unsaid`: a yes was expected and is missing. `unknown`: it is
 * unclear, and must not count as a yes.
 */
export type Verdict = SubscriberState | 'silent' | 'unsaid' | 'unknown';

/**
 * Reads one cell of such a column.
 *
 * @param saysYes whether some cell of the column says who wants the newsletter; an empty one then does not.
 */
export function readVerdict(meaning: RefusalMeaning, text: string, saysYes: boolean): Verdict {
  const answer = readAnswer(text);
  if (answer.kind === 'empty') return emptyVerdict(meaning, saysYes);
  if (meaning.kind === 'state') {
    const own = meaning.words?.[wordsOf(text).join('')];
    if (own !== undefined) return own;
    if (!meaning.lenient) return answer.kind === 'state' ? answer.state : 'unknown';
    return answer.kind === 'state' && answer.state !== 'active' ? answer.state : 'silent';
  }
  if (answer.kind === 'state') return answer.state;
  return meaning.kind === 'refusal' ? refusalVerdict(meaning, answer) : consentVerdict(meaning, answer);
}

type PlainAnswer = Exclude<CellAnswer, { kind: 'state' }>;

function emptyVerdict(meaning: RefusalMeaning, saysYes: boolean): Verdict {
  if (!saysYes || meaning.kind === 'refusal') return 'silent';
  return meaning.kind === 'consent' ? meaning.empty : 'unsaid';
}

function refusalVerdict(
  { state, mention }: Extract<RefusalMeaning, { kind: 'refusal' }>,
  answer: PlainAnswer,
): Verdict {
  if (answer.kind === 'yes' || answer.kind === 'date') return state;
  if (answer.kind === 'no') return 'silent';
  // Bounces and complaints are counted, and CiviCRM has a 2 for "On Hold".
  if (answer.kind === 'count')
    return answer.count === 0 ? 'silent' : mention || state === 'suppressed' ? state : 'unknown';
  return mention ? state : 'unknown';
}

function consentVerdict({ no, empty }: Extract<RefusalMeaning, { kind: 'consent' }>, answer: PlainAnswer): Verdict {
  if (answer.kind === 'yes' || answer.kind === 'date') return 'active';
  if (answer.kind === 'no') return no;
  // Brevo's choice for DOUBLE_OPT-IN: 1 is yes, 2 is no.
  return answer.kind === 'count' && answer.count === 2 && empty === 'silent' ? no : 'unknown';
}

/** Says whether a cell means that somebody wants the newsletter, or will once they have confirmed. */
export function isYes({ meaning }: RefusalColumn, text: string): boolean {
  if (meaning.kind === 'refusal') return false;
  const verdict = readVerdict(meaning, text, false);
  return verdict === 'active' || (meaning.kind === 'state' && verdict === 'pending');
}
