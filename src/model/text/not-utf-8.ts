import type { Finding, SourceLocation } from '../finding.js';

/** Makes the finding for a text file that is not UTF-8. */
export function notUtf8(place: SourceLocation, actual: string): Finding {
  return {
    ...place,
    ruleId: 'file/not-utf-8',
    severity: 'error',
    message: 'The text is not saved as UTF-8, so letters with accents would come out wrong.',
    expected: 'text saved as UTF-8',
    actual,
    help: 'Open the file in your editor, choose "Save as", and pick the encoding "UTF-8".',
  };
}
