import type { EventLocation } from '../model/text/written-time-zones.js';
import type { YamlFamily } from './yaml-rules.js';

/** The lines as they should be. */
export interface Advice {
  /** Absent where they cannot be told; then the remark says why. */
  readonly right?: string | undefined;
  /** What else is to be done. */
  readonly remark?: string | undefined;
}

/** Where a YAML text comes from, and how to speak about it. */
export interface YamlSource {
  /** Relative to the workspace, with `/`. */
  readonly file: string;
  readonly family: YamlFamily;
  /** The line of the file on which the YAML begins, counted from 1. */
  readonly firstLine?: number;
  /** An example line for each key that people most often get wrong. */
  readonly examples?: Readonly<Record<string, string>>;
  /** Where the people are who wrote it, for times of the clock on their wall. */
  readonly whereabouts?: EventLocation;
  /** The right lines for a value that its schema refuses, where the file knows better than the schema. */
  readonly advise?: (path: readonly string[], value: unknown, known: unknown, written: unknown) => Advice | undefined;
  /** All lines of a group of which some are known; what is missing is to be filled in. */
  readonly completeGroup?: (group: string, lines: ReadonlyMap<string, string>, written: unknown) => readonly string[];
  /** Keys of other programs and languages, each with ours. */
  readonly otherKeys?: Readonly<Record<string, string>>;
}
