import type { FunderBlock, Item } from '../../model/issue/issue.js';
import { SECTION_TRAITS } from '../../model/issue/section.js';
import { safeAddress } from '../../templating/helpers/safe-address.js';
import { letterMarkup } from '../body/item-body.js';
import type { SlotMarkers } from '../slots.js';
import { frameView, pageTitle, type FrameView } from '../view/frame-view.js';
import { issueAddress, type IssueContext } from '../view/issue-context.js';
import { sectionViews, type SectionView } from '../view/section-view.js';
import {
  bytesBeyondTeaser,
  createItemMaker,
  lineOf,
  onePictureOf,
  shortOf,
  teaserOf,
  WHOLE_WIDTH,
  type EmailItem,
} from './email-items.js';
import { emailElementStyle } from './look/email-look.js';
import { funderLogo, mastheadLogo, type EmailPicture } from './pictures/email-pictures.js';
import { emailStyles, type EmailStyles } from './look/email-styles.js';
import type { MailExtent } from './shorten.js';

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
  /** Then texts that may be in another script have a direction of their own. */
  readonly rightToLeft: boolean;
  readonly arrow: string;
  /** Behind the preheader, so that no program shows the beginning of the issue there. */
  readonly preheaderPadding: string;
  readonly logo: EmailPicture | undefined;
  readonly browserUrl: string | undefined;
  readonly archiveUrl: string | undefined;
  readonly subscribeUrl: string | undefined;
  /** Absent where the letter greets by itself. */
  readonly greetingSlot: string | undefined;
  readonly unsubscribeSlot: string;
  /** Absent where nothing of the newsletter is public. */
  readonly preferencesSlot: string | undefined;
  readonly hasLetter: boolean;
  readonly letterHtml: string;
  /** One item or none. */
  readonly leadItems: readonly EmailItem[];
  readonly sections: readonly EmailSection[];
  readonly funders: readonly EmailFunder[];
}

/** The e-mail's view in every extent, of which each part is made only once. */
export interface EmailViews {
  /** About how much each item takes that a teaser would not take, by its id. */
  readonly bytesBeyondTeaser: ReadonlyMap<string, number>;
  view(extent: MailExtent): EmailView;
}

/** Below the section's heading: the line above an item names its country. */
const ITEM_PLACE = { headingLevel: 3, underCountry: false } as const;

/** How an item becomes shorter. */
const SHORTENED = { 'one-picture': onePictureOf, short: shortOf, teaser: teaserOf, line: lineOf } as const;

/** Characters that a list of mails shows of an e-mail, at most. */
const MAX_PREVIEW_CHARACTERS = 150;

/** A joiner of no width and a blank, of which no program makes one. */
function preheaderPadding({ preheader, headlines }: FrameView): string {
  return '\u034f '.repeat(Math.max(0, MAX_PREVIEW_CHARACTERS - preheader.length - headlines.length));
}

function funderView(funder: FunderBlock): EmailFunder {
  return {
    name: funder.name,
    text: funder.text,
    example: funder.example === true,
    url: funder.url === undefined ? undefined : safeAddress(funder.url),
    logo: funderLogo(funder),
  };
}

function frameOf(context: IssueContext, styles: EmailStyles, markers: SlotMarkers) {
  const { issue, palette, words, configuration } = context;
  const frame = frameView(context);
  const { publicUrl } = configuration;
  return {
    ...frame,
    title: pageTitle(context),
    palette,
    styles,
    start: context.direction === 'rtl' ? 'right' : 'left',
    rightToLeft: context.direction === 'rtl',
    arrow: context.direction === 'rtl' ? '←' : '→',
    preheaderPadding: preheaderPadding(frame),
    logo: mastheadLogo(context),
    browserUrl: issueAddress(context),
    archiveUrl: publicUrl === undefined ? undefined : `${publicUrl}/`,
    subscribeUrl: publicUrl === undefined ? undefined : `${publicUrl}/subscribe`,
    greetingSlot: issue.letterGreets === true ? undefined : markers.marker('greeting', 'html-text'),
    unsubscribeSlot: markers.marker('unsubscribeUrl', 'html-attribute'),
    preferencesSlot: publicUrl === undefined ? undefined : markers.marker('preferencesUrl', 'html-attribute'),
    hasLetter: issue.letter !== undefined,
    letterHtml: issue.letter === undefined ? '' : letterMarkup(issue.letter, words, emailElementStyle(styles, words)),
    funders: issue.funders.map(funderView),
  } as const;
}

function withGround(section: SectionView<EmailItem>, { palette }: IssueContext): EmailSection {
  const { ground } = SECTION_TRAITS[section.section];
  return { ...section, ground: palette.light[ground], groundClass: ground };
}

/** Gathers all that the e-mail shows. */
export function emailViews(context: IssueContext, markers: SlotMarkers): EmailViews {
  const { issue, palette, direction } = context;
  const styles = emailStyles(palette, direction);
  const frame = frameOf(context, styles, markers);
  const makeItem = createItemMaker(context, styles);
  const lead = issue.lead && makeItem(issue.lead, { headingLevel: 2, underCountry: false }, WHOLE_WIDTH);
  const sections = sectionViews(context, (item) => ({ item, view: makeItem(item, ITEM_PLACE) }));
  const itemsOfSections = sections.flatMap(({ groups }) =>
    groups.flatMap(({ items }) => items.map(({ view }) => view)),
  );
  const address = issueAddress(context);
  const shaped = (item: Item, whole: EmailItem, { shapes }: MailExtent): EmailItem => {
    const shape = shapes.get(item.id) ?? 'whole';
    if (shape === 'whole' || address === undefined) return whole;
    return SHORTENED[shape](whole, item, address);
  };
  return {
    bytesBeyondTeaser: new Map(
      [...(lead === undefined ? [] : [lead]), ...itemsOfSections].map((view) => [view.id, bytesBeyondTeaser(view)]),
    ),
    view: (extent) => ({
      ...frame,
      contents: extent.shortContents ? frame.contents.map((part) => ({ ...part, entries: [] })) : frame.contents,
      leadItems: issue.lead === undefined || lead === undefined ? [] : [shaped(issue.lead, lead, extent)],
      sections: sections.map((section) =>
        withGround(
          {
            ...section,
            groups: section.groups.map(({ country, items }) => ({
              country,
              items: items.map(({ item, view }) => shaped(item, view, extent)),
            })),
          },
          context,
        ),
      ),
    }),
  };
}
