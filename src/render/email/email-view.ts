import type { FunderBlock, Item, ItemPicture } from '../../model/issue.js';
import { fillPhrase } from '../../templating/fixed-words.js';
import { safeAddress } from '../../templating/safe-address.js';
import { itemBodyView, letterMarkup, type ItemBodyView } from '../body/item-body.js';
import type { SlotMarkers } from '../slots.js';
import { frameView, pageTitle, type FrameView } from '../view/frame-view.js';
import type { IssueContext } from '../view/issue-context.js';
import { itemFacts, type ItemFacts } from '../view/item-facts.js';
import { sectionViews, type ItemPlace, type SectionView } from '../view/section-view.js';
import { emailLook } from './email-look.js';
import { emailStyles, type EmailStyles } from './email-styles.js';
import type { MailPictures } from './mail-pictures.js';
import { pictureMark } from './picture-addresses.js';

const TEXT_COLUMN = 552;
const WHOLE_WIDTH = 600;

/** A picture in the e-mail. */
export interface EmailPicture {
  readonly address: string;
  readonly alt: string;
  readonly width: number;
  readonly words: string | undefined;
}

type EmailItem = ItemFacts & ItemBodyView<EmailPicture> & { readonly headingTag: string; readonly titleStyle: string };

/** A section of the e-mail, on the ground that suits it. */
type EmailSection = SectionView<EmailItem> & { readonly ground: string; readonly groundClass: string };

interface EmailFunder {
  readonly name: string;
  readonly text: string | undefined;
  readonly example: boolean;
  readonly url: string | undefined;
  readonly logo: EmailPicture | undefined;
}

/** All that `templates/email` shows. Fields that end with `Html` are markup already. */
export interface EmailView extends FrameView {
  readonly title: string;
  readonly palette: IssueContext['palette'];
  readonly styles: EmailStyles;
  readonly start: 'left' | 'right';
  readonly arrow: string;
  readonly browserUrl: string | undefined;
  readonly archiveUrl: string | undefined;
  readonly greetingSlot: string;
  readonly unsubscribeSlot: string;
  readonly hasLetter: boolean;
  readonly letterHtml: string;
  /** One item or none. */
  readonly leadItems: readonly EmailItem[];
  readonly sections: readonly EmailSection[];
  readonly funders: readonly EmailFunder[];
}

const GROUNDS: Partial<Record<string, 'panel' | 'mist'>> = { opinion: 'panel', action: 'mist', vacancy: 'panel' };

function pictureWords(picture: ItemPicture, { words }: IssueContext): string | undefined {
  const credit = picture.credit === undefined ? undefined : fillPhrase(words.item.credit, { credit: picture.credit });
  const parts = [picture.caption, credit].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' · ');
}

function createPictureView(context: IssueContext, pictures: MailPictures, column: number) {
  return (picture: ItemPicture): EmailPicture => {
    const rendition = pictures.get(picture.prepared) ?? picture.prepared.renditions[0];
    return {
      address: pictureMark(rendition),
      alt: picture.alt,
      width: Math.min(column, rendition.width),
      words: pictureWords(picture, context),
    };
  };
}

function funderView(funder: FunderBlock, pictures: MailPictures): EmailFunder {
  const rendition = funder.logo === undefined ? undefined : pictures.get(funder.logo);
  return {
    name: funder.name,
    text: funder.text,
    example: funder.example === true,
    url: funder.url === undefined ? undefined : safeAddress(funder.url),
    logo:
      rendition === undefined
        ? undefined
        : {
            address: pictureMark(rendition),
            alt: funder.alt ?? funder.name,
            width: Math.min(120, rendition.width),
            words: undefined,
          },
  };
}

function createItemMaker(context: IssueContext, styles: EmailStyles, pictures: MailPictures) {
  const look = emailLook(styles, context.words);
  return (item: Item, { headingLevel, underCountry }: ItemPlace, column = TEXT_COLUMN): EmailItem => ({
    ...itemFacts(item, context, underCountry),
    ...itemBodyView(item, headingLevel, {
      words: context.words,
      look,
      pictureView: createPictureView(context, pictures, column),
    }),
    headingTag: `h${String(headingLevel)}`,
    titleStyle: styles.part[item.section === 'opinion' ? 'opinionTitle' : 'itemTitle'] ?? '',
  });
}

/** Gathers all that the e-mail shows. */
export function emailView(context: IssueContext, markers: SlotMarkers, pictures: MailPictures): EmailView {
  const { issue, palette, words, configuration } = context;
  const styles = emailStyles(palette.light, context.direction);
  const makeItem = createItemMaker(context, styles, pictures);
  const frame = frameView(context);
  const { publicUrl } = configuration;
  return {
    ...frame,
    title: pageTitle(frame),
    palette,
    styles,
    start: context.direction === 'rtl' ? 'right' : 'left',
    arrow: context.direction === 'rtl' ? '←' : '→',
    browserUrl: publicUrl === undefined ? undefined : `${publicUrl}/${issue.id}/`,
    archiveUrl: publicUrl === undefined ? undefined : `${publicUrl}/`,
    greetingSlot: markers.marker('greeting', 'html-text'),
    unsubscribeSlot: markers.marker('unsubscribeUrl', 'html-attribute'),
    hasLetter: issue.letter !== undefined,
    letterHtml: issue.letter === undefined ? '' : letterMarkup(issue.letter, words, emailLook(styles, words)),
    leadItems:
      issue.lead === undefined ? [] : [makeItem(issue.lead, { headingLevel: 2, underCountry: false }, WHOLE_WIDTH)],
    sections: sectionViews(context, makeItem).map((section) => {
      const ground = GROUNDS[section.section] ?? 'paper';
      return { ...section, ground: palette.light[ground], groundClass: ground };
    }),
    funders: issue.funders.map((funder) => funderView(funder, pictures)),
  };
}
