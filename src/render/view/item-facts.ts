import type { Item } from '../../model/issue/issue.js';
import { SECTION_TRAITS } from '../../model/issue/section.js';
import { fillPhrase, type FixedWords } from '../../templating/words/fixed-words.js';
import { safeAddress } from '../../templating/helpers/safe-address.js';
import { directionOf, type Direction } from '../../model/text/language-direction.js';
import { eventViews, type EventView } from './event-view.js';
import type { IssueContext } from './issue-context.js';
import { publicationRecord, type RecordRow } from './publication-view.js';

/** Another language than that of the issue. */
export interface ForeignLanguage {
  readonly language: string;
  readonly direction: Direction;
}

/** A labelled link. */
export interface LinkView {
  readonly url: string;
  readonly label: string;
}

/** The line above an item's title. */
export interface KickerView {
  readonly country: string;
  readonly member: string;
  readonly city: string | undefined;
  /** Set where the names have capitals of their own (`TÜRKİYE`), so that the language of the page does not change them. */
  readonly language: string | undefined;
}

/** What every edition tells of an item beside its body: plain text, to be escaped by the templates. */
export interface ItemFacts {
  readonly id: string;
  readonly title: string;
  readonly titleOriginal: { readonly text: string; readonly language: ForeignLanguage } | undefined;
  readonly summary: string | undefined;
  readonly foreign: ForeignLanguage | undefined;
  /** Who it comes from; absent for the secretariat's own items. */
  readonly member: string | undefined;
  readonly place: string | undefined;
  readonly date: string | undefined;
  /** Whose news it is and from where, above the title; absent for the secretariat's own items. */
  readonly kicker: KickerView | undefined;
  /** Who wrote it and when, in one line; absent where there is neither. */
  readonly signature: string | undefined;
  /** Whether the byline has any part. */
  readonly hasByline: boolean;
  readonly author: string | undefined;
  readonly source: { readonly words: string; readonly url: string | undefined } | undefined;
  readonly link: LinkView | undefined;
  /** Whether the link is what the item is for, and deserves a button. */
  readonly callsToAction: boolean;
  readonly deadline: string | undefined;
  readonly events: readonly EventView[];
  readonly record: readonly RecordRow[];
  readonly sampleNote: string | undefined;
}

function foreignLanguage(item: Item, issueLanguage: string): ForeignLanguage | undefined {
  return item.language === issueLanguage
    ? undefined
    : { language: item.language, direction: directionOf(item.language) };
}

/** The language of the original title: the item's own, the member's, or the one most spoken in its country. */
function originalTitle(item: Item, issueLanguage: string): ItemFacts['titleOriginal'] {
  const { titleOriginal: text, contributor } = item;
  if (text === undefined || text === item.title) return undefined;
  const spoken =
    contributor.kind === 'member'
      ? (contributor.member.languages ?? [new Intl.Locale(`und-${contributor.member.country}`).maximize().language])
      : [];
  const language = [item.language, ...spoken].find((tag) => tag !== issueLanguage) ?? 'und';
  return { text, language: { language, direction: directionOf(language) } };
}

function placeOf(item: Item, context: IssueContext, underCountry: boolean): string | undefined {
  if (item.contributor.kind === 'secretariat') return undefined;
  const { city, country } = item.contributor.member;
  const parts = [city, underCountry ? undefined : context.countryName(country)].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(`${context.words.punctuation.comma} `);
}

/** Languages with capitals that other languages write in another way. */
const OWN_CAPITALS: ReadonlySet<string> = new Set(['tr', 'az', 'lt']);

function kickerOf({ contributor }: Item, context: IssueContext): KickerView | undefined {
  if (contributor.kind === 'secretariat') return undefined;
  const { name, city, country } = contributor.member;
  const spoken = new Intl.Locale(`und-${country}`).maximize().language;
  return {
    country: context.countryName(country),
    member: name,
    city,
    language: OWN_CAPITALS.has(spoken) && spoken !== context.issue.language ? spoken : undefined,
  };
}

function sourceOf({ source }: Item, context: IssueContext): ItemFacts['source'] {
  if (source === undefined) return undefined;
  return {
    words: fillPhrase(context.words.item.source, { source: source.title }),
    url: source.url === undefined ? undefined : safeAddress(source.url),
  };
}

function linkOf({ link }: Item): LinkView | undefined {
  const url = link === undefined ? undefined : safeAddress(link.url);
  return link === undefined || url === undefined ? undefined : { url, label: link.label };
}

function deadlineOf(item: Item, { words, dates }: IssueContext): string | undefined {
  if (item.deadline === undefined) return undefined;
  const phrase = words.item[SECTION_TRAITS[item.section].deadlineWords];
  return fillPhrase(phrase, { date: dates.day(item.deadline) });
}

/** The note on a sample; a name that ends with a full stop ends the sentence as well. */
function sampleNote(contributor: string, words: FixedWords): string {
  return fillPhrase(words.item.sample, { contributor }).replace(/\.\.$/, '.');
}

/** Where the web edition's files can be opened from anywhere. */
function publicFiles({ configuration, issue }: IssueContext): string | undefined {
  return configuration.publicUrl === undefined ? undefined : `${configuration.publicUrl}/${issue.id}/`;
}

/**
 * Gathers what an edition tells of an item.
 *
 * @param underCountry whether the item stands under the name of its member's country already.
 * @param filesAt where its edition finds attached files: in mail, where the web edition is public.
 */
export function itemFacts(
  item: Item,
  context: IssueContext,
  underCountry: boolean,
  filesAt = publicFiles(context),
): ItemFacts {
  const { words, dates } = context;
  const member = item.contributor.kind === 'member' ? item.contributor.member.name : undefined;
  // A publication's record tells its date.
  const date = item.date === undefined || item.publication !== undefined ? undefined : dates.day(item.date);
  const author = item.author === undefined ? undefined : fillPhrase(words.item.author, { author: item.author });
  const signature = [author, date].filter((part) => part !== undefined).join(' · ');
  return {
    id: item.id,
    title: item.title,
    titleOriginal: originalTitle(item, context.issue.language),
    summary: item.summary,
    foreign: foreignLanguage(item, context.issue.language),
    member,
    place: placeOf(item, context, underCountry),
    date,
    kicker: kickerOf(item, context),
    signature: signature === '' ? undefined : signature,
    hasByline: member !== undefined || date !== undefined,
    author,
    source: sourceOf(item, context),
    link: linkOf(item),
    callsToAction: SECTION_TRAITS[item.section].callsToAction,
    deadline: deadlineOf(item, context),
    events: eventViews(item.events, words, dates),
    record: publicationRecord(item, words, dates, filesAt),
    sampleNote: item.sample ? sampleNote(member ?? context.configuration.organisation, words) : undefined,
  };
}
