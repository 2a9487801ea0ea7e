import {
  paletteSchema,
  type ColourName,
  type OwnColours,
  type OwnPalette,
  type Palette,
} from '../model/settings/design.js';
import { NewsletterError } from '../model/error.js';
import { createYamlReader } from './template-yaml.js';

/** WCAG 2.2, 1.4.3. */
const MIN_CONTRAST = 4.5;

const GROUNDS = ['paper', 'panel', 'mist', 'page'] as const;
const TEXT_ON_GROUND: readonly (readonly [text: ColourName, ground: ColourName])[] = [
  ...(['ink', 'muted', 'title', 'link', 'accent'] as const).flatMap((text) =>
    GROUNDS.map((ground) => [text, ground] as const),
  ),
  ['onMasthead', 'masthead'],
  ['onMastheadSoft', 'masthead'],
  ['onButton', 'button'],
  ['onFooter', 'footer'],
];

function luminance(hexadecimal: string): number {
  const channel = (from: number) => {
    const value = Number.parseInt(hexadecimal.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** Returns the contrast of two colours as WCAG defines it, from 1 to 21. */
export function contrast(left: string, right: string): number {
  const [dark = 0, light = 0] = [luminance(left), luminance(right)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const NOTHING: OwnPalette = { colours: { light: {}, dark: {} }, fonts: {} };

function refuseFaintText(palette: Palette, own: OwnColours): void {
  for (const scheme of ['light', 'dark'] as const) {
    for (const [text, ground] of TEXT_ON_GROUND) {
      const found = contrast(palette[scheme][text], palette[scheme][ground]);
      if (found >= MIN_CONTRAST) continue;
      const isOwn = own[scheme][text] !== undefined || own[scheme][ground] !== undefined;
      const [where, code] = isOwn
        ? (['newsletter.yaml, design.colours', 'configuration-invalid'] as const)
        : (['palette.yaml', 'template-invalid'] as const);
      throw new NewsletterError(code, {
        message: `${where}: "${scheme}.${text}" (${palette[scheme][text]}) on "${scheme}.${ground}" (${palette[scheme][ground]}) has a contrast of ${found.toFixed(2)}:1, too faint to be read by everybody.`,
        expected: `a contrast of at least ${String(MIN_CONTRAST)}:1`,
        help: 'Make one of the two colours darker or lighter.',
      });
    }
  }
}

const readPaletteFile = createYamlReader(paletteSchema);

/**
 * Reads `palette.yaml` from the first folder that has one, applies the newsletter's own colours and fonts, and refuses
 * colours that people cannot read.
 *
 * @param compiled the folder with what `compileValues` made, if there is one.
 * @throws NewsletterError `template-invalid`; `configuration-invalid` when one of the newsletter's own values is wrong.
 */
export function readPalette(folders: readonly string[], own: OwnPalette = NOTHING, compiled?: string): Palette {
  const shipped = readPaletteFile(folders, 'palette.yaml', compiled);
  const palette = paletteSchema.parse({
    light: { ...shipped.light, ...own.colours.light },
    dark: { ...shipped.dark, ...own.colours.dark },
    fonts: { ...shipped.fonts, ...own.fonts },
  });
  refuseFaintText(palette, own.colours);
  return palette;
}
