import type { Palette } from '../../../model/settings/design.js';
import type { Direction } from '../../../model/text/language-direction.js';

/** The inline styles of the e-mail, by what they are for; the only place in which its look is written. */
export interface EmailStyles {
  /** The side at which lines begin. */
  readonly start: 'left' | 'right';
  readonly serif: string;
  readonly sans: string;
  /** Of the tags that a body can have. */
  readonly tag: Readonly<Record<string, string>>;
  /** Of the parts that templates name. */
  readonly part: Readonly<Record<string, string>>;
}

/** Scripts that are written from right to left know no slanted letters. */
function slant(start: 'left' | 'right'): string {
  return start === 'right' ? '' : ';font-style:italic';
}

function tagStyles({ light: colours, fonts }: Palette, start: 'left' | 'right'): EmailStyles['tag'] {
  const heading = (size: string) => `margin:22px 0 8px;font:bold ${size} ${fonts.serif}`;
  const cell = `padding:${start === 'left' ? '7px 10px 7px 0' : '7px 0 7px 10px'}`;
  const list = `margin:13px 0;padding:0;padding-${start}:22px`;
  return {
    a: `color:${colours.link}`,
    h3: heading('19px/26px'),
    h4: heading('18px/25px'),
    h5: heading('17px/24px'),
    h6: heading('16px/24px'),
    ul: list,
    ol: list,
    blockquote: `margin:13px 0;padding:1px 16px;border-${start}:3px solid ${colours.ochre};font-family:${fonts.serif}${slant(start)}`,
    pre: `margin:13px 0;padding:12px 14px;background:${colours.panel};white-space:pre-wrap;font-size:14px;line-height:21px`,
    code: `font-family:${fonts.mono};font-size:90%`,
    table: 'margin:13px 0;border-collapse:collapse;font-size:15px;line-height:22px',
    // Outlook draws no lines below rows: a style sheet of its own has them below cells.
    tr: `border-bottom:1px solid ${colours.line}`,
    th: cell,
    td: cell,
    hr: `margin:18px 0;border:0;border-top:1px solid ${colours.line}`,
    sup: 'font-size:75%;line-height:1',
    section: `margin:18px 0 0;padding:10px 0 0;border-top:1px solid ${colours.line};font-size:14px;line-height:21px`,
  };
}

function titleStyles({ light: colours, fonts }: Palette, start: 'left' | 'right'): EmailStyles['part'] {
  const title = (size: string) => `margin:0 0 8px;font:${size} ${fonts.serif}`;
  // Letters that are written joined would be torn apart, and need more size to be told apart.
  const spaced = start === 'right' ? '' : ';letter-spacing:1.2px';
  const size = start === 'right' ? 'font-size:15px;line-height:23px' : 'font-size:12px;line-height:18px';
  const label = `${size};text-transform:uppercase${spaced}`;
  return {
    organisation: `font-size:13px;line-height:18px;font-weight:bold;color:${colours.onMastheadSoft}${spaced}`,
    label: `margin:0;${label};color:${colours.accent}`,
    sectionHeading: `margin:0 0 -8px;padding:14px 0 0;border-top:3px solid ${colours.title};font:27px/33px ${fonts.serif};color:${colours.title}`,
    kicker: `margin:34px 0 6px;${label};font-weight:bold;color:${colours.accent}`,
    leadTitle: title('28px/34px'),
    itemTitle: title('24px/30px'),
    opinionTitle: `${title('26px/33px')}${slant(start)}`,
    originalTitle: `${title('16px/23px')}${slant(start)};color:${colours.muted}`,
    byline: `margin:0 0 12px;font-size:14px;line-height:20px;color:${colours.muted}`,
    summary: `margin:0 0 8px;font-size:17px;color:${colours.muted}`,
    leadSummary: `margin:10px 0 10px;font-size:18px;line-height:27px;color:${colours.muted}`,
  };
}

function partStyles(palette: Palette, start: 'left' | 'right'): EmailStyles['part'] {
  const { light: colours, fonts } = palette;
  return {
    ...titleStyles(palette, start),
    // Its words stand on a ground of their own where it is not shown.
    picture: `display:block;width:100%;background:${colours.mist};color:${colours.ink};font-size:14px;line-height:20px;text-align:center`,
    caption: `margin:0;font-size:13px;line-height:19px;color:${colours.muted}`,
    notes: `margin:0 0 6px;font-size:14px;line-height:21px;color:${colours.muted}`,
    deadline: `margin:0 0 8px;font-size:15px;line-height:22px;font-weight:bold;color:${colours.accent}`,
    sample: `margin:0;font-size:13px;line-height:19px${slant(start)};color:${colours.muted}`,
    readOn: `font-weight:bold;color:${colours.link}`,
    link: `color:${colours.link}`,
    greeting: `margin:0 0 14px;font:22px/30px ${fonts.serif}`,
    letter: `font:18px/29px ${fonts.serif}`,
    contentsHeading: `margin:0;font:22px/28px ${fonts.serif};color:${colours.title}`,
    contentsPart: `margin:16px 0 4px;font-size:${start === 'right' ? '15px;line-height:23px' : '13px;line-height:19px'};font-weight:bold;color:${colours.accent}`,
    contentsLink: `color:${colours.link}`,
    dateBlock: `width:76px;padding:8px 4px 9px;border-top:4px solid ${colours.accent};background:${colours.mist};color:${colours.ink};font-size:12px;line-height:17px;text-align:center`,
    dateDay: `font:30px/34px ${fonts.serif}`,
    eventWords: `padding:${start === 'left' ? '0 0 26px 18px' : '0 18px 26px 0;text-align:right'};font-size:15px;line-height:23px`,
    eventTitle: `font:bold 18px/25px ${fonts.serif}`,
    record: 'margin:13px 0;border-collapse:collapse;font-size:15px;line-height:22px',
    recordLabel: `padding:6px 0;font-weight:normal;color:${colours.muted};text-align:${start}`,
    recordValue: 'padding:6px 0',
    example: `margin:0 0 6px;font-size:13px;line-height:19px;font-weight:bold;color:${colours.accent}`,
    funder: `margin:0 0 6px;font:17px/24px ${fonts.serif}`,
    back: `margin:26px 0 0;font-size:13px;line-height:24px;color:${colours.muted}`,
    // On a ground of its own colour, where KMail gives a link the desktop's colour and leaves a span inside alone.
    footerWords: `color:${colours.onFooter};text-decoration:underline`,
    footerLink: `color:${colours.onFooter}`,
    unsubscribe: `font-size:18px;line-height:26px;font-weight:bold;color:${colours.onFooter}`,
    footerHeading: `margin:0 0 8px;font-size:14px;line-height:22px;color:${colours.onFooter}`,
    platform: `margin:0 0 18px;font:21px/29px ${fonts.serif}`,
    footerText: `margin:0 0 12px;font-size:14px;line-height:22px`,
  };
}

/** The inline styles for the colours of light screens; dark ones are added by a style sheet. */
export function emailStyles(palette: Palette, direction: Direction): EmailStyles {
  const start = direction === 'rtl' ? 'right' : 'left';
  const { serif, sans } = palette.fonts;
  return { start, serif, sans, tag: tagStyles(palette, start), part: partStyles(palette, start) };
}
