import type { FunderBlock, ItemPicture } from '../../../model/issue/issue.js';
import type { PreparedPicture } from '../../../model/issue/pictures/picture.js';
import { fillPhrase } from '../../../templating/words/fixed-words.js';
import type { IssueContext } from '../../view/issue-context.js';
import { pictureMark } from './picture-addresses.js';

/** Pixels: how wide a logo is shown at most. */
const LOGO_WIDTH = 120;
const MASTHEAD_LOGO_WIDTH = 180;

/** A picture in the e-mail. Which of its renditions goes by mail is decided later, so its width is that of the widest. */
export interface EmailPicture {
  readonly address: string;
  readonly alt: string;
  readonly width: number;
  readonly caption: string | undefined;
  /** In the language of the issue. */
  readonly credit: string | undefined;
  /** What stands between caption and credit. */
  readonly creditJoint: string;
  readonly hasWords: boolean;
}

/** A caption that ends as a sentence needs no sign behind it. */
function jointBehind(caption: string | undefined): string {
  return /[\p{Sentence_Terminal}…][)\]"'”’»]*$/u.test(caption?.trim() ?? '') ? ' ' : ' · ';
}

function shownPicture(
  prepared: PreparedPicture,
  column: number,
  alt: string,
  { caption, credit }: { readonly caption?: string | undefined; readonly credit?: string | undefined } = {},
): EmailPicture {
  const widest = Math.max(...prepared.renditions.map(({ width }) => width));
  const hasWords = caption !== undefined || credit !== undefined;
  return {
    address: pictureMark(prepared),
    alt,
    width: Math.min(column, widest),
    caption,
    credit,
    creditJoint: jointBehind(caption),
    hasWords,
  };
}

/** A picture of an item in a column, whose width is given in pixels. */
export function emailPicture(picture: ItemPicture, column: number, { words }: IssueContext): EmailPicture {
  const { prepared, alt, caption } = picture;
  const credit = picture.credit === undefined ? undefined : fillPhrase(words.item.credit, { credit: picture.credit });
  return shownPicture(prepared, column, alt, { caption, credit });
}

/** A funder's logo. */
export function funderLogo({ logo, alt, name }: FunderBlock): EmailPicture | undefined {
  return logo === undefined ? undefined : shownPicture(logo, LOGO_WIDTH, alt ?? name);
}

/** The newsletter's own logo. */
export function mastheadLogo({ issue, configuration }: IssueContext): EmailPicture | undefined {
  const alt = configuration.design.logoAlt ?? configuration.organisation;
  return issue.logo === undefined ? undefined : shownPicture(issue.logo, MASTHEAD_LOGO_WIDTH, alt);
}
