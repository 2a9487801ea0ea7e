import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { sectionOf, type ReadContribution } from '../model/issue/contribution.js';
import { compareStrings } from '../model/finding.js';
import { declaredEvents, declaredPictures } from '../model/issue/front-matter.js';
import type { PreparedDocument } from '../model/issue/pictures/attached-pdf.js';
import type { FunderBlock, Issue, IssueSection, Item, ItemPicture } from '../model/issue/issue.js';
import type { IssueSettings, ItemSettings } from '../model/issue/issue-settings.js';
import { beginsWithSalutation } from '../model/issue/text/salutation.js';
import type { PreparedPicture } from '../model/issue/pictures/picture.js';
import { SECTION_TRAITS, SECTIONS } from '../model/issue/section.js';
import { withCleanLinks, withCleanUrl } from './clean-links.js';
import { itemId } from './item-id.js';
import { groupByCountry, orderItems, type SortableItem } from './order-items.js';

/** Everything that an issue is composed from. */
export interface IssueParts {
  /** `2020-12`. */
  readonly id: string;
  readonly settings: IssueSettings;
  /** The newsletter's defaults. */
  readonly defaults: { readonly name: string; readonly language: string; readonly description: string | undefined };
  /** The contributions that passed their checks. */
  readonly contributions: readonly ReadContribution[];
  /** Prepared pictures by their dropped file, relative to the workspace. */
  readonly pictures: ReadonlyMap<string, PreparedPicture>;
  /** Attached files that were made safe, by their dropped file, relative to the workspace. */
  readonly documents: ReadonlyMap<string, PreparedDocument>;
  readonly letter: Root | undefined;
  /** By the path that `issue.yaml` gives. */
  readonly logos: ReadonlyMap<string, PreparedPicture>;
  /** The newsletter's own logo. */
  readonly logo?: PreparedPicture | undefined;
  readonly platform: Issue['platform'];
}

function itemPictures(contribution: ReadContribution, pictures: IssueParts['pictures']): readonly ItemPicture[] {
  const declared = declaredPictures(contribution.frontMatter);
  return contribution.pictures.flatMap((dropped, index, all): ItemPicture[] => {
    const words = declared[index];
    // A file that is declared twice is shown once.
    const first = all.findIndex((one) => one.kind === 'found' && dropped.kind === 'found' && one.file === dropped.file);
    if (first !== index) return [];
    const prepared = dropped.kind === 'found' ? pictures.get(dropped.file) : undefined;
    if (prepared === undefined || words === undefined) return [];
    const { alt = '', caption, credit } = words;
    return [{ declaredFile: dropped.declaredFile, alt, caption, credit, prepared }];
  });
}

function toItem(
  contribution: ReadContribution,
  settings: ItemSettings | undefined,
  parts: IssueParts,
): Item | undefined {
  const { frontMatter, contributor } = contribution;
  if (contributor === undefined) return undefined;
  return {
    id: itemId(contribution.key),
    file: contribution.file,
    contributor,
    section: sectionOf(contribution, settings),
    title: settings?.title ?? frontMatter.title,
    titleOriginal: frontMatter.titleOriginal,
    summary: settings?.summary ?? frontMatter.summary,
    language: frontMatter.language ?? parts.settings.language ?? parts.defaults.language,
    date: frontMatter.date,
    author: frontMatter.author,
    source: frontMatter.source === undefined ? undefined : withCleanUrl(frontMatter.source),
    link: frontMatter.link === undefined ? undefined : withCleanUrl(frontMatter.link),
    deadline: frontMatter.deadline,
    events: declaredEvents(frontMatter).map(withCleanUrl),
    publication: frontMatter.publication,
    attachment:
      contribution.attachment?.kind === 'found' ? parts.documents.get(contribution.attachment.file) : undefined,
    pictures: itemPictures(contribution, parts.pictures),
    body: withCleanLinks(contribution.body),
    sample: frontMatter.sample === true,
    lead: contribution.key === parts.settings.lead,
    full: settings?.full === true,
  };
}

function toSections(
  items: readonly SortableItem[],
  settings: IssueSettings,
  language: string,
): readonly IssueSection[] {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' });
  const ordered = [...new Set([...(settings.sections ?? []), ...SECTIONS])];
  return ordered.flatMap((section): IssueSection[] => {
    const own = items.filter(({ item }) => item.section === section);
    if (own.length === 0) return [];
    const groups =
      SECTION_TRAITS[section].groupedBy === 'country'
        ? groupByCountry(own, (code) => names.of(code) ?? code)
        : [{ country: undefined, items: orderItems(own).map(({ item }) => item) }];
    return [{ section, groups }];
  });
}

function toFunders(settings: IssueSettings, logos: IssueParts['logos']): readonly FunderBlock[] {
  return (settings.funders ?? []).map(({ logo, ...funder }) => ({
    ...withCleanUrl(funder),
    logo: logo === undefined ? undefined : logos.get(logo),
  }));
}

/** Two files may get the same anchor (`a b.md`, `a-b.md`); the later one by name gets a number. */
function withUniqueIds(items: readonly SortableItem[]): readonly SortableItem[] {
  const taken = new Set<string>();
  const byKey = [...items].sort((left, right) => compareStrings(left.key, right.key));
  return byKey.map((entry) => {
    let { id } = entry.item;
    for (let number = 2; taken.has(id); number += 1) id = `${entry.item.id}-${String(number)}`;
    taken.add(id);
    return { ...entry, item: { ...entry.item, id } };
  });
}

/** Says whether the letter's first paragraph begins with a salutation. */
function letterGreets({ children: [first] }: Root): boolean {
  return first?.type === 'paragraph' && beginsWithSalutation(toString(first));
}

/** A list of mails cuts subjects at their end, so the first news comes first and the month last. */
function newsFirst(title: string, first: Item | undefined, newsletter: string): string {
  return first === undefined ? `${newsletter}: ${title}` : `${first.title} (${title})`;
}

/**
 * Composes the issue from the contributions that passed, the editor's word and the letter: sections in order, items in
 * order.
 */
export function composeIssue(parts: IssueParts): Issue {
  const { settings, defaults } = parts;
  const language = settings.language ?? defaults.language;
  const items = withUniqueIds(
    parts.contributions.flatMap((contribution): SortableItem[] => {
      const own = settings.items?.[contribution.key];
      const item = toItem(contribution, own, parts);
      const weight = own?.weight ?? contribution.frontMatter.weight ?? 0;
      return item === undefined ? [] : [{ item, key: contribution.key, weight }];
    }),
  );
  const lead = items.find(({ item }) => item.lead)?.item;
  const sections = toSections(
    items.filter(({ item }) => !item.lead),
    settings,
    language,
  );
  return {
    id: parts.id,
    number: settings.number,
    title: settings.title,
    date: settings.date,
    language,
    subject: settings.subject ?? newsFirst(settings.title, lead ?? sections[0]?.groups[0]?.items[0], defaults.name),
    preheader: settings.preheader ?? lead?.summary ?? defaults.description ?? '',
    letter: parts.letter === undefined ? undefined : withCleanLinks(parts.letter),
    letterGreets: parts.letter !== undefined && letterGreets(parts.letter),
    lead,
    sections,
    funders: toFunders(settings, parts.logos),
    logo: parts.logo,
    platform: parts.platform,
    audienceTags: settings.audience?.tags,
  };
}
