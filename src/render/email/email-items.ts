import type { Item } from '../../model/issue/issue.js';
import { SECTION_TRAITS, type SectionTraits } from '../../model/issue/section.js';
import { directionOf, type Direction } from '../../model/text/language-direction.js';
import { itemBodyView, type ItemBodyView } from '../body/item-body.js';
import { firstSentences } from '../view/first-sentences.js';
import type { IssueContext } from '../view/issue-context.js';
import { itemFacts, type ItemFacts } from '../view/item-facts.js';
import { publicEvents, type PublicEvent } from '../view/public-events.js';
import type { ItemPlace } from '../view/section-view.js';
import { emailElementStyle } from './look/email-look.js';
import { emailPicture, type EmailPicture } from './pictures/email-pictures.js';
import { emailStyles, type EmailStyles } from './look/email-styles.js';

/** Pixels: the text, and the picture of the lead from edge to edge. */
const TEXT_COLUMN = 552;
export const WHOLE_WIDTH = 600;

/** An item in the e-mail: whole, as a teaser or as a line with a link. */
export type EmailItem = Omit<ItemFacts, 'events'> &
  ItemBodyView<EmailPicture> & {
    readonly headingTag: string;
    readonly titleStyle: string;
    /** Empty, or the alignment of a language that is written the other way than that of the issue. */
    readonly alignStyle: string;
    /** The same for the original title, beside the item's own language. */
    readonly originalAlignStyle: string;
    readonly events: readonly PublicEvent[];
    /** The item in the web edition, where only its beginning stands here. */
    readonly readOnUrl: string | undefined;
    /** Whether only pictures are left out here. */
    readonly hasMorePictures: boolean;
    readonly isLine: boolean;
  };

const TITLE_STYLES: Record<SectionTraits['titleLook'], string> = { news: 'itemTitle', essay: 'opinionTitle' };

/** Makes the whole item of a place. */
export type ItemMaker = (item: Item, place: ItemPlace, column?: number) => EmailItem;

/** The side of a text in another direction than what is around it; empty where they are the same. */
function alignment(direction: Direction, around: Direction): string {
  if (direction === around) return '';
  return direction === 'rtl' ? ';font-style:normal;text-align:right' : ';text-align:left';
}

/** Makes items for the e-mail. */
export function createItemMaker(context: IssueContext, styles: EmailStyles): ItemMaker {
  const looks = {
    ltr: emailElementStyle(emailStyles(context.palette, 'ltr'), context.words),
    rtl: emailElementStyle(emailStyles(context.palette, 'rtl'), context.words),
  };
  return (item, { headingLevel, underCountry }, column = TEXT_COLUMN) => {
    const facts = itemFacts(item, context, underCountry);
    const direction = directionOf(item.language);
    const original = facts.titleOriginal?.language.direction ?? direction;
    return {
      ...facts,
      ...itemBodyView(item, headingLevel, {
        words: context.words,
        styler: looks[direction],
        pictureView: (picture) => emailPicture(picture, column, context),
      }),
      headingTag: `h${String(headingLevel)}`,
      alignStyle: alignment(direction, context.direction),
      originalAlignStyle: alignment(original, direction),
      titleStyle: styles.part[TITLE_STYLES[SECTION_TRAITS[item.section].titleLook]] ?? '',
      events: publicEvents(item, facts.events, context),
      readOnUrl: undefined,
      hasMorePictures: false,
      isLine: false,
    };
  };
}

/** An item with its first picture; the link leads to the others. */
export function onePictureOf(whole: EmailItem, item: Item, address: string): EmailItem {
  const inBody = whole.parts.findIndex(({ picture }) => picture !== undefined);
  const first = whole.opening === undefined ? inBody : -1;
  return {
    ...whole,
    parts: whole.parts.filter(({ picture }, index) => picture === undefined || index === first),
    readOnUrl: `${address}#${item.id}`,
    hasMorePictures: true,
  };
}

/** The beginning of an item, with a link to all of it: what it asks of its readers, and until when, stays. */
export function teaserOf(whole: EmailItem, item: Item, address: string): EmailItem {
  return {
    ...whole,
    summary: whole.summary ?? firstSentences(item.body, item.language),
    opening: undefined,
    parts: [],
    record: [],
    events: [],
    source: undefined,
    link: whole.callsToAction ? whole.link : undefined,
    readOnUrl: `${address}#${item.id}`,
  };
}

/** What an item is by design where the e-mail is a digest: its beginning, what it asks of its readers, and its dates. */
export function shortOf(whole: EmailItem, item: Item, address: string): EmailItem {
  return { ...teaserOf(whole, item, address), events: whole.events };
}

/** The title of an item alone, which leads to all of it. */
export function lineOf(whole: EmailItem, item: Item, address: string): EmailItem {
  return { ...whole, readOnUrl: `${address}#${item.id}`, isLine: true };
}

/** About how many bytes an item takes that a teaser would not take: what orders the items by length. */
export function bytesBeyondTeaser({ parts, opening, record, events, source }: EmailItem): number {
  const PICTURE = 400;
  const ROW = 250;
  const EVENT = 700;
  const pictures = parts.filter(({ picture }) => picture !== undefined).length + (opening === undefined ? 0 : 1);
  const markup = parts.reduce((sum, { bodyHtml }) => sum + Buffer.byteLength(bodyHtml ?? '', 'utf8'), 0);
  const rows = record.length + (source === undefined ? 0 : 1);
  return markup + pictures * PICTURE + rows * ROW + events.length * EVENT;
}
