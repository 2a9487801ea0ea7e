import type { SourceLocation } from '../../model/finding.js';
import type { Contributor } from '../../model/issue/member.js';

/** What a run of words is. */
export type TextKind =
  | 'title'
  | 'summary'
  | 'alt'
  | 'caption'
  | 'credit'
  | 'author'
  | 'label'
  | 'source'
  | 'event'
  | 'publication'
  | 'funder'
  | 'paragraph'
  | 'heading'
  | 'cell'
  | 'code'
  /** The address of a link. */
  | 'address'
  /** The name of a file: of the contribution itself, or of a picture. */
  | 'file-name';

/** A part of a run that is more than plain words. */
export interface TextSpan {
  /** Offsets in the run's text; the end is the first character after it. */
  readonly start: number;
  readonly end: number;
  readonly kind: 'link' | 'emphasis' | 'strong' | 'code';
  /** Where a link leads, as it was written. */
  readonly address?: string;
}

/** Words that belong together: a paragraph, a cell, a title. */
export interface TextRun {
  readonly kind: TextKind;
  /** Plain text; a line break within a paragraph is `\n`. */
  readonly text: string;
  /** Whether it stands in a block quotation. */
  readonly quoted: boolean;
  readonly spans: readonly TextSpan[];
  /** Where all of it leads as a link, as it was written: the label of a link in front matter. */
  readonly leadsTo?: string;
  /** The place of an offset in `text`. */
  readonly placeAt: (offset: number) => SourceLocation;
}

/** All words of one file. */
export interface CheckedText {
  /** An attachment's findings stand where the contribution names it. */
  readonly source: 'contribution' | 'letter' | 'settings' | 'attachment';
  /** Relative to the workspace. */
  readonly file: string;
  /** BCP 47: what the file says of itself, or the language. */
  readonly language: string;
  readonly contributor: Contributor | undefined;
  /** In the order in which they stand. */
  readonly runs: readonly TextRun[];
}
