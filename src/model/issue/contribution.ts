import type { Root } from 'mdast';
import type { Finding } from '../finding.js';
import type { FrontMatter } from './front-matter.js';
import type { ItemSettings } from './issue-settings.js';
import type { Contributor } from './member.js';
import type { PictureType } from './pictures/picture.js';
import { USUAL_SECTION, type Section } from './section.js';

/** Where each front-matter value was written: from the key's path, such as `image.file`, to line and column. */
export type FrontMatterPlaces = ReadonlyMap<string, { readonly line: number; readonly column: number }>;

interface DroppedFile {
  /** Relative to the workspace, with `/`. */
  readonly file: string;
  /** Relative to the issue's contributions' folder, with `/`: the key in `issue.yaml → items`. */
  readonly key: string;
  /** The name of the folder that it was dropped in. */
  readonly folder: string;
  /** `undefined` when the folder belongs to nobody in the registry. */
  readonly contributor: Contributor | undefined;
  /** SHA-256 of the file's bytes; of no bytes when they were never read. */
  readonly sha256: string;
  /** Files beside it that its text names in some way, used or not; relative to the workspace. */
  readonly mentionedFiles: readonly string[];
}

/**
 * A contribution whose front matter and Markdown could be read. Wrong keys of the front matter are left out, and error
 * findings report them.
 */
export interface ReadContribution extends DroppedFile {
  readonly kind: 'read';
  readonly frontMatter: FrontMatter;
  readonly places: FrontMatterPlaces;
  /** The lines of front-matter values that were refused; findings say what is to be done about them. */
  readonly refusedLines: readonly number[];
  /** The Markdown, parsed once; positions are those of the whole file. */
  readonly body: Root;
  readonly pictures: readonly DroppedPicture[];
  /**
   * Pictures of which only the name was written, `image: meeting.jpg`. They are looked for, so that everything is
   * reported at once, and never published.
   */
  readonly namedPictures: readonly NamedPicture[];
  /** Files beside it that pictures in the text refer to, by the address as it is written there. */
  readonly filesInText: ReadonlyMap<string, string>;
  /** The day that a refused date means, so that the same check compares it with the issue's. */
  readonly meantDate: string | undefined;
  /** Whether every letter is as it was written; otherwise its encoding was guessed, and a finding says so. */
  readonly lettersAreSure: boolean;
  /** The file that the publication's record names. */
  readonly attachment: DroppedAttachment | undefined;
  /** The findings of reading. */
  readonly findings: readonly Finding[];
}

/** A contribution that could not be read; its findings say why. */
export interface UnreadContribution extends DroppedFile {
  readonly kind: 'unread';
  readonly findings: readonly Finding[];
}

/** One Markdown file with front matter, and its pictures, as it was dropped. */
export type Contribution = ReadContribution | UnreadContribution;

/** The result of reading one picture that a contribution declares. */
export type DroppedPicture = {
  /** As declared. */
  readonly declaredFile: string;
  /** The key in the front matter, such as `image` or `images.1`. */
  readonly path: string;
} & (
  | {
      readonly kind: 'found';
      readonly file: string;
      readonly absolutePath: string;
      readonly sha256: string;
      readonly bytes: number;
      /** By its first bytes. */
      readonly type: PictureType;
    }
  | MissingFile
  | { readonly kind: 'refused'; readonly reason: PictureRefusal }
);

/** The result of reading the file that the publication's record names. */
export type DroppedAttachment = {
  /** As declared. */
  readonly declaredFile: string;
} & (
  | {
      readonly kind: 'found';
      readonly file: string;
      readonly absolutePath: string;
      readonly sha256: string;
      readonly bytes: number;
      /** By its first bytes. */
      readonly isPdf: boolean;
    }
  | MissingFile
  /** `address`: it is not a file but the address of one. */
  | { readonly kind: 'refused'; readonly reason: PictureRefusal | 'address' }
);

/** A picture of which only the file name was written. */
export type NamedPicture = DroppedPicture & {
  /** Whether the key was an unknown one, so that it was left out already. */
  readonly underOtherKey: boolean;
};

/** A file that is named but missing; `similar` is the name of one that was probably meant. */
interface MissingFile {
  readonly kind: 'missing';
  readonly similar: string | undefined;
}

/** Why a file that front matter names was not even opened. */
export type PictureRefusal = 'outside' | 'link' | 'not-a-file' | 'too-large';

/** A file that was skipped: junk, temporary, or a conflict copy of a sync program. */
export interface PassedOverFile {
  readonly file: string;
  /** Empty for a file beside the members' folders. */
  readonly folder: string;
  /** `undefined` when the folder belongs to nobody in the registry. */
  readonly contributor: Contributor | undefined;
  readonly reason: string;
}

/** What `check` says about a contribution. */
export type ContributionState = 'in' | 'warned' | 'refused' | 'excluded' | 'passed-over';

/** The states in words for people. */
export const CONTRIBUTION_STATE_WORDS: Readonly<Record<ContributionState, string>> = {
  in: 'in',
  warned: 'in, please look',
  refused: 'to be fixed',
  excluded: 'excluded by issue.yaml',
  'passed-over': 'passed over',
};

/** One line of `check`'s and `status`'s report. */
export interface ContributionReport {
  readonly file: string;
  /** The member's id, `secretariat`, or the folder's name when nobody owns it. */
  readonly member: string;
  readonly title: string | undefined;
  readonly section: string | undefined;
  readonly state: ContributionState;
}

/**
 * Returns the section of a contribution: the editor's choice, else its front matter's, else what its contributor mostly
 * writes.
 */
export function sectionOf(contribution: ReadContribution, settings: ItemSettings | undefined): Section {
  const usual = USUAL_SECTION[contribution.contributor?.kind ?? 'member'];
  return settings?.section ?? contribution.frontMatter.section ?? usual;
}
