import * as z from 'zod';
import { fileName, oneLine, wholeNumber } from '../text/written-values.js';

/** A colour as people write it. */
const colour = z
  .string()
  .trim()
  .regex(/^#[0-9a-f]{6}$/i, 'a colour of six hexadecimal digits in quotation marks, such as "#0f4c5c"')
  .transform((value) => value.toLowerCase());

/** Every colour for one kind of screen, by its purpose; `templates/palette.yaml` explains each one. */
const schemeSchema = z.strictObject({
  page: colour,
  paper: colour,
  panel: colour,
  mist: colour,
  line: colour,
  ink: colour,
  muted: colour,
  title: colour,
  link: colour,
  accent: colour,
  ochre: colour,
  masthead: colour,
  onMasthead: colour,
  onMastheadSoft: colour,
  button: colour,
  onButton: colour,
  footer: colour,
  onFooter: colour,
});

/** The colours for one kind of screen: six hexadecimal digits in lower case after a `#`. */
export type ColourScheme = Readonly<z.infer<typeof schemeSchema>>;
export type ColourName = keyof ColourScheme;

const ownScheme = schemeSchema.partial();

/** Colours that replace those of the palette. */
export interface OwnColours {
  readonly light: Readonly<z.infer<typeof ownScheme>>;
  readonly dark: Readonly<z.infer<typeof ownScheme>>;
}

/**
 * Fonts are written into hundreds of attributes, so they may hold no signs that would end one, and no address to load
 * from.
 */
const fontList = z
  .string()
  .trim()
  .max(200, 'at most 200 characters')
  .regex(
    /^-?\p{L}[\p{L}\p{N}-]*( \p{L}[\p{L}\p{N}-]*)*(\s*,\s*-?\p{L}[\p{L}\p{N}-]*( \p{L}[\p{L}\p{N}-]*)*)*$/u,
    'names of fonts with commas between them and no quotation marks, such as Georgia, Noto Serif, serif',
  )
  .transform((value) => value.replace(/\s*,\s*/g, ','));

const fontsSchema = z.strictObject({ serif: fontList, sans: fontList, mono: fontList });
const ownFonts = fontsSchema.partial();

/** The schema of `templates/palette.yaml`. */
export const paletteSchema = z.strictObject({ light: schemeSchema, dark: schemeSchema, fonts: fontsSchema });

/** Every colour of the editions, for light and dark screens, and their fonts, none of which is ever loaded. */
export interface Palette {
  readonly light: ColourScheme;
  readonly dark: ColourScheme;
  readonly fonts: Readonly<z.infer<typeof fontsSchema>>;
}

/** The parts of a palette that a newsletter can replace. */
export type OwnPalette = Pick<Design, 'colours' | 'fonts'>;

/**
 * How much of an item the e-mail shows: all of it (`full`), its beginning with a link to the web edition (`short`), or
 * what suits the issue (`auto`).
 */
export const ITEM_LENGTHS = ['full', 'short', 'auto'] as const;
export type ItemLength = (typeof ITEM_LENGTHS)[number];

/** `newsletter.yaml → design`: what a newsletter's own look differs in. */
export const designSchema = z.strictObject({
  /** Replaces `templates/palette.yaml` colour by colour. */
  colours: z.strictObject({ light: ownScheme.optional(), dark: ownScheme.optional() }).optional(),
  /** A picture of the workspace, by its path. */
  logo: fileName.optional(),
  /** The logo's text for people who do not see it. */
  logoAlt: oneLine.optional(),
  fonts: ownFonts.optional(),
  /** How much of each item the e-mail shows. */
  items: z.enum(ITEM_LENGTHS).optional(),
});

/** How pictures reach the reader of a mail: inside the message, or from the newsletter's own address. */
export const PICTURE_DELIVERIES = ['embedded', 'hosted'] as const;
export type PictureDelivery = (typeof PICTURE_DELIVERIES)[number];

/** The newsletter's own design, without what it does not name. */
export interface Design {
  readonly colours: OwnColours;
  /** Relative to the workspace, as it was written. */
  readonly logo: string | undefined;
  readonly logoAlt: string | undefined;
  readonly fonts: Readonly<z.infer<typeof ownFonts>>;
  readonly items: ItemLength;
}

const kilobytes = wholeNumber(10, 20_000);

/** `newsletter.yaml → pictures`. */
export const picturesSchema = z.strictObject({
  inMail: z.enum(PICTURE_DELIVERIES).optional(),
  /** The limit for the pictures of one mail together, in KB. */
  hostedBudget: kilobytes.optional(),
  embeddedBudget: kilobytes.optional(),
});

/** How pictures are mailed. */
export interface MailPictureSettings {
  readonly inMail: PictureDelivery;
  /** The limit for the pictures of one mail together, in bytes, as they are delivered. */
  readonly budgetBytes: number;
}
