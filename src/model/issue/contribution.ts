import type { Root } from 'mdast';
import type { Finding } from '../finding.js';
import type { FrontMatter } from './front-matter.js';
import type { ItemSettings } from './issue-settings.js';
import type { Contributor } from './member.js';
import type { PictureType } from './picture.js';
import { USUAL_SECTION, type Section } from './section.js';

/** Where each front-matter value was written: a key's path, such as `image.file`, to line and column. */
export type FrontMatterPlaces = ReadonlyMap<string, { readonly line: number; readonly column: number }>;

interface DroppedFile {
  /** Relative to the workspace, with `/`. */
  readonly file: string;
  /** Relative to the issue's contributions' folder, with `/`: the key in `issue.yaml → items`. */
  readonly key: string;
  /** The name of the folder that it lay in. */
  readonly folder: string;
  /** Absent when the folder belongs to nobody in the registry. */
  readonly contributor: Contributor | undefined;
  /** SHA-256 of the file's bytes, or of nothing when they were never read. */
  readonly sha256: string;
  /** Files beside it that its text names in some way, taken or not; relative to the workspace. */
  readonly mentionedFiles: readonly string[];
}

/**
 * A contribution whose front matter and Markdown could be read. Where keys of the front matter are wrong, findings
 * of severity error say so, and the keys are left out.
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
  /** Pictures of which only the name was written, `image: meeting.jpg`: looked for, so that all is said at once, and never published. */
  readonly namedPictures: readonly NamedPicture[];
  /** Files beside it that pictures in the text mean, by the address as it is written there. */
  readonly filesInText: ReadonlyMap<string, string>;
  /** The day that a date means which is refused, so that it is compared with the in the same round. */
  readonly meantDate: string | undefined;
  /** Whether every letter is as it was written; otherwise its encoding was guessed, and a finding says so. */
  readonly lettersAreSure: boolean;
  /** The file that the record of a publication names. */
  readonly attachment: DroppedAttachment | undefined;
  /** What was found while reading. */
  readonly findings: readonly Finding[];
}

/** A contribution that could not be read; its findings say why. */
export interface UnreadContribution extends DroppedFile {
  readonly kind: 'unread';
  readonly findings: readonly Finding[];
}

/** One Markdown file with front matter, and its pictures, as it was dropped. */
export type Contribution = ReadContribution | UnreadContribution;

/** What became of one picture that a contribution declares. */
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

/** What became of the file that the record of a publication names. */
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
  /** `address`: it is no file but the address of one. */
  | { readonly kind: 'refused'; readonly reason: PictureRefusal | 'address' }
);

/** A picture of which only the name of its file was written. */
export type NamedPicture = DroppedPicture & {
  /** Whether the key was one that is not known, so that it was left out already. */
  readonly underOtherKey: boolean;
};

/** A file that is named but is not there; `similar` is the name of one that was probably meant. */
interface MissingFile {
  readonly kind: 'missing';
  readonly similar: string | undefined;
}

/** Why a file that front matter names was not even opened. */
export type PictureRefusal = 'outside' | 'link' | 'not-a-file' | 'too-large';

/** A file that was passed over: junk, temporary, or a conflict copy of a sync program. */
export interface PassedOverFile {
  readonly file: string;
  /** Empty for a file beside the members' folders. */
  readonly folder: string;
  /** Absent when the folder belongs to nobody in the registry. */
  readonly contributor: Contributor | undefined;
  readonly reason: string;
}

/** What `check` says of a contribution. */
export type ContributionState = 'in' | 'warned' | 'refused' | 'excluded' | 'passed-over';

/** The same in words for people, wherever they read it. */
export const CONTRIBUTION_STATE_WORDS: Readonly<Record<ContributionState, string>> = {
  in: 'in',
  warned: 'in, please look',
  refused: 'to be mended',
  excluded: 'excluded by issue.yaml',
  'passed-over': 'passed over',
};

/** One line of `check`'s and `status`'s report. */
export interface ContributionReport {
  readonly file: string;
  /** The member's id, `secretariat`, or the folder's name where nobody owns it. */
  readonly member: string;
  readonly title: string | undefined;
  readonly section: string | undefined;
  readonly state: ContributionState;
}

/** The section of a contribution: the editor's word, else its front matter's, else what its contributor mostly writes. */
export function sectionOf(contribution: ReadContribution, settings: ItemSettings | undefined): Section {
  const usual = USUAL_SECTION[contribution.contributor?.kind ?? 'member'];
  return settings?.section ?? contribution.frontMatter.section ?? usual;
}
