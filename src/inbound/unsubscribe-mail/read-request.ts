import { judgeSentence, type Addressee, type SentenceJudgment } from './judge-sentence.js';
import { addressesNamed, readOwnText, readSubject, withoutAddresses, wordsOfName } from './own-text.js';
import { findPhrases } from './phrases.js';
import { languageOfMistyped } from './typing-errors.js';
import { sentencesOf, readSentence, type Sentence } from './words.js';

/** The parts of a person's mail that are read for a request. */
export interface WrittenMail {
  readonly subject: string;
  readonly text: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly addressee: Addressee;
  /** Whether files are attached; a mail without words is then not empty. */
  readonly hasFiles: boolean;
  /** Says whether an address is neither the writer's nor one of the newsletter's. */
  readonly isForeign: (address: string) => boolean;
}

/** What the writer wants. */
export type MailedRequest =
  | { readonly kind: 'unsubscribe' }
  /** To unsubscribe, and to have all data about them erased (GDPR 17). */
  | { readonly kind: 'erase' }
  /** It mentions unsubscribing, but a person has to decide; `reason` says why, after "it". */
  | { readonly kind: 'doubtful'; readonly reason: string }
  | { readonly kind: 'none' };

const MAX_SENTENCES = 60;
/** With more words than this in the text, a subject alone does not say what is wanted. */
const MAX_WORDS_BESIDE_SUBJECT = 60;
const MAX_WORDS_ALONE = 14;
const STRONG_ALONE = new Set(['stop', 'stopp', 'стоп', 'στοπ', 'სტოპ', 'remove', 'unsub', 'cancel']);

/** Reads what somebody wants, in their own words. In doubt, nobody is unsubscribed. */
export function readMailedRequest(mail: WrittenMail): MailedRequest {
  const subject = readSubject(mail.subject);
  const ownText = readOwnText(mail.text);
  const named = addressesNamed(`${subject.text}\n${ownText}`);
  const name = wordsOfName(mail.from.name, mail.from.address);
  const subjectSentence = readSentence(withoutAddresses(subject.kind === 'forward' ? '' : subject.text));
  const sentences = sentencesOf(withoutAddresses(ownText)).slice(0, MAX_SENTENCES);
  const request = decide({
    subject: subjectSentence,
    sentences,
    firstParagraph: findFirstParagraph(ownText, name),
    mail,
    name,
    isForward: subject.kind === 'forward',
  });
  if ((request.kind === 'unsubscribe' || request.kind === 'erase') && named.some(mail.isForeign)) {
    return { kind: 'doubtful', reason: 'asks for another address than the one that it came from' };
  }
  return request;
}

interface RequestReading {
  readonly subject: Sentence;
  readonly sentences: readonly Sentence[];
  /** The sentences of the first paragraph that says something; a signature may follow it. */
  readonly firstParagraph: readonly Sentence[];
  readonly mail: WrittenMail;
  readonly name: ReadonlySet<string>;
  readonly isForward: boolean;
}

function decide(reading: RequestReading): MailedRequest {
  const { subject, sentences, mail, name } = reading;
  const { addressee } = mail;
  const textWords = sentences.reduce((sum, { words }) => sum + words.length, 0);
  const people = new Set(
    sentences.flatMap(({ words }) =>
      findPhrases(words).flatMap(({ meaning, language }) => (meaning === 'somebodyElse' ? [language] : [])),
    ),
  );
  const judge = (sentence: Sentence) => judgeSentence(sentence, { addressee, name, textWords, speaksOfPeople: people });
  const inText = sentences.map(judge);
  const inSubject = judge(subject);
  const text = sum(inText);
  if (text.erase && !text.refuses) return { kind: 'erase' };
  if (text.unsubscribes && !text.refuses && !text.mistake) return { kind: 'unsubscribe' };
  if (text.refuses || text.mistake) {
    return { kind: 'doubtful', reason: 'speaks of leaving, but does not plainly ask for it' };
  }
  // "Abmeldung" as a subject refers to what the text says.
  if (text.anotherThing) return text.doubt === undefined ? { kind: 'none' } : { kind: 'doubtful', reason: text.doubt };
  if (inSubject.erase) return { kind: 'erase' };
  if (inSubject.unsubscribes) {
    if (text.doubt === undefined && textWords <= MAX_WORDS_BESIDE_SUBJECT) return { kind: 'unsubscribe' };
    return { kind: 'doubtful', reason: text.doubt ?? 'asks to leave in its subject, but its text says more' };
  }
  const alone = readAlone(reading, textWords) ?? readFirstParagraph(reading);
  if (alone !== undefined) return alone;
  const doubt = text.doubt ?? inSubject.doubt ?? text.hint;
  return doubt === undefined ? { kind: 'none' } : { kind: 'doubtful', reason: doubt };
}

function sum(judgments: readonly SentenceJudgment[]): SentenceJudgment {
  return {
    unsubscribes: judgments.some(({ unsubscribes }) => unsubscribes),
    erase: judgments.some(({ erase }) => erase),
    refuses: judgments.some(({ refuses }) => refuses),
    mistake: judgments.some(({ mistake }) => mistake),
    anotherThing: judgments.some(({ anotherThing }) => anotherThing),
    doubt: judgments.find(({ doubt }) => doubt !== undefined)?.doubt,
    hint: judgments.find(({ hint }) => hint !== undefined)?.hint,
  };
}

/** Reads what asks only when nothing else is said: "STOP", or an empty mail to the unsubscribe address. */
function readAlone(
  { subject, sentences, mail, name, isForward }: RequestReading,
  textWords: number,
): MailedRequest | undefined {
  const inText = restOf(sentences, name);
  const inSubject = restOf([subject], name);
  const isTextEmpty = inText.alone === undefined && inText.left === 0;
  const said = isTextEmpty ? inSubject : inText;
  if (said.alone !== undefined && said.left === 0) {
    if (mail.addressee === 'unsubscribe' || STRONG_ALONE.has(said.alone)) return { kind: 'unsubscribe' };
    return { kind: 'doubtful', reason: 'seems to ask to leave, in a word or two' };
  }
  const saysNothing = textWords === 0 && !isForward && !mail.hasFiles && namesOnlyList(subject);
  return saysNothing && mail.addressee === 'unsubscribe' ? { kind: 'unsubscribe' } : undefined;
}

/** Reads a paragraph of one or two words that asks, above what looks like a signature. */
function readFirstParagraph({ firstParagraph, mail, name }: RequestReading): MailedRequest | undefined {
  const { alone, left } = restOf(firstParagraph, name);
  if (alone === undefined || left > 0) return undefined;
  if (mail.addressee === 'unsubscribe' || STRONG_ALONE.has(alone)) return { kind: 'unsubscribe' };
  return { kind: 'doubtful', reason: 'seems to ask to leave, in a word or two' };
}

function findFirstParagraph(ownText: string, name: ReadonlySet<string>): readonly Sentence[] {
  for (const paragraph of ownText.split(/\n\s*\n/)) {
    const sentences = sentencesOf(withoutAddresses(paragraph));
    const { alone, left } = restOf(sentences, name);
    if (alone !== undefined || left > 0) return sentences;
  }
  return [];
}

/** Says whether a subject is empty, or only names the newsletter. */
function namesOnlyList({ words }: Sentence): boolean {
  const lists = findPhrases(words).filter(({ meaning }) => meaning === 'list');
  return words.every((_, place) => lists.some(({ start, end }) => place >= start && place < end));
}

/** Returns what is said besides greetings and politeness. */
function restOf(
  sentences: readonly Sentence[],
  name: ReadonlySet<string>,
): { readonly alone: string | undefined; readonly left: number } {
  let left = 0;
  let alone: string | undefined;
  const total = sentences.reduce((count, { words }) => count + words.length, 0);
  for (const { words } of sentences) {
    const matches = findPhrases(words);
    const covered = new Set<number>();
    for (const { meaning, start, end, between } of matches) {
      if (!['alone', 'around', 'unsubscribe', 'list', 'closing'].includes(meaning)) continue;
      for (let place = start; place < end; place += 1) if (!between.includes(place)) covered.add(place);
    }
    const said = matches.find(({ meaning }) => meaning === 'alone' || meaning === 'unsubscribe');
    if (said !== undefined) alone ??= words.slice(said.start, said.end).join(' ');
    words.forEach((word, place) => {
      if (covered.has(place) || name.has(word)) return;
      if (languageOfMistyped(word) !== undefined) alone ??= word;
      else left += 1;
    });
  }
  return total > MAX_WORDS_ALONE && alone === undefined ? { alone, left: total } : { alone, left };
}
