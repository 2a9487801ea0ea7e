import type { Finding, SourceLocation } from '../../../model/finding.js';
import type { PictureConversion } from '../../../model/issue/pictures/picture.js';
import { createFinding, defineRule } from '../../../model/rule.js';
import { CONFIGURATION_FILE } from '../../../workspace/locate.js';

/** A picture is whole. */
export const unreadablePicture = defineRule({
  id: 'picture/unreadable',
  severity: 'error',
  mayBeAllowed: false,
  why: 'A damaged picture would leave a hole in the issue; one of too many pixels could stop the build.',
  wrong: 'A photo whose upload was cut off.',
  right: 'The photo, saved again as JPEG.',
});

/** A logo is a picture inside the workspace. */
export const logoFile = defineRule({
  id: 'issue/logo',
  severity: 'error',
  why: "A funder's logo must be a picture inside the issue's folder, so that it is made safe like all others.",
  wrong: 'logo: https://www.example.org/logo.svg',
  right: 'logo: funders/eu-emblem.png',
});

/** A picture is wide enough to be seen. */
export const smallPicture = defineRule({
  id: 'picture/small',
  severity: ['warning', 'error'],
  why: 'A picture fills the width of the text, 552 pixels in the mail. One with fewer pixels is shown small or blurred; one of less than 100 shows nothing.',
  wrong: 'A preview of 180 × 120 pixels that was saved from a web page.',
  right: 'The photo itself, 1200 pixels wide or more.',
});

/** What of a picture could not stay as it was. */
export const convertedPicture = defineRule({
  id: 'picture/converted',
  severity: 'info',
  why: 'A mail shows pictures that stand still, in the colours of screens. What was something else is changed, and somebody should look at it.',
  wrong: 'An animated GIF, or a photo in CMYK from a print shop.',
  right: 'A JPEG or PNG in RGB.',
});

const CONVERSIONS: Record<PictureConversion, string> = {
  animation: 'it moved, and only its first picture is shown',
  'several-pages': 'it had several pages, and only the first one is shown',
  cmyk: 'it had the colours of print (CMYK), and they may look a little different on a screen',
};

/** What is found while pictures are made safe. */
export const PICTURE_RULES = [unreadablePicture, logoFile, smallPicture, convertedPicture] as const;

/** Pixels. A narrower picture is shown smaller than the text around it, or blurred on a fine screen. */
const MIN_WIDTH = 600;
/** In pixels. Nobody can see anything on a narrower one: it is an icon or a thumbnail. */
const MIN_VISIBLE_WIDTH = 100;

/** Reports a picture with too few pixels; most have enough. */
export function smallPictureFinding(
  place: SourceLocation,
  name: string,
  { width, height }: { readonly width: number; readonly height: number },
): readonly Finding[] {
  if (width >= MIN_WIDTH) return [];
  const tiny = width < MIN_VISIBLE_WIDTH;
  return [
    createFinding(smallPicture, {
      severity: tiny ? 'error' : 'warning',
      ...place,
      message: tiny
        ? `The picture "${name}" is so small that nobody can see anything on it.`
        : `The picture "${name}" is small: it is shown smaller than the text is wide, or blurred.`,
      expected: `at least ${String(MIN_WIDTH)} pixels in width; with 1200 or more it is sharp on every screen`,
      actual: `${String(width)} × ${String(height)} pixels`,
      help: 'Use the picture as the camera or its maker has it. One that was saved from a web page or a mail is often only a small copy.',
    }),
  ];
}

/** Reports what had to change in a picture; most need no change. */
export function conversionFinding(
  place: SourceLocation,
  name: string,
  conversions: readonly PictureConversion[],
): readonly Finding[] {
  if (conversions.length === 0) return [];
  return [
    createFinding(convertedPicture, {
      ...place,
      message: `The picture "${name}" was changed: ${conversions.map((one) => CONVERSIONS[one]).join('; ')}.`,
      expected: 'a picture that stands still, in the colours of screens (RGB)',
      actual: conversions.join(', '),
      help: 'Look at it in the built issue. If it is not what you meant, save the right picture as JPEG or PNG in RGB.',
    }),
  ];
}

/** Says that a picture cannot be read. */
export function unreadableFinding(
  file: string,
  place: { line: number; column: number },
  name: string,
  reason: string,
): Finding {
  return createFinding(unreadablePicture, {
    file,
    line: place.line,
    column: place.column,
    message: `The picture "${name}" is damaged or too large to be read.`,
    expected: 'a whole picture of at most 60 million pixels',
    actual: reason.split('\n')[0] ?? reason,
    help: 'Open it in a picture program and save it again as JPEG.',
  });
}

/** Says that a funder's logo cannot be used. */
export function logoFinding(file: string, place: { line: number; column: number } | undefined, logo: string): Finding {
  return createFinding(logoFile, {
    file,
    ...(place ?? { line: 1, column: 1 }),
    message: `The logo "${logo}" cannot be used.`,
    expected: "a JPEG or PNG picture inside the issue's folder, such as funders/eu-emblem.png",
    actual: 'no such picture',
    help: 'Save the logo there, or correct its name.',
  });
}

/** Says that the newsletter's own logo cannot be used. */
export function ownLogoFinding(logo: string): Finding {
  return createFinding(logoFile, {
    file: CONFIGURATION_FILE,
    line: 1,
    column: 1,
    message: `The logo "${logo}" that "design.logo" names cannot be used.`,
    expected: 'a JPEG or PNG picture inside the workspace, such as pictures/logo.png',
    actual: 'no such picture',
    help: 'Save the logo there, or correct its name.',
  });
}
