import type { DroppedAttachment, DroppedPicture } from './contribution.js';
import type { Contributor } from './member.js';
import type { InputFile } from './input-file.js';
import type { Section } from './section.js';

/** What is kept of a text to find others like it: the smallest of its hashed three-word phrases, in order. */
export interface TextSketch {
  readonly hashes: Uint32Array;
  /** Whether these are all there are. */
  readonly whole: boolean;
}

/** A text that does not plainly speak the language that it says. */
export interface DoubtfulLanguage {
  /** BCP 47: what the contribution says, or the language. */
  readonly declared: string;
  /** Enough of the text for a detector. */
  readonly sample: string;
}

/** What is remembered of a contribution after it was checked: little, however long its text is. */
export interface ContributionSummary {
  readonly file: string;
  readonly key: string;
  readonly folder: string;
  readonly contributor: Contributor | undefined;
  readonly sha256: string;
  readonly excluded: boolean;
  /** Files beside it that its text names in some way, taken or not. */
  readonly mentionedFiles: readonly string[];
  /** Absent for a contribution that could not be read. */
  readonly content:
    | {
        readonly title: string;
        readonly section: Section;
        readonly pictures: readonly (DroppedPicture & { readonly line: number; readonly column: number })[];
        /** Pictures of which only the name was written. */
        readonly namedFiles: readonly string[];
        readonly attachment: (DroppedAttachment & { readonly line: number; readonly column: number }) | undefined;
        /** BCP 47, where the contribution says it. */
        readonly language: string | undefined;
        /** What its contributor asks to allow. */
        readonly proposals: readonly { readonly rule: string; readonly reason: string }[];
        /** Title and text without case and punctuation. */
        readonly fingerprint: string;
        /** Absent for a text too short to be compared. */
        readonly sketch: TextSketch | undefined;
        /** Absent where the text plainly is in the language that it says. */
        readonly languageDoubt: (DoubtfulLanguage & { readonly line: number; readonly column: number }) | undefined;
      }
    | undefined;
}

/** The files beside a contribution that its front matter names and that are there. */
export function filesNamedBy({ content }: ContributionSummary): readonly InputFile[] {
  const named = [...(content?.pictures ?? []), content?.attachment];
  return named.flatMap((one) => (one?.kind === 'found' ? [{ path: one.file, sha256: one.sha256 }] : []));
}
