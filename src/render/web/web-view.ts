import type { FunderBlock, Item, ItemPicture } from '../../model/issue/issue.js';
import type { PreparedPicture } from '../../model/issue/pictures/picture.js';
import { SECTION_TRAITS, type SectionTraits } from '../../model/issue/section.js';
import { fillPhrase } from '../../templating/words/fixed-words.js';
import { safeAddress } from '../../templating/helpers/safe-address.js';
import { itemBodyView, letterMarkup, type ItemBodyView } from '../body/item-body.js';
import type { ElementStyler } from '../body/markup.js';
import { CALENDAR_FILE, calendarEvents, hasCalendar } from '../calendar/calendar-paths.js';
import { eventViews, type EventView } from '../view/event-view.js';
import { frameView, pageTitle, type FrameView } from '../view/frame-view.js';
import { issueAddress, type IssueContext } from '../view/issue-context.js';
import { itemFacts, type ItemFacts } from '../view/item-facts.js';
import { sectionViews, type ItemPlace, type SectionView } from '../view/section-view.js';
import { structuredData } from './structured-data.js';
import { webElementStyle } from './web-look.js';

/** A picture on the web, in all its widths. */
export interface WebPicture {
  readonly address: string;
  readonly sourceSet: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  readonly caption: string | undefined;
  readonly credit: string | undefined;
}

/** An event with the file that takes it into a reader's calendar. */
type WebEvent = EventView & { readonly calendarFile: string };

type WebItem = Omit<ItemFacts, 'events'> &
  ItemBodyView<WebPicture> & {
    readonly headingTag: string;
    /** For programs: `2020-12-18`. */
    readonly dateValue: string | undefined;
    readonly deadlineValue: string | undefined;
    readonly events: readonly WebEvent[];
  };

/** A section, with the classes of its look; the calendar's offers all dates in one file. */
type WebSection = SectionView<WebItem> &
  Pick<SectionTraits, 'ground' | 'titleLook'> & { readonly calendarFile: string | undefined };

/** The picture that other sites show with a link to the issue. */
interface SharedPicture {
  readonly url: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

interface WebFunder {
  readonly name: string;
  readonly text: string | undefined;
  readonly example: boolean;
  readonly url: string | undefined;
  readonly logo: WebPicture | undefined;
}

/** All that `templates/web` shows; it has no slot. Fields that end with `Html` are markup already. */
export interface WebView extends FrameView {
  readonly title: string;
  readonly palette: IssueContext['palette'];
  readonly logo: WebPicture | undefined;
  /** Absent where the letter greets by itself. */
  readonly greeting: string | undefined;
  readonly date: string;
  readonly dateWords: string;
  readonly canonicalUrl: string | undefined;
  readonly sharedPicture: SharedPicture | undefined;
  /** Where readers subscribe, and find earlier issues. */
  readonly subscribeUrl: string | undefined;
  readonly archiveUrl: string | undefined;
  /** JSON-LD in which nothing can end a script element. */
  readonly structuredDataHtml: string;
  readonly hasLetter: boolean;
  readonly letterHtml: string;
  readonly leadItems: readonly WebItem[];
  readonly sections: readonly WebSection[];
  readonly funders: readonly WebFunder[];
}

/** The address of a picture beside the page. */
export function pictureAddress(name: string): string {
  return `pictures/${name}`;
}

function pictureFile({ renditions }: PreparedPicture) {
  const widest = renditions.at(-1) ?? renditions[0];
  return {
    address: pictureAddress(widest.name),
    sourceSet: renditions.map(({ name, width }) => `${pictureAddress(name)} ${String(width)}w`).join(', '),
    width: widest.width,
    height: widest.height,
  };
}

function createPictureView({ words }: IssueContext) {
  return (picture: ItemPicture): WebPicture => ({
    ...pictureFile(picture.prepared),
    alt: picture.alt,
    caption: picture.caption,
    credit: picture.credit === undefined ? undefined : fillPhrase(words.item.credit, { credit: picture.credit }),
  });
}

function funderView(funder: FunderBlock): WebFunder {
  return {
    name: funder.name,
    text: funder.text,
    example: funder.example === true,
    url: funder.url === undefined ? undefined : safeAddress(funder.url),
    logo:
      funder.logo === undefined
        ? undefined
        : { ...pictureFile(funder.logo), alt: funder.alt ?? funder.name, caption: undefined, credit: undefined },
  };
}

function logoView({ issue, configuration }: IssueContext): WebPicture | undefined {
  if (issue.logo === undefined) return undefined;
  const alt = configuration.design.logoAlt ?? configuration.organisation;
  return { ...pictureFile(issue.logo), alt, caption: undefined, credit: undefined };
}

/** The lead's picture, wherever in the item it stands. */
function sharedPicture({ issue }: IssueContext, pageUrl: string | undefined): SharedPicture | undefined {
  const picture = issue.lead?.pictures[0];
  if (picture === undefined || pageUrl === undefined) return undefined;
  const { address, width, height } = pictureFile(picture.prepared);
  return { url: `${pageUrl}${address}`, alt: picture.alt, width, height };
}

function createItemMaker(context: IssueContext, look: ElementStyler) {
  const { words, dates } = context;
  const pictureView = createPictureView(context);
  return (item: Item, { headingLevel, underCountry }: ItemPlace): WebItem => ({
    // Attached files lie beside the page.
    ...itemFacts(item, context, underCountry, ''),
    ...itemBodyView(item, headingLevel, { words, styler: look, pictureView }),
    headingTag: `h${String(headingLevel)}`,
    dateValue: item.date,
    deadlineValue: item.deadline,
    events: calendarEvents(item).flatMap(({ event, file }) =>
      eventViews([event], words, dates).map((view) => ({ ...view, calendarFile: file })),
    ),
  });
}

/** Gathers all that the web edition shows. */
export function webView(context: IssueContext): WebView {
  const { issue, configuration, words, palette, dates } = context;
  const { publicUrl } = configuration;
  const look = webElementStyle(words);
  const makeItem = createItemMaker(context, look);
  const frame = frameView(context);
  const pageUrl = issueAddress(context);
  return {
    ...frame,
    title: pageTitle(context),
    palette,
    logo: logoView(context),
    greeting: issue.letterGreets === true ? undefined : words.greeting.withoutName,
    date: issue.date,
    dateWords: dates.day(issue.date),
    canonicalUrl: pageUrl,
    sharedPicture: sharedPicture(context, pageUrl),
    subscribeUrl: publicUrl === undefined ? undefined : `${publicUrl}/subscribe`,
    archiveUrl: publicUrl === undefined ? undefined : `${publicUrl}/`,
    structuredDataHtml: structuredData(context, pageUrl, (item) =>
      item.pictures.map(({ prepared }) => `${pageUrl ?? ''}${pictureFile(prepared).address}`),
    ),
    hasLetter: issue.letter !== undefined,
    letterHtml: issue.letter === undefined ? '' : letterMarkup(issue.letter, words, look),
    leadItems: issue.lead === undefined ? [] : [makeItem(issue.lead, { headingLevel: 3, underCountry: false })],
    sections: sectionViews(context, makeItem).map((section) => {
      const { ground, titleLook, offersCalendar } = SECTION_TRAITS[section.section];
      return {
        ...section,
        ground,
        titleLook,
        calendarFile: offersCalendar && hasCalendar(issue) ? CALENDAR_FILE : undefined,
      };
    }),
    funders: issue.funders.map(funderView),
  };
}
