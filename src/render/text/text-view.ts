import type { FunderBlock, Item, ItemPicture } from '../../model/issue/issue.js';
import { fillPhrase } from '../../templating/words/fixed-words.js';
import { safeAddress } from '../../templating/helpers/safe-address.js';
import { placePictures } from '../body/place-pictures.js';
import type { SlotMarkers } from '../slots.js';
import { frameView, type FrameView } from '../view/frame-view.js';
import { issueAddress, type IssueContext } from '../view/issue-context.js';
import { itemFacts, type ItemFacts } from '../view/item-facts.js';
import { publicEvents, type PublicEvent } from '../view/public-events.js';
import { sectionViews, type SectionView } from '../view/section-view.js';
import { bodyText } from './body-text.js';
import { createLinkList, type LinkList } from './link-list.js';

/** An item in plain text: its words are wrapped, its links numbered. */
interface TextItem extends ItemFacts {
  readonly byline: string | undefined;
  readonly bodyText: string;
  /** Pictures that the body does not show. */
  readonly pictureTexts: readonly string[];
  /** The label of the item's link, with its number. */
  readonly linkText: string | undefined;
  readonly sourceText: string | undefined;
  readonly eventTexts: readonly { readonly title: string | undefined; readonly lines: readonly string[] }[];
  readonly links: readonly string[];
}

interface TextFunder {
  readonly name: string;
  readonly example: boolean;
  readonly text: string | undefined;
  readonly logo: string | undefined;
  readonly url: string | undefined;
}

/** All that `templates/text` shows. */
export interface TextView extends FrameView {
  readonly browserUrl: string | undefined;
  readonly archiveUrl: string | undefined;
  readonly subscribeUrl: string | undefined;
  /** Absent where the letter greets by itself. */
  readonly greetingSlot: string | undefined;
  readonly unsubscribeSlot: string;
  /** Absent where nothing of the newsletter is public. */
  readonly preferencesSlot: string | undefined;
  readonly letter: { readonly bodyText: string; readonly links: readonly string[] } | undefined;
  readonly leadItems: readonly TextItem[];
  readonly sections: readonly SectionView<TextItem>[];
  readonly funders: readonly TextFunder[];
}

function pictureText(picture: ItemPicture | undefined, { words }: IssueContext): string {
  if (picture === undefined) return '';
  const credit = picture.credit === undefined ? '' : `${fillPhrase(words.item.credit, { credit: picture.credit })}.`;
  const caption = picture.caption ?? '';
  return [fillPhrase(words.item.picture, { alt: picture.alt }), caption, credit]
    .filter((part) => part !== '')
    .join(' ');
}

function bodyOptions(context: IssueContext, links: LinkList, pictures: readonly ItemPicture[]) {
  const { footnotes, punctuation } = context.words;
  return {
    links,
    pictureText: (index: number) => pictureText(pictures[index], context),
    noteMark: (number: number) => `[${fillPhrase(footnotes.note, { number: String(number) })}]`,
    notesHeading: `${footnotes.heading}${punctuation.colon}`,
  };
}

function eventTexts(events: readonly PublicEvent[], { words }: IssueContext, links: LinkList): TextItem['eventTexts'] {
  return events.map(({ title, when, where, url, calendarUrl }) => ({
    title,
    lines: [
      fillPhrase(words.event.when, { when }),
      ...(where === undefined ? [] : [fillPhrase(words.event.where, { where })]),
      ...(url === undefined ? [] : [`${words.event.link} ${links.mark(url)}`]),
      ...(calendarUrl === undefined ? [] : [`${words.event.addToCalendar} ${links.mark(calendarUrl)}`]),
    ],
  }));
}

function bylineOf({ member, place, date }: ItemFacts, { words, direction }: IssueContext): string | undefined {
  const who = [member, place].filter((part) => part !== undefined).join(`${words.punctuation.comma} `);
  const parts = [who, date ?? ''].filter((part) => part !== '');
  // Without a mark of direction the day would be read with a place in Latin letters.
  const between = direction === 'rtl' ? ' \u200f· ' : ' · ';
  return parts.length === 0 ? undefined : parts.join(between);
}

function textItem(item: Item, context: IssueContext): TextItem {
  const facts = itemFacts(item, context, false);
  const links = createLinkList();
  const { body, picturesInBody } = placePictures(item.body, item.pictures);
  const numbered = (words: string, url: string | undefined) =>
    url === undefined ? words : `${words} ${links.mark(url)}`;
  return {
    ...facts,
    byline: bylineOf(facts, context),
    bodyText: bodyText(body, bodyOptions(context, links, item.pictures)),
    pictureTexts: item.pictures
      .filter((picture) => !picturesInBody.has(picture))
      .map((picture) => pictureText(picture, context)),
    record: facts.record.map((row) => ({ ...row, value: numbered(row.value, row.url) })),
    eventTexts: eventTexts(publicEvents(item, facts.events, context), context, links),
    linkText: facts.link === undefined ? undefined : numbered(facts.link.label, facts.link.url),
    sourceText: facts.source === undefined ? undefined : numbered(facts.source.words, facts.source.url),
    links: links.lines(),
  };
}

function letterText(context: IssueContext): TextView['letter'] {
  const { letter } = context.issue;
  if (letter === undefined) return undefined;
  const links = createLinkList();
  const { body } = placePictures(letter, []);
  return { bodyText: bodyText(body, bodyOptions(context, links, [])), links: links.lines() };
}

function funderText(funder: FunderBlock, { words }: IssueContext): TextFunder {
  const alt = funder.logo === undefined ? undefined : (funder.alt ?? funder.name);
  return {
    name: funder.name,
    example: funder.example === true,
    text: funder.text,
    logo: alt === undefined ? undefined : fillPhrase(words.item.picture, { alt }),
    url: funder.url === undefined ? undefined : safeAddress(funder.url),
  };
}

/** Gathers all that the plain-text edition shows. */
export function textView(context: IssueContext, markers: SlotMarkers): TextView {
  const { issue, configuration } = context;
  const { publicUrl } = configuration;
  const makeItem = (item: Item) => textItem(item, context);
  return {
    ...frameView(context),
    browserUrl: issueAddress(context),
    archiveUrl: publicUrl === undefined ? undefined : `${publicUrl}/`,
    subscribeUrl: publicUrl === undefined ? undefined : `${publicUrl}/subscribe`,
    greetingSlot: issue.letterGreets === true ? undefined : markers.marker('greeting', 'plain-text'),
    unsubscribeSlot: markers.marker('unsubscribeUrl', 'plain-text'),
    preferencesSlot: publicUrl === undefined ? undefined : markers.marker('preferencesUrl', 'plain-text'),
    letter: letterText(context),
    leadItems: issue.lead === undefined ? [] : [textItem(issue.lead, context)],
    sections: sectionViews(context, makeItem),
    funders: issue.funders.map((funder) => funderText(funder, context)),
  };
}
