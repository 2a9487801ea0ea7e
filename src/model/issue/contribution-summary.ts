import type { DroppedAttachment, DroppedPicture } from './contribution.js';
import type { Contributor } from './member.js';
import type { InputFile } from './input-file.js';
import type { Section } from './section.js';

/** What is kept of a text to find similar ones: the smallest hashes of its three-word phrases, in order. */
export interface TextSketch {
  readonly hashes: Uint32Array;
  /** Whether these are all hashes of the text. */
  readonly whole: boolean;
}

/** A text that is not clearly in the language that it declares. */
export interface DoubtfulLanguage {
  /** BCP 47: what the contribution declares, or the language. */
  readonly declared: string;
  /** Enough of the text for a detector. */
  readonly sample: string;
}

/** What is kept of a contribution after it was checked: little, however long its text is. */
export interface ContributionSummary {
  readonly file: string;
  readonly key: string;
  readonly folder: string;
  readonly contributor: Contributor | undefined;
  readonly sha256: string;
  readonly excluded: boolean;
  /** Files beside it that its text names in some way, used or not. */
  readonly mentionedFiles: readonly string[];
  /** `undefined` for a contribution that could not be read. */
  readonly content:
    | {
        readonly title: string;
        readonly section: Section;
        readonly pictures: readonly (DroppedPicture & { readonly line: number; readonly column: number })[];
        /** Pictures of which only the name was written. */
        readonly namedFiles: readonly string[];
        readonly attachment: (DroppedAttachment & { readonly line: number; readonly column: number }) | undefined;
        /** BCP 47, if the contribution declares it. */
        readonly language: string | undefined;
        /** Which findings its contributor asks to allow. */
        readonly proposals: readonly { readonly rule: string; readonly reason: string }[];
        /** Title and text without case and punctuation. */
        readonly fingerprint: string;
        /** `undefined` for a text that is too short to compare. */
        readonly sketch: TextSketch | undefined;
        /** `undefined` when the text is clearly in the language that it declares. */
        readonly languageDoubt: (DoubtfulLanguage & { readonly line: number; readonly column: number }) | undefined;
      }
    | undefined;
}

/** Returns the files beside a contribution that its front matter names and that exist. */
export function filesNamedBy({ content }: ContributionSummary): readonly InputFile[] {
  const named = [...(content?.pictures ?? []), content?.attachment];
  return named.flatMap((one) => (one?.kind === 'found' ? [{ path: one.file, sha256: one.sha256 }] : []));
}
