import type { Finding, SourceLocation } from '../../model/finding.js';
import type { PictureConversion } from '../../model/issue/picture.js';

const CONVERSIONS: Record<PictureConversion, string> = {
  animation: 'it moved, and only its first picture is shown',
  'several-pages': 'it had several pages, and only the first one is shown',
  cmyk: 'it had the colours of print (CMYK), and they may look a little different on a screen',
};

/** In pixels. A narrower picture is shown smaller than the text around it, or blurred on a fine screen. */
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
    {
      ruleId: 'picture/small',
      severity: tiny ? 'error' : 'warning',
      ...place,
      message: tiny
        ? `The picture "${name}" is so small that nobody can see anything on it.`
        : `The picture "${name}" is small: it is shown smaller than the text is wide, or blurred.`,
      expected: `at least ${String(MIN_WIDTH)} pixels in width; with 1200 or more it is sharp on every screen`,
      actual: `${String(width)} × ${String(height)} pixels`,
      help: 'Use the picture as the camera or its maker has it. One that was saved from a web page or a mail is often only a small copy.',
    },
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
    {
      ruleId: 'picture/converted',
      severity: 'info',
      ...place,
      message: `The picture "${name}" was changed: ${conversions.map((one) => CONVERSIONS[one]).join('; ')}.`,
      expected: 'a picture that stands still, in the colours of screens (RGB)',
      actual: conversions.join(', '),
      help: 'Look at it in the built issue. If it is not what you meant, save the right picture as JPEG or PNG in RGB.',
    },
  ];
}
