import { z } from 'zod';
import { NewsletterError } from '../model/error.js';
import { readCheckedYaml } from './template-yaml.js';

const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, 'a colour of six hexadecimal digits, such as "#0f4c5c"')
  .transform((value) => value.toLowerCase());

const COLOUR_NAMES = [
  'page',
  'paper',
  'panel',
  'mist',
  'line',
  'ink',
  'muted',
  'title',
  'link',
  'accent',
  'ochre',
  'masthead',
  'onMasthead',
  'onMastheadSoft',
  'button',
  'onButton',
  'footer',
  'onFooter',
] as const;

type ColourName = (typeof COLOUR_NAMES)[number];

const schemeSchema = z.record(z.enum(COLOUR_NAMES), colour);
const paletteSchema = z.strictObject({ light: schemeSchema, dark: schemeSchema });

/** The colours for one kind of screen. */
export type ColourScheme = Readonly<Record<ColourName, string>>;

/** Every colour of the editions, for light and dark screens. */
export interface Palette {
  readonly light: ColourScheme;
  readonly dark: ColourScheme;
}

/** WCAG 2.2, 1.4.3. */
const LEAST_CONTRAST = 4.5;

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

/** The contrast of two colours as WCAG counts it, from 1 to 21. */
export function contrast(left: string, right: string): number {
  const [dark = 0, light = 0] = [luminance(left), luminance(right)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function refuseFaintText(palette: Palette): void {
  for (const scheme of ['light', 'dark'] as const) {
    for (const [text, ground] of TEXT_ON_GROUND) {
      const found = contrast(palette[scheme][text], palette[scheme][ground]);
      if (found >= LEAST_CONTRAST) continue;
      throw new NewsletterError('template-invalid', {
        message: `palette.yaml: "${scheme}.${text}" on "${scheme}.${ground}" has a contrast of ${found.toFixed(2)}:1, too faint to be read by everybody.`,
        expected: `a contrast of at least ${String(LEAST_CONTRAST)}:1`,
        help: 'Make one of the two colours darker or lighter.',
      });
    }
  }
}

/** Reads `palette.yaml` from the first folder that has one, and refuses colours that cannot be read. */
export function readPalette(folders: readonly string[]): Palette {
  const palette = readCheckedYaml(folders, 'palette.yaml', paletteSchema);
  refuseFaintText(palette);
  return palette;
}
