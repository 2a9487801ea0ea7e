import type { Root } from 'mdast';
import type { PreparedDocument } from './pictures/attached-pdf.js';
import type { EventRecord, PublicationRecord } from './front-matter.js';
import type { Funder } from './issue-settings.js';
import type { Contributor } from './member.js';
import type { PreparedPicture } from './pictures/picture.js';
import type { Section } from './section.js';

/** A picture of an item: what its contributor says about it, and the safe renditions. */
export interface ItemPicture {
  /** The name by which the body may refer to it. */
  readonly declaredFile: string;
  readonly alt: string;
  readonly caption: string | undefined;
  readonly credit: string | undefined;
  readonly prepared: PreparedPicture;
}

/** A contribution that passed its checks, at its position in the issue. */
export interface Item {
  /** Unique within the issue and stable: the anchor in every edition. */
  readonly id: string;
  /** The contribution's file, relative to the workspace. */
  readonly file: string;
  readonly contributor: Contributor;
  readonly section: Section;
  readonly title: string;
  readonly titleOriginal: string | undefined;
  readonly summary: string | undefined;
  /** BCP 47. */
  readonly language: string;
  readonly date: string | undefined;
  readonly author: string | undefined;
  readonly source: { readonly title: string; readonly url?: string | undefined } | undefined;
  readonly link: { readonly url: string; readonly label: string } | undefined;
  readonly deadline: string | undefined;
  readonly events: readonly EventRecord[];
  readonly publication: PublicationRecord | undefined;
  /** The file that the publication's record names. */
  readonly attachment: PreparedDocument | undefined;
  readonly pictures: readonly ItemPicture[];
  readonly body: Root;
  /** Whether print must say that the item is a sample and not issued by the member. */
  readonly sample: boolean;
  readonly lead: boolean;
  /** Whether `issue.yaml` wants all of it in the e-mail. */
  readonly full: boolean;
}

/** Items under one heading of a section: a country for member news, otherwise none. */
export interface ItemGroup {
  /** ISO 3166-1 alpha-2. */
  readonly country: string | undefined;
  readonly items: readonly Item[];
}

/** A part of the issue, never empty. */
export interface IssueSection {
  readonly section: Section;
  readonly groups: readonly ItemGroup[];
}

/** A funder's block; the logo is a prepared picture. */
export interface FunderBlock extends Omit<Funder, 'logo'> {
  readonly logo: PreparedPicture | undefined;
}

/** One monthly number, composed: everything that the editions are made from. */
export interface Issue {
  /** `2020-12`. */
  readonly id: string;
  readonly number: string | undefined;
  readonly title: string;
  /** The day on which it is sent. */
  readonly date: string;
  /** BCP 47. */
  readonly language: string;
  readonly subject: string;
  readonly preheader: string;
  /** The secretariat's letter. */
  readonly letter: Root | undefined;
  /** Whether the letter greets its readers itself, so that they are not greeted twice. */
  readonly letterGreets?: boolean;
  /** The item that opens the issue; it is in no section. */
  readonly lead: Item | undefined;
  readonly sections: readonly IssueSection[];
  readonly funders: readonly FunderBlock[];
  /** The newsletter's own logo, for the masthead. */
  readonly logo?: PreparedPicture | undefined;
  /** The numbers of members and countries, counted from the registry. */
  readonly platform: { readonly members: number; readonly countries: number };
  /** A subscriber needs at least one of these tags to get the issue; `undefined` means that everybody gets it. */
  readonly audienceTags?: readonly string[] | undefined;
}

/** Returns every item of an issue, in the order in which the editions show them. */
export function itemsOf({ lead, sections }: Issue): readonly Item[] {
  const inSections = sections.flatMap(({ groups }) => groups.flatMap(({ items }) => items));
  return lead === undefined ? inSections : [lead, ...inSections];
}
