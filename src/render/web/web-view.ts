import type { FunderBlock, Item, ItemPicture } from '../../model/issue.js';
import type { PreparedPicture } from '../../model/picture.js';
import { fillPhrase } from '../../templating/fixed-words.js';
import { safeAddress } from '../../templating/safe-address.js';
import { itemBodyView, letterMarkup, type ItemBodyView } from '../body/item-body.js';
import { frameView, pageTitle, type FrameView } from '../view/frame-view.js';
import type { IssueContext } from '../view/issue-context.js';
import { itemFacts, type ItemFacts } from '../view/item-facts.js';
import { sectionViews, type ItemPlace, type SectionView } from '../view/section-view.js';
import { webLook } from './web-look.js';

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

type WebItem = ItemFacts & ItemBodyView<WebPicture> & { readonly headingTag: string };

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
  readonly greeting: string;
  readonly date: string;
  readonly dateWords: string;
  readonly canonicalUrl: string | undefined;
  readonly openingPictureUrl: string | undefined;
  readonly hasLetter: boolean;
  readonly letterHtml: string;
  readonly leadItems: readonly WebItem[];
  readonly sections: readonly SectionView<WebItem>[];
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

/** Gathers all that the web edition shows. */
export function webView(context: IssueContext): WebView {
  const { issue, configuration, words, palette, dates } = context;
  const look = webLook(words);
  const pictureView = createPictureView(context);
  const makeItem = (item: Item, { headingLevel, underCountry }: ItemPlace): WebItem => ({
    // Beside the page.
    ...itemFacts(item, context, underCountry, ''),
    ...itemBodyView(item, headingLevel, { words, look, pictureView }),
    headingTag: `h${String(headingLevel)}`,
  });
  const frame = frameView(context);
  const canonicalUrl = configuration.publicUrl === undefined ? undefined : `${configuration.publicUrl}/${issue.id}/`;
  const leadItems = issue.lead === undefined ? [] : [makeItem(issue.lead, { headingLevel: 3, underCountry: false })];
  const opening = leadItems[0]?.opening;
  return {
    ...frame,
    title: pageTitle(frame),
    palette,
    greeting: words.greeting.withoutName,
    date: issue.date,
    dateWords: dates.day(issue.date),
    canonicalUrl,
    openingPictureUrl:
      canonicalUrl === undefined || opening === undefined ? undefined : `${canonicalUrl}${opening.address}`,
    hasLetter: issue.letter !== undefined,
    letterHtml: issue.letter === undefined ? '' : letterMarkup(issue.letter, words, look),
    leadItems,
    sections: sectionViews(context, makeItem),
    funders: issue.funders.map(funderView),
  };
}
