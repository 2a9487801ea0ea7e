/**
 * How people ask to leave in one language. Each text holds phrases, with commas or line ends between them. In a phrase,
 * `a|b` is one word or the other, `stem*` any word that begins so, `~` up to four words in between, `@list` and `@me` a
 * word of those two lists. Accents and capital letters do not matter, nor whether an umlaut is written as two letters.
 */
export interface RequestLanguage {
  /** BCP 47. */
  readonly tag: string;
  /** Words that mean leaving something. Those in full are also recognised with typing errors. */
  readonly leave: string;
  /** Phrases that ask, wherever they stand. */
  readonly asks: string;
  /** What asks only where nothing else is said. */
  readonly alone: string;
  /** What people say who want to leave, without asking for it: "this address will be closed". */
  readonly hints: string;
  /** Phrases that ask to erase what is known of a person (GDPR 17). */
  readonly erase: string;
  /** What is left: newsletter, list, mails. */
  readonly list: string;
  /** The first person, and what is theirs. */
  readonly me: string;
  /** Words of no, which turn a wish round. */
  readonly not: string;
  /** What else can be left, cancelled or removed: seminars, articles. */
  readonly otherThings: string;
  /** Whom a wish may be about instead of its writer. */
  readonly somebodyElse: string;
  /** Phrases beside which a wish is doubtful: a mistake, a question, a condition. */
  readonly doubt: string;
  /** Words that ask the other way round; what is closer to them is no typing error. */
  readonly joining: string;
  /** Greetings, politeness and small words that change nothing. */
  readonly around: string;
  /** With what a letter closes; the lines from there on are a signature. */
  readonly closing: string;
}
