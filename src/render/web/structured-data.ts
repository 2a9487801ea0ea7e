import { itemsOf, type Item } from '../../model/issue/issue.js';
import { SECTION_TRAITS } from '../../model/issue/section.js';
import { pageTitle } from '../view/frame-view.js';
import type { IssueContext } from '../view/issue-context.js';

/** A node of linked data; what is `undefined` is left out when it is written. */
type LinkedData = Readonly<Record<string, unknown>>;

/** Where the pictures of an item can be opened from anywhere, the widest rendition of each. */
export type PictureUrls = (item: Item) => readonly string[];

/** The publisher of an item; `undefined` for a sample, because the member that it names has not published it. */
function publisherOf(item: Item, { configuration }: IssueContext): LinkedData | undefined {
  if (item.sample) return undefined;
  if (item.contributor.kind === 'secretariat') return { '@type': 'Organization', name: configuration.organisation };
  const { name, website } = item.contributor.member;
  return { '@type': 'Organization', name, url: website };
}

function articleOf(item: Item, context: IssueContext, pageUrl: string | undefined, pictures: PictureUrls): LinkedData {
  const images = pageUrl === undefined ? [] : pictures(item);
  return {
    '@type': SECTION_TRAITS[item.section].itemType,
    headline: item.title,
    alternativeHeadline: item.titleOriginal,
    description: item.summary,
    inLanguage: item.language,
    datePublished: item.date ?? context.issue.date,
    articleSection: context.words.sections[item.section],
    author: publisherOf(item, context),
    creditText: item.author,
    image: images.length === 0 ? undefined : images,
    url: pageUrl === undefined ? undefined : `${pageUrl}#${item.id}`,
  };
}

/**
 * Writes a value as JSON that cannot end the script element in which it stands: of what HTML knows, no sign is left
 * as it is.
 */
export function writeDataBlock(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** What an issue is, in the words of schema.org: a number of a periodical, with an article for every item. */
export function structuredData(context: IssueContext, pageUrl: string | undefined, pictures: PictureUrls): string {
  const { issue, configuration } = context;
  return writeDataBlock({
    '@context': 'https://schema.org',
    '@type': 'PublicationIssue',
    name: pageTitle(context),
    issueNumber: issue.number,
    datePublished: issue.date,
    inLanguage: issue.language,
    description: issue.preheader === '' ? undefined : issue.preheader,
    url: pageUrl,
    isPartOf: {
      '@type': 'Periodical',
      name: configuration.name,
      description: configuration.description,
      url: configuration.publicUrl === undefined ? undefined : `${configuration.publicUrl}/`,
      publisher: { '@type': 'Organization', name: configuration.organisation },
    },
    hasPart: itemsOf(issue).map((item) => articleOf(item, context, pageUrl, pictures)),
  });
}
