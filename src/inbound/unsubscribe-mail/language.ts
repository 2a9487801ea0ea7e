/**
 * How people ask to unsubscribe in one language. Each text holds phrases, separated by commas or line ends. In a
 * phrase, `a|b` is one word or the other, `stem*` any word that begins so, `~` up to four words in between, and `@list`
 * and `@me` a word of those two lists. Accents and capitals do not matter, nor whether an umlaut is written as two
 * letters.
 */
export interface RequestLanguage {
  /** BCP 47. */
  readonly tag: string;
  /** Words for leaving something. Full words are also recognised with typing errors. */
  readonly unsubscribe: string;
  /** Phrases that ask, wherever they stand. */
  readonly asks: string;
  /** Phrases that ask only when nothing else is said. */
  readonly alone: string;
  /** What people say who want to unsubscribe but do not ask for it: "this address will be closed". */
  readonly hints: string;
  /** Phrases that ask to erase what is known about a person (GDPR 17). */
  readonly erase: string;
  /** What somebody unsubscribes from: newsletter, list, mails. */
  readonly list: string;
  /** The first person, and what belongs to them. */
  readonly me: string;
  /** Words of negation, which reverse a request. */
  readonly not: string;
  /** What else can be left, cancelled or removed: seminars, articles. */
  readonly otherThings: string;
  /** People whom a request may be about instead of its writer. */
  readonly somebodyElse: string;
  /** Phrases that make a request doubtful: a mistake, a question, a condition. */
  readonly doubt: string;
  /** Words that ask for the opposite. A word that is closer to one of them is not a typing error. */
  readonly subscribe: string;
  /** Greetings, politeness and small words that change nothing. */
  readonly around: string;
  /** How a letter closes; the lines from there on are a signature. */
  readonly closing: string;
}
