import type { Item } from '../../model/issue/issue.js';
import type { Section } from '../../model/issue/section.js';
import type { IssueContext } from './issue-context.js';

/** Items under one heading of a section. */
export interface GroupView<I> {
  readonly country: string | undefined;
  readonly items: readonly I[];
}

/** A section as the templates show it. */
export interface SectionView<I> {
  readonly section: Section;
  /** The anchor of its heading. */
  readonly anchor: string;
  readonly heading: string;
  readonly groups: readonly GroupView<I>[];
}

/** Where an item stands, which decides its heading and what its byline leaves out. */
export interface ItemPlace {
  readonly headingLevel: number;
  readonly underCountry: boolean;
}

/** The sections of an issue, with each item made by the edition that shows it. */
export function sectionViews<I>(
  { issue, words, countryName }: IssueContext,
  makeItem: (item: Item, place: ItemPlace) => I,
): readonly SectionView<I>[] {
  return issue.sections.map(({ section, groups }) => ({
    section,
    anchor: `section-${section}`,
    heading: words.sections[section],
    groups: groups.map(({ country, items }) => ({
      country: country === undefined ? undefined : countryName(country),
      items: items.map((item) =>
        makeItem(item, { headingLevel: country === undefined ? 3 : 4, underCountry: country !== undefined }),
      ),
    })),
  }));
}
