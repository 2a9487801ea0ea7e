import type { DroppedPicture } from './contribution.js';
import type { Contributor } from './member.js';
import type { Section } from './section.js';

/** What is remembered of a contribution after it was checked: little, however long its text is. */
export interface ContributionSummary {
  readonly file: string;
  readonly key: string;
  readonly folder: string;
  readonly contributor: Contributor | undefined;
  readonly sha256: string;
  readonly excluded: boolean;
  /** Absent for a contribution that could not be read. */
  readonly content:
    | {
        readonly title: string;
        readonly section: Section;
        readonly pictures: readonly (DroppedPicture & { readonly line: number; readonly column: number })[];
        /** Title and text without case and punctuation. */
        readonly fingerprint: string;
      }
    | undefined;
}
