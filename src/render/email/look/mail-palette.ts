import type { ColourName, ColourScheme, Palette } from '../../../model/settings/design.js';

/**
 * Thunderbird 153 shows mails in the dark through DarkReader, which takes away a text colour of at most this luminance
 * where no ground is declared beside it, and every ground above it.
 */
const MAX_GROUND_LUMINANCE = 200;
/** DarkReader leaves a text colour and a ground alone that are declared together and differ at least by this factor. */
const MIN_QUOTIENT = 3.5;
const MAX_CHANNEL = 255;

const DARK_TEXTS = [
  'ink',
  'muted',
  'title',
  'link',
  'accent',
  'onMasthead',
  'onMastheadSoft',
  'onFooter',
] as const satisfies readonly ColourName[];

function channelsOf(colour: string): readonly number[] {
  return [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16));
}

/** A colour whose luminance DarkReader counts: from 0 to 255, without gamma. */
export function darkReaderLuminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour);
  return 0.2125 * red + 0.7154 * green + 0.0721 * blue;
}

/** The quotient by which DarkReader tells whether a text can be read on its ground. */
export function darkReaderQuotient(text: string, ground: string): number {
  const [dark = 0, light = 0] = [text, ground].map(darkReaderLuminance).sort((a, b) => a - b);
  return light / Math.max(dark, 1);
}

/** The colour, mixed with `share` of white or black. */
function mix(colour: string, towards: 'white' | 'black', share: number): string {
  const target = towards === 'white' ? MAX_CHANNEL : 0;
  const hexadecimal = channelsOf(colour).map((channel) =>
    Math.round(channel + (target - channel) * share)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${hexadecimal.join('')}`;
}

/** Returns the nearest mix of a colour that passes a test. */
function nearest(colour: string, towards: 'white' | 'black', isGood: (mixed: string) => boolean): string {
  for (let percent = 0; percent < 100; percent += 1) {
    const mixed = mix(colour, towards, percent / 100);
    if (isGood(mixed)) return mixed;
  }
  return mix(colour, towards, 1);
}

/** Text and ground of a button: the ground goes down to what DarkReader leaves, and darker below light words. */
function buttonOf({ button, onButton }: ColourScheme): Pick<ColourScheme, 'button' | 'onButton'> {
  const ground = nearest(button, 'black', (mixed) => darkReaderLuminance(mixed) <= MAX_GROUND_LUMINANCE);
  const isReadable = (text: string, under: string) => darkReaderQuotient(text, under) >= MIN_QUOTIENT;
  if (darkReaderLuminance(onButton) < darkReaderLuminance(ground)) {
    return { button: ground, onButton: nearest(onButton, 'black', (mixed) => isReadable(mixed, ground)) };
  }
  return { button: nearest(ground, 'black', (mixed) => isReadable(onButton, mixed)), onButton };
}

/**
 * The palette as the e-mail shows it. The shipped palette stays as it is; a colour of a newsletter's own that
 * Thunderbird would take away in the dark becomes as much lighter or darker as it has to.
 */
export function mailPalette(palette: Palette): Palette {
  const texts = DARK_TEXTS.map((name): readonly [ColourName, string] => [
    name,
    nearest(palette.dark[name], 'white', (mixed) => darkReaderLuminance(mixed) > MAX_GROUND_LUMINANCE),
  ]);
  return {
    ...palette,
    light: { ...palette.light, ...buttonOf(palette.light) },
    dark: { ...palette.dark, ...Object.fromEntries(texts), ...buttonOf(palette.dark) },
  };
}
