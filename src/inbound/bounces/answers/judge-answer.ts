import { kindOfCause, type Cause } from './cause.js';
import { causeOfCode } from './codes.js';
import { PHRASES, WEAK_PHRASES, type Phrase } from './phrases.js';
import { readSmtpAnswer, wordsOfAnswer } from './smtp-answer.js';

/** What is known of one failure. */
export interface Failure {
  /** The text of the answer, in any form; empty when there is none. */
  readonly text: string;
  /** The status that a delivery report gives, if it is one. */
  readonly status?: string | undefined;
  /** What else is said of it, by which only the step of SMTP is told. */
  readonly context?: string;
  /** The server is still trying. */
  readonly isDelayed?: boolean;
}

/** What follows from it. */
export interface Judgement {
  /** `unclear`: only words say that an address is gone. `other`: something failed, and nothing says what. */
  readonly kind: 'permanent' | 'temporary' | 'policy' | 'unclear' | 'other';
  readonly cause: Cause | undefined;
  readonly status: string | null;
  /** What it rests on: an enhanced code, a code of SMTP, or only words. */
  readonly basis: 'status' | 'answer' | 'words';
}

/** What the server answered to, where that cannot be about the recipient. */
const BEFORE_RECIPIENT =
  /\bin reply to (?:mail from|ehlo|helo|end of initial)|\bafter (?:mail from|ehlo|helo|initial connection|starttls)\b|>>> ?(?:mail from|ehlo|helo)[^>\n]{0,400}<<< ?[45]|\brefused to talk to me\b|\bmy name was rejected|\bdoes not like sender/;

/**
 * The recipient and the domain were accepted before, so "unknown user" is doubtful without a code: some providers answer
 * so to mail that their users do not want. An unknown domain is then ours.
 */
const AFTER_DATA =
  /\bin reply to (?:end of )?data\b|\bafter (?:end of data|data\b)|\bfailed after i sent the message|\[data\]|\bfinal data\b/;

const ABOUT_ADDRESS: ReadonlySet<Cause> = new Set<Cause>(['user-unknown', 'host-unknown', 'no-mail-here']);

/**
 * Judges a failure by the codes and the words together. Nothing is permanent without a code of class 5, in a form that
 * programs write; and nothing whose words name a cause that is not the reader's address.
 */
export function judgeAnswer({ text, status: reported, context = '', isDelayed = false }: Failure): Judgement {
  const answer = readSmtpAnswer(text);
  const status = specificStatus(answer.status, reported);
  const basis = status !== undefined ? 'status' : answer.reply !== undefined ? 'answer' : 'words';
  const level = classOf(answer.reply) ?? classOf(answer.status) ?? classOf(reported);
  const step = `${text}\n${context}`.toLowerCase();
  const cause = causeOf(text, step, status, answer.reply);
  const judged = { cause, status: status ?? null, basis } as const;
  if (level === '2') return { ...judged, kind: 'other' };
  const kind = cause === undefined ? undefined : kindOfCause(cause);
  if (isDelayed) return { ...judged, kind: 'temporary' };
  // Words of a rule count also in an answer for now: who is refused again and again for it has to know.
  if (kind === 'policy' || kind === 'temporary') return { ...judged, kind };
  if (level === '4' || classOf(reported) === '4') return { ...judged, kind: 'temporary' };
  if (cause === undefined || kind === undefined) return { ...judged, kind: 'other' };
  if (ABOUT_ADDRESS.has(cause) && AFTER_DATA.test(step) && !namesAddress(status))
    return { ...judged, cause: 'refused', kind: 'policy' };
  return { ...judged, kind: level === '5' ? kind : 'unclear' };
}

function namesAddress(status: string | undefined): boolean {
  const cause = status === undefined ? undefined : causeOfCode(status);
  return cause !== undefined && kindOfCause(cause) === 'permanent';
}

/** The answer's own code says more than the report's, unless it says nothing (RFC 3463 §3.1). */
function specificStatus(answered: string | undefined, reported: string | undefined): string | undefined {
  const known = [answered, reported].filter((code) => code !== undefined);
  return (
    known.find((code) => causeOfCode(code) !== undefined) ?? known.find((code) => !code.endsWith('.0.0')) ?? known[0]
  );
}

function classOf(code: string | undefined): string | undefined {
  return code?.slice(0, 1);
}

function causeOf(text: string, step: string, status: string | undefined, reply: string | undefined): Cause | undefined {
  const words = wordsOfAnswer(text);
  const said = findPhrase(PHRASES, words);
  const cause = said ?? (status === undefined ? undefined : causeOfCode(status));
  if (BEFORE_RECIPIENT.test(step) && (cause === undefined || kindOfCause(cause) !== 'policy')) {
    return classOf(reply) === '4' ? (cause ?? 'network') : 'refused';
  }
  return cause ?? findPhrase(WEAK_PHRASES, words) ?? causeOfReply(reply);
}

function findPhrase(phrases: readonly Phrase[], words: string): Cause | undefined {
  return phrases.find((phrase) => phrase.words.test(words))?.cause;
}

/** 552 is a mailbox or a message beyond its limit (RFC 5321 §4.2.3): neither means that the address is gone. */
function causeOfReply(reply: string | undefined): Cause | undefined {
  return reply === '552' ? 'full' : undefined;
}
