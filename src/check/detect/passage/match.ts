import type { Mentions } from './lexicon.js';
import type { Token } from './tokens.js';
import type { TextKind } from '../../text/text-run.js';

/** What must not be published. The order is that of precision: of two that overlap the earlier one is kept. */
export const CONFIDENTIAL_KINDS = [
  'emailAddress',
  'coordinates',
  'bankNumber',
  'identityNumber',
  'dateOfBirth',
  'telephone',
  'streetAddress',
  'fullName',
] as const;

export type ConfidentialKind = (typeof CONFIDENTIAL_KINDS)[number];

/** In which way a name points at one person: by itself, or together with what stands beside it. */
export type NameForm = 'full' | 'initial' | 'age' | 'health';

/** How a text tells the place of a shelter without a house number. */
export type PlaceForm = 'street' | 'landmark' | 'stop' | 'quarter' | 'door';

/** Something confidential in a passage. */
export interface Match {
  readonly kind: ConfidentialKind;
  /** Of names. */
  readonly nameForm?: NameForm;
  /** Of places of a shelter; a street with a number has none. */
  readonly placeForm?: PlaceForm;
  /** Offsets in the passage's text. */
  readonly start: number;
  readonly end: number;
  /** The same for every way to write the same thing. */
  readonly value: string;
}

/** Words that belong together, made ready for looking at them. */
export interface Passage {
  readonly kind: TextKind;
  /** Folded; of the same length as the folded text, with web addresses and e-mail addresses blotted out. */
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly mentions: Mentions;
  /** Whether it reads like English, where words keep their form. */
  readonly english: boolean;
}

/** Stands where something was that has been looked at already: neither letter nor digit nor space. */
export const BLOT = '\ufffc';

/** Whether the words between two tokens hold the end of a sentence. */
export function sentenceEnds(text: string, from: number, to: number): boolean {
  return /[.!?](?:["'”»)\]]{0,2})\s+\p{Lu}|[!?]\s|\n\n/u.test(text.slice(from, Math.min(to + 1, from + 400)));
}
