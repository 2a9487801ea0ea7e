import type { HouseStyle, SectionLimits, WordEntry } from '../../model/settings/house-style.js';
import type { Member } from '../../model/issue/member.js';
import type { Section } from '../../model/issue/section.js';
import { properNameAt } from '../text/proper-names.js';
import { leftAloneIn } from '../text/left-alone.js';
import { OffsetMask } from '../text/offset-mask.js';
import { PhraseIndex, type PhraseMatch } from '../text/phrase-index.js';
import type { Range } from '../text/quotations.js';
import type { TextRun } from '../text/text-run.js';
import { wordsOf } from '../text/words.js';

/** Why a phrase is looked for. */
type Purpose =
  | { readonly kind: 'entry' | 'except' | 'near'; readonly entry: WordEntry }
  /** The name of an organisation or law. */
  | { readonly kind: 'name' };

/** A word or phrase of a text that the house style has another word for. */
export interface FoundWord extends Range {
  readonly entry: WordEntry;
}

/** News older than this is old, where `house-style.yaml` says nothing. */
const OLDEST_DAYS = 60;

function indexOf(entries: readonly WordEntry[], names: readonly string[], laws: readonly string[]) {
  const index = new PhraseIndex<Purpose>();
  for (const entry of entries) {
    // A word that one language leaves out must not be found as a word of another.
    const kind = entry.severity === 'off' ? 'except' : 'entry';
    for (const phrase of entry.insteadOf) index.add(phrase, { kind, entry });
    for (const phrase of entry.except) index.add(phrase, { kind: 'except', entry });
    for (const phrase of entry.near) index.add(phrase, { kind: 'near', entry });
  }
  // Names are taken as they are: a bracket or star in one has no meaning.
  for (const name of names) index.add(name.replace(/[()*/…]|\.{3}/g, ' '), { kind: 'name' });
  for (const law of laws) index.add(law, { kind: 'name' });
  return index;
}

function primaryLanguage(tag: string): string {
  return tag.split('-')[0] ?? tag;
}

/** The house style, made ready for looking at many texts. */
export class PreparedHouseStyle {
  readonly oldestDays: number;
  readonly #index: PhraseIndex<Purpose>;
  readonly #limits: ReadonlyMap<string, SectionLimits>;

  constructor(style: HouseStyle, members: readonly Member[]) {
    const names = members.flatMap(({ name, aliases }) => [name, ...aliases]);
    this.#index = indexOf(style.words, [...names, ...style.names], style.laws);
    this.oldestDays = style.timeliness.oldestDays ?? OLDEST_DAYS;
    this.#limits = new Map(
      Object.entries(style.limits).flatMap(([section, limits]) => (limits === undefined ? [] : [[section, limits]])),
    );
  }

  /** How many words the parts of a contribution may have. */
  limitsOf(section: Section): SectionLimits {
    return { ...this.#limits.get('default'), ...this.#limits.get(section) };
  }

  /** The words of a run for which the house style has better ones, in the order of the text. */
  findWords(run: TextRun, language: string): readonly FoundWord[] {
    const { text } = run;
    const matches = this.#index.find(text, wordsOf(text));
    if (!matches.some(({ owner }) => owner.kind === 'entry')) return [];
    const near = new Set(matches.flatMap(({ owner }) => (owner.kind === 'near' ? [owner.entry] : [])));
    const names = matches.filter(({ owner }) => owner.kind === 'name');
    const leftAlone = new OffsetMask(text.length, [...leftAloneIn(run), ...names]);
    const excepted = exceptionsByEntry(text.length, matches);
    const found = matches.flatMap(({ owner, start, end }): FoundWord[] => {
      if (owner.kind !== 'entry' || (owner.entry.near.length > 0 && !near.has(owner.entry))) return [];
      const range = { start, end };
      if (leftAlone.touches(range) || isExcepted(owner.entry, range, excepted)) return [];
      return properNameAt(text, range) ? [] : [{ entry: owner.entry, ...range }];
    });
    return withoutOverlaps(text.length, found, primaryLanguage(language));
  }
}

/** Whether a range is excepted: a word that one language allows must not be found as a word of another. */
function isExcepted(entry: WordEntry, range: Range, excepted: ReadonlyMap<WordEntry, OffsetMask>): boolean {
  return [...excepted].some(
    ([other, mask]) => (other === entry || other.language !== entry.language) && mask.touches(range),
  );
}

function exceptionsByEntry(
  length: number,
  matches: readonly PhraseMatch<Purpose>[],
): ReadonlyMap<WordEntry, OffsetMask> {
  const masks = new Map<WordEntry, OffsetMask>();
  for (const { owner, start, end } of matches) {
    if (owner.kind !== 'except') continue;
    const mask = masks.get(owner.entry) ?? new OffsetMask(length);
    mask.add({ start, end });
    masks.set(owner.entry, mask);
  }
  return masks;
}

/** Of words that overlap, the one of the text's own language counts, then the longest. */
function withoutOverlaps(length: number, found: readonly FoundWord[], language: string): readonly FoundWord[] {
  const own = (one: FoundWord) => (primaryLanguage(one.entry.language) === language ? 0 : 1);
  const ordered = [...found].sort(
    (left, right) =>
      own(left) - own(right) || right.end - right.start - (left.end - left.start) || left.start - right.start,
  );
  const taken = new OffsetMask(length);
  return ordered
    .filter((one) => {
      if (taken.touches(one)) return false;
      taken.add(one);
      return true;
    })
    .sort((left, right) => left.start - right.start);
}
