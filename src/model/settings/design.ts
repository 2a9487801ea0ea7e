import * as z from 'zod';
import { fileName, oneLine, wholeNumber } from '../text/written-values.js';

/** A colour as it is written. */
const colour = z
  .string()
  .trim()
  .regex(/^#[0-9a-f]{6}$/i, 'a colour of six hexadecimal digits in quotation marks, such as "#0f4c5c"')
  .transform((value) => value.toLowerCase());

/** Every colour for one kind of screen, by what it is for; `templates/palette.yaml` says what each one is. */
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

/** The colours for one kind of screen: six hexadecimal digits in lower case, behind a `#`. */
export type ColourScheme = Readonly<z.infer<typeof schemeSchema>>;
export type ColourName = keyof ColourScheme;

const ownScheme = schemeSchema.partial();

/** Colours that count instead of those of the palette. */
export interface OwnColours {
  readonly light: Readonly<z.infer<typeof ownScheme>>;
  readonly dark: Readonly<z.infer<typeof ownScheme>>;
}

/** Fonts stand in hundreds of attributes: no signs that would end one, and no address from which to load. */
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

/** Every colour of the editions, for light and dark screens, and their fonts, of which none is ever loaded. */
export interface Palette {
  readonly light: ColourScheme;
  readonly dark: ColourScheme;
  readonly fonts: Readonly<z.infer<typeof fontsSchema>>;
}

/** What of a palette a newsletter has its own of. */
export type OwnPalette = Pick<Design, 'colours' | 'fonts'>;

/**
 * How much of an item the e-mail shows: all of it (`full`), its beginning with a link to the web edition (`short`), or
 * what suits the issue (`auto`).
 */
export const ITEM_LENGTHS = ['full', 'short', 'auto'] as const;
export type ItemLength = (typeof ITEM_LENGTHS)[number];

/** `newsletter.yaml → design`: what a newsletter's own look differs in. */
export const designSchema = z.strictObject({
  /** Over `templates/palette.yaml`, colour by colour. */
  colours: z.strictObject({ light: ownScheme.optional(), dark: ownScheme.optional() }).optional(),
  /** A picture of the workspace, by its path. */
  logo: fileName.optional(),
  /** What the logo says, for whom it is not shown. */
  logoAlt: oneLine.optional(),
  fonts: ownFonts.optional(),
  /** How much of each item the e-mail shows. */
  items: z.enum(ITEM_LENGTHS).optional(),
});

/** How pictures reach the reader of a mail: inside the message, or from the newsletter's own address. */
export const PICTURE_DELIVERIES = ['embedded', 'hosted'] as const;
export type PictureDelivery = (typeof PICTURE_DELIVERIES)[number];

/** The newsletter's own look, with what it does not name left out. */
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
  /** KB that the pictures of one mail may weigh together. */
  hostedBudget: kilobytes.optional(),
  embeddedBudget: kilobytes.optional(),
});

/** How pictures go by mail. */
export interface MailPictureSettings {
  readonly inMail: PictureDelivery;
  /** What the pictures of one mail may weigh together, in bytes, as they are delivered. */
  readonly budgetBytes: number;
}
