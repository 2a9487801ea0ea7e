import type { EventLocation } from '../model/text/dates/written-time-zones.js';
import type { YamlFamily } from './yaml-rules.js';

/** The lines as they should be. */
export interface Advice {
  /** `undefined` when they are unclear; the note then says why. */
  readonly right?: string | undefined;
  /** What else to do. */
  readonly note?: string | undefined;
}

/** Where a YAML text comes from, and how to refer to it. */
export interface YamlSource {
  /** Relative to the workspace, with `/`. */
  readonly file: string;
  readonly family: YamlFamily;
  /** The line of the file on which the YAML begins, counted from 1. */
  readonly firstLine?: number;
  /** An example line for each key that people most often get wrong. */
  readonly examples?: Readonly<Record<string, string>>;
  /** Where its writers are, for times on their clock. */
  readonly whereabouts?: EventLocation;
  /** Returns the right lines for a value that its schema refuses, when the file knows better than the schema. */
  readonly advise?: (path: readonly string[], value: unknown, known: unknown, written: unknown) => Advice | undefined;
  /** Returns all lines of a group of which some are known; the rest is left to fill in. */
  readonly completeGroup?: (group: string, lines: ReadonlyMap<string, string>, written: unknown) => readonly string[];
  /** Keys of other programs and languages, each with ours. */
  readonly otherKeys?: Readonly<Record<string, string>>;
}
