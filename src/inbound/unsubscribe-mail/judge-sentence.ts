import { findPhrases, type PhraseMatch } from './phrases.js';
import { languageOfMistyped } from './typing-errors.js';
import type { Sentence } from './words.js';

/** Where a mail was sent to. The unsubscribe address has only one purpose, so fewer words are enough. */
export type Addressee = 'unsubscribe' | 'newsletter';

/** What is known about a mail when one of its sentences is judged. */
export interface SentenceContext {
  readonly addressee: Addressee;
  /** The words of the writer's name. */
  readonly name: ReadonlySet<string>;
  /** How many words the writer's text has. */
  readonly textWords: number;
  /** The languages in which some sentence mentions somebody else. */
  readonly speaksOfPeople: ReadonlySet<string>;
}

/** What one sentence says. */
export interface SentenceJudgment {
  readonly unsubscribes: boolean;
  readonly erase: boolean;
  /** It asks for the opposite: "do not unsubscribe me". */
  readonly refuses: boolean;
  /** It says that something happened by mistake: "I left by mistake". */
  readonly mistake: boolean;
  /** It asks to leave or remove something else: a seminar, a paragraph. */
  readonly anotherThing: boolean;
  /** Why the request is unclear, as a phrase that follows "it". */
  readonly doubt: string | undefined;
  /** Why the writer may want to unsubscribe without saying so. */
  readonly hint: string | undefined;
}

const NOTHING: SentenceJudgment = {
  unsubscribes: false,
  erase: false,
  refuses: false,
  mistake: false,
  anotherThing: false,
  doubt: undefined,
  hint: undefined,
};
/** How close words must be to belong together. */
const NEAR = { negation: 3, me: 3, list: 4, thingAfter: 5, thingBefore: 7, person: 8, listOf: 6 } as const;
/** "Unsubscribe" has only one meaning, so one word beside it may be anything. */
const MAX_WORDS_OF_A_CRY = 3;
const MAX_SHORT_TEXT_WORDS = 40;
/** A no beside one of these is not a refusal: "no longer", "nicht mehr". */
const MORE = new Set(
  'longer more mehr langer laenger weiter meer verder plus mas mais piu mai wiecej juz vise vec bolje enam lenger lengre anymore only just'.split(
    ' ',
  ),
);
/** Things that nobody wants to miss; if one stands in between, the sentence says the opposite. */
const MISSING = new Set(
  'miss missing lose losing verpassen verliere missen manquer rater perder perderme perdere perdermi pierde przegapic stracic promeskat zmeskat premeskat пропустити пропустить пропусна пропустим propustiti zamuditi misse missa elszalasztani kacirmak χασω left twice duplicate double'.split(
    ' ',
  ),
);
const IF = new Set(
  'if wenn falls als indien si se daca jesli jezeli pokud ak якщо если калі ако ce nese αν εαν ha hvis om jos kui ja jei jeigu اذا თუ eger'.split(
    ' ',
  ),
);
const MISTAKE = new Set(
  'mistake accident accidental accidentally mistaken mistakenly versehentlich versehen irrtumlich irrtum ongeluk abusievelijk vergissing erreur megarde error equivocacion errore sbaglio erroneamente engano greseala eroare pomylke pomylkowo omylkowo przypadkowo przypadkiem omylem nedopatrenim nechtene помилково випадково ошибке ошибочно случайно грешка погрешка памылкова greskom zabunom slucajno pogreskom pomotoma gabimisht tevedesbol veletlenul tevesen yanlislikla kazara λαθος fejl fejltagelse misstag feil vahingossa kogemata eksikombel kludas nejausi klaida netycia بالخطا შეცდომით'.split(
    ' ',
  ),
);
const OF = new Set('of der des von van de di dei degli delle del do dos das aux'.split(' '));
/** An article of a law and not of a newsletter: a number follows. */
const LAW = /^(?:art|clan|clen|pant|straipsn|nen|αρθρ|стат|стать|член|madde|cikk)/;
/** Words for a list that may be a list of anything. */
const ANY_LIST = /^(?:list|liste|lista|lijst|seznam|zoznam|popis|списък|список|листа|lists)/;
const PERSONAL =
  /^(?:gdpr|dsgvo|rgpd|avg|rodo|kvkk|17|personal|personenbezogen|persoon|personnel|personoplysning|personuppgift|isikuandme|osobn|osobow|osebn|личн|персональ|особист|personal|personas|pessoa|szemelyes|kisisel|προσωπικ|شخصي|პერსონალ|asmens|personopplysning|henkilotie|vdar|bdar)/;

/** Judges one sentence by itself. */
export function judgeSentence(sentence: Sentence, context: SentenceContext): SentenceJudgment {
  if (sentence.words.length === 0) return NOTHING;
  const written = findPhrases(sentence.words);
  const matches = [...written, ...findMistyped(sentence, written, context)];
  return new SentenceJudge(sentence, matches, context).result();
}

function findMistyped(
  { words }: Sentence,
  written: readonly PhraseMatch[],
  { textWords }: SentenceContext,
): readonly PhraseMatch[] {
  if (textWords > MAX_SHORT_TEXT_WORDS) return [];
  return words.flatMap((word, start): PhraseMatch[] => {
    if (written.some(({ meaning, start: place }) => meaning === 'unsubscribe' && place === start)) return [];
    const language = languageOfMistyped(word);
    return language === undefined ? [] : [{ meaning: 'unsubscribe', language, start, end: start + 1, between: [] }];
  });
}

type CandidateReading = 'asks' | 'refuses' | 'another-thing' | { readonly doubt: string };

class SentenceJudge {
  readonly #sentence: Sentence;
  readonly #matches: readonly PhraseMatch[];
  readonly #context: SentenceContext;

  constructor(sentence: Sentence, matches: readonly PhraseMatch[], context: SentenceContext) {
    this.#sentence = sentence;
    this.#matches = matches;
    this.#context = context;
  }

  result(): SentenceJudgment {
    const wishes = [
      ...this.#readAll('asks', (match) => this.#readAsking(match)),
      ...this.#readAll('unsubscribe', (match) => this.#readUnsubscribe(match)),
    ];
    const erase = this.#readAll('erase', (match) => this.#readErasing(match));
    const refuses = [...wishes, ...erase].includes('refuses');
    const leaves = wishes.includes('asks');
    const mistake = wishes.length > 0 && this.#sentence.words.some((word) => MISTAKE.has(word));
    const doubt = [...wishes, ...erase].find((one) => typeof one === 'object');
    return {
      unsubscribes: leaves && !refuses,
      erase: erase.includes('asks') && !refuses,
      refuses,
      mistake,
      anotherThing: [...wishes, ...erase].includes('another-thing'),
      doubt: typeof doubt === 'object' ? doubt.doubt : undefined,
      hint: this.#hint(),
    };
  }

  #hint(): string | undefined {
    return this.#of('hints').length > 0
      ? 'may be from somebody who wants to leave, and does not ask for it'
      : undefined;
  }

  /**
   * Reads every place at which a request begins. Of the phrases of one language, the one that asks counts. When
   * languages share a word, the one whose object is known counts.
   */
  #readAll(
    meaning: 'asks' | 'unsubscribe' | 'erase',
    read: (match: PhraseMatch) => CandidateReading,
  ): readonly CandidateReading[] {
    const places = new Map<number, Map<string, CandidateReading>>();
    for (const match of this.#of(meaning)) {
      const languages = places.get(match.start) ?? new Map<string, CandidateReading>();
      const reading = read(match);
      const known = languages.get(match.language);
      if (known === undefined || reading === 'asks' || reading === 'refuses') languages.set(match.language, reading);
      places.set(match.start, languages);
    }
    return [...places.values()].map((languages) => {
      const readings = [...languages.values()];
      const doubtful = readings.find((reading) => typeof reading === 'object');
      if (readings.includes('refuses')) return 'refuses';
      if (readings.includes('another-thing')) return 'another-thing';
      return readings.includes('asks') ? 'asks' : (doubtful ?? 'another-thing');
    });
  }

  #of(meaning: PhraseMatch['meaning'], language?: string): readonly PhraseMatch[] {
    return this.#matches.filter(
      (one) => one.meaning === meaning && (language === undefined || one.language === language),
    );
  }

  /** Says whether a comma or a dash stands between two words. */
  #pauseBetween(from: number, to: number): boolean {
    for (let place = from; place <= to; place += 1) if (this.#sentence.pauses.has(place)) return true;
    return false;
  }

  #readAsking(match: PhraseMatch): CandidateReading {
    const { words } = this.#sentence;
    if (match.between.some((place) => MISSING.has(words[place] ?? ''))) return 'refuses';
    const unsubscribeInside = this.#of('unsubscribe').some(({ start, end }) => start > match.start && end < match.end);
    const beginsWithNo = this.#of('not').some(({ start }) => start === match.start);
    if (beginsWithNo && unsubscribeInside) return 'refuses';
    if (this.#isNegated(match, match.language)) return 'refuses';
    const another = this.#aboutAnotherThing(match);
    if (another !== undefined) return another;
    return this.#isDoubtful(match) ?? 'asks';
  }

  #readUnsubscribe(match: PhraseMatch): CandidateReading {
    // Words such as "unsubscribe" occur in texts of any language.
    const language = match.language === 'en' ? undefined : match.language;
    if (this.#isNegated(match, language)) return 'refuses';
    const another = this.#aboutAnotherThing(match);
    if (another !== undefined) return another;
    const doubtful = this.#isDoubtful(match);
    if (doubtful !== undefined) return doubtful;
    const nearMe = this.#isNear(match, 'me', NEAR.me, NEAR.me);
    const nearList = this.#isNear(match, 'list', NEAR.list, NEAR.list);
    if (this.#sentence.isQuestion && !nearMe) return { doubt: 'speaks of leaving in a question' };
    const isPlain = match.language === 'en' && this.#sentence.words.length <= MAX_WORDS_OF_A_CRY;
    const allowed = this.#context.addressee === 'unsubscribe' ? 2 : isPlain ? 1 : 0;
    if (nearMe || nearList || this.#strangeWords(match) <= allowed) return 'asks';
    return { doubt: 'speaks of leaving, but does not plainly ask for it' };
  }

  #readErasing(match: PhraseMatch): CandidateReading {
    if (this.#isNegated(match, match.language)) return 'refuses';
    const another = this.#aboutAnotherThing(match);
    if (another !== undefined) return another;
    const doubtful = this.#isDoubtful(match);
    if (doubtful !== undefined) return doubtful;
    const { words, isQuestion } = this.#sentence;
    const isPersonal = this.#of('me', match.language).length > 0 || words.some((word) => PERSONAL.test(word));
    if (isPersonal && (!isQuestion || this.#of('me', match.language).length > 0)) return 'asks';
    return { doubt: 'speaks of erasing data, but does not plainly ask for it' };
  }

  #isNegated({ start, end, between }: PhraseMatch, language: string | undefined): boolean {
    const { words } = this.#sentence;
    const inWishes = new Set(
      this.#of('asks').flatMap((request) =>
        Array.from({ length: request.end - request.start }, (_, offset) => request.start + offset).filter(
          (place) => !request.between.includes(place) && !(place >= start && place < end),
        ),
      ),
    );
    return this.#of('not', language).some((no) => {
      if (MORE.has(words[no.end] ?? '')) return false;
      if (between.includes(no.start)) return !this.#pauseBetween(start + 1, end - 1) && !inWishes.has(no.start);
      if (inWishes.has(no.start)) return false;
      const before = no.start < start && start - no.end < NEAR.negation && !this.#pauseBetween(no.end, start);
      const behind = no.start === end && !this.#sentence.pauses.has(end);
      return before || behind;
    });
  }

  /** Says whether the request is about something else: the nearest thing decides. */
  #aboutAnotherThing(match: PhraseMatch): CandidateReading | undefined {
    const { words } = this.#sentence;
    // "Article 17" is the law, not a text.
    const things = this.#of('otherThings', match.language).filter(
      ({ start, end }) => !this.#isListToo(start) && !(/^\d/.test(words[end] ?? '') && LAW.test(words[start] ?? '')),
    );
    if (things.some(({ start, end }) => match.between.includes(start) && !this.#isListToo(end))) return 'another-thing';
    const lists = this.#of('list');
    const named = lists.filter(({ start }) => start >= match.start && start < match.end + NEAR.list);
    if (named.length > 0 && named.every((list) => this.#isListOfOthers(list))) return 'another-thing';
    const distances = things.map((thing) => this.#distance(match, thing, true));
    const nearest = Math.min(...distances);
    if (nearest === Number.POSITIVE_INFINITY) return undefined;
    const inside = lists.find(({ start }) => start >= match.start && start < match.end);
    if (inside !== undefined) {
      const isAnyList = ANY_LIST.test(words[inside.start] ?? '');
      const isOwner = ({ start }: PhraseMatch) =>
        start === inside.start - 1 || (start >= match.end && start <= match.end + 2);
      return isAnyList && things.some(isOwner) ? 'another-thing' : undefined;
    }
    if (nearest >= Math.min(...lists.map((list) => this.#distance(match, list, false)))) return undefined;
    const follows = things.some((thing, index) => distances[index] === nearest && thing.start >= match.start);
    // What comes before it may be the reason for unsubscribing.
    return follows ? 'another-thing' : { doubt: 'speaks of leaving, and of something that may be meant by it' };
  }

  /** "The list of signatories" is a list of something that is not sent. */
  #isListOfOthers({ start: place, end }: PhraseMatch): boolean {
    if (!ANY_LIST.test(this.#sentence.words[place] ?? '') || !OF.has(this.#sentence.words[end] ?? '')) return false;
    return !this.#of('list').some(({ start }) => start > end && start <= end + NEAR.listOf);
  }

  #isListToo(place: number): boolean {
    return this.#of('list').some(({ start, end }) => place >= start && place < end);
  }

  /**
   * Counts the words between a request and something else; infinite if they are too far apart, or a pause separates
   * them.
   */
  #distance(match: PhraseMatch, other: PhraseMatch, isThing: boolean): number {
    if (other.start >= match.start && other.start < match.end) return 0;
    const isAfter = other.start >= match.end;
    const apart = isAfter ? other.start - match.end : match.start - other.end;
    const limit = isAfter ? NEAR.thingAfter : NEAR.thingBefore;
    const pause = isAfter ? this.#pauseBetween(match.end, other.start) : this.#pauseBetween(other.end, match.start);
    if (pause || (isThing && apart >= limit)) return Number.POSITIVE_INFINITY;
    return apart;
  }

  #isNear(match: PhraseMatch, meaning: 'me' | 'list', before: number, after: number): boolean {
    return this.#of(meaning).some(({ start, end }) => {
      if (start >= match.start && end <= match.end) return match.end - match.start > 1;
      return start >= match.end ? start - match.end < after : match.start - end < before;
    });
  }

  /** Counts the words of a sentence that are neither the request nor politeness. */
  #strangeWords(match: PhraseMatch): number {
    const covered = new Set<number>();
    for (const one of this.#matches) {
      if (!['around', 'list', 'me', 'unsubscribe', 'alone', 'closing'].includes(one.meaning) && one !== match) continue;
      for (let place = one.start; place < one.end; place += 1) covered.add(place);
    }
    return this.#sentence.words.filter((word, place) => !covered.has(place) && !this.#context.name.has(word)).length;
  }

  #isDoubtful(match: PhraseMatch): CandidateReading | undefined {
    const { words } = this.#sentence;
    const namesMe = this.#of('me', match.language).some(({ start }) => start >= match.start && start <= match.end);
    const doubtful = this.#of('doubt', match.language).some(({ start }) => !(namesMe && IF.has(words[start] ?? '')));
    if (doubtful) return { doubt: 'speaks of leaving, but does not plainly ask for it' };
    if (namesMe) return undefined;
    const somebody = this.#of('somebodyElse', match.language).some(
      ({ start, end }) =>
        (start < match.start ? match.start - end : start - match.end) < NEAR.person &&
        !words.slice(start, end).every((word) => this.#context.name.has(word)),
    );
    const says = this.#of('me', match.language).length > 0;
    if (somebody || (this.#context.speaksOfPeople.has(match.language) && !says)) {
      return { doubt: 'asks for somebody else, as it seems' };
    }
    return undefined;
  }
}
