import type { Finding, Place } from '../../model/finding.js';
import type { PictureConversion } from '../../model/issue/picture.js';

const CONVERSIONS: Record<PictureConversion, string> = {
  animation: 'it moved, and only its first picture is shown',
  'several-pages': 'it had several pages, and only the first one is shown',
  cmyk: 'it had the colours of print (CMYK), and they may look a little different on a screen',
};

/** Says what of a picture could not stay as it was; nothing for most of them. */
export function conversionFinding(
  place: Place,
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
