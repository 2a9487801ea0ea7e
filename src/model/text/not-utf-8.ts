import type { Finding, SourceLocation } from '../finding.js';
import { createFinding, defineRule } from '../rule.js';

/** A text is saved as UTF-8. */
export const savedAsUtf8 = defineRule({
  id: 'file/not-utf-8',
  severity: 'error',
  why: 'Text that is not saved as UTF-8 comes out with wrong letters, in names above all.',
  wrong: 'A file saved as "ANSI" or "Windows-1252" or "Unicode (UTF-16)".',
  right: 'The same file, saved as "UTF-8".',
});

/** Makes the finding for a text file that is not UTF-8. */
export function notUtf8(place: SourceLocation, actual: string): Finding {
  return {
    ...place,
    ...createFinding(savedAsUtf8, {
      message: 'The text is not saved as UTF-8, so letters with accents would come out wrong.',
      expected: 'text saved as UTF-8',
      actual,
      help: 'Open the file in your editor, choose "Save as", and pick the encoding "UTF-8".',
    }),
  };
}
