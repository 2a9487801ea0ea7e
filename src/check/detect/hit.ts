import type { TextRun } from '../text/text-run.js';
import type { ConfidentialKind, NameForm, PlaceForm } from './passage/match.js';

/** Something confidential, with its place in a run. */
export interface Hit {
  readonly kind: ConfidentialKind;
  /** Of names; one that is found again elsewhere has none. */
  readonly nameForm?: NameForm | undefined;
  /** Of places of a shelter. */
  readonly placeForm?: PlaceForm | undefined;
  readonly run: TextRun;
  /** Offsets in the run's text. */
  readonly start: number;
  readonly end: number;
  /** The same for every way to write the same thing. */
  readonly value: string;
}
