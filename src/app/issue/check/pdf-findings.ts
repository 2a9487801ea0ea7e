import { BOUNDS } from '../../../assets/pdf/measure/bounds.js';
import type { DocumentRefusal, DocumentRemoval, DocumentText } from '../../../model/issue/pictures/attached-pdf.js';
import { limitWords } from '../../../model/text/amounts/size-words.js';
import type { Finding, SourceLocation } from '../../../model/finding.js';
import { createFinding, defineRule } from '../../../model/rule.js';

/** An attached file can do nothing to its readers. */
export const unsafeAttachment = defineRule({
  id: 'file/attachment-unsafe',
  severity: 'error',
  why: 'A PDF can run programs, carry other files and send what is written into it. Readers trust what we publish.',
  wrong: 'A PDF with JavaScript, with the Word document inside, or with a password.',
  right: 'The document, exported once more as a plain PDF.',
});

/** What was taken out of an attached file. */
export const cleanedAttachment = defineRule({
  id: 'file/attachment-cleaned',
  severity: 'info',
  why: 'Comments, their authors and links into an own network do not belong into a publication; they are taken out.',
  wrong: 'A PDF with yellow notes from the last meeting.',
  right: 'A PDF without them.',
});

/** The words of an attached file can be read. */
export const unreadAttachment = defineRule({
  id: 'file/attachment-unread',
  severity: 'warning',
  why: 'The words of an attached file are looked through for names, numbers and addresses; in a scanned page nobody finds any.',
  wrong: 'A scanned letter.',
  right: 'A PDF whose text can be searched, or a scan that somebody has read through.',
});

/** What is found while attached files are made safe. */
export const PDF_RULES = [unsafeAttachment, cleanedAttachment, unreadAttachment] as const;

const EXPORT_AGAIN =
  'Open the document in the program in which it was written, and export it as PDF once more; or print it, and choose "Save as PDF" as the printer.';

const PRINT_ANEW =
  'Open the PDF, print it, and choose "Save as PDF" as the printer: attach the new PDF. If the new one is refused too, ask the person who made the document for another copy.';

const REFUSALS: Record<DocumentRefusal, { readonly actual: string; readonly help: string }> = {
  scripts: { actual: 'a program (JavaScript)', help: EXPORT_AGAIN },
  programs: { actual: 'an order to start another program', help: EXPORT_AGAIN },
  media: { actual: 'a film, a sound or another thing that plays', help: EXPORT_AGAIN },
  'embedded-files': {
    actual: 'another file inside',
    help: `Other files travel along with it, perhaps the document from which it was made. ${EXPORT_AGAIN}`,
  },
  'submitting-form': {
    actual: 'a form that sends what is written into it',
    help: `If readers are to fill it in, put it on your web site and name the page under "link:". Otherwise: ${EXPORT_AGAIN}`,
  },
  encrypted: {
    actual: 'a PDF with a password or locks',
    help: `Nobody can look into it. ${EXPORT_AGAIN}`,
  },
  signed: {
    actual: 'an electronic signature',
    help: `A signature names a person, and would break. Print the PDF, and choose "Save as PDF" as the printer; or put it on your web site and name it under "link:".`,
  },
  metadata: {
    actual: 'details of its making that cannot be taken out',
    help: `${EXPORT_AGAIN} In Acrobat: "Redact", "Sanitize document".`,
  },
  damaged: { actual: 'a PDF that is damaged', help: EXPORT_AGAIN },
  'too-much': {
    actual: 'a PDF that takes too long or too much memory to be read',
    help: `Run the command once more when the computer has less to do. If that does not help: ${EXPORT_AGAIN}`,
  },
  'too-swollen': {
    actual: `a PDF in which little is packed that unpacks to very much: more than ${limitWords(BOUNDS.streamBytes)} for one part (${limitWords(BOUNDS.pictureBytes)} for a picture), or ${limitWords(BOUNDS.documentBytes)} for all (${limitWords(BOUNDS.allPicturesBytes)} for all pictures)`,
    help: `It could bring the computers of readers to a standstill. ${PRINT_ANEW}`,
  },
  'too-large-picture': {
    actual: `a picture of more than ${String(BOUNDS.picturePixels / 1_000_000)} million pixels`,
    help: `No screen shows that much. Make the pictures smaller in the program in which the document was written ("Compress pictures"; 220 dpi are enough), and export it once more. If none is that large: ${PRINT_ANEW}`,
  },
  'too-often-drawn': {
    actual: 'pages that draw the same things so often that they take minutes to be shown',
    help: `It could bring the computers of readers to a standstill. ${PRINT_ANEW}`,
  },
  'too-large-font': {
    actual: 'a font with tables for more signs than there are',
    help: `It could bring the computers of readers to a standstill. ${PRINT_ANEW}`,
  },
  'too-many-parts': {
    actual: 'a PDF with far too many parts, which takes minutes to open',
    help: `It could bring the computers of readers to a standstill. ${PRINT_ANEW}`,
  },
};

/** Says why an attached file cannot be published. */
export function refusalFinding(place: SourceLocation, name: string, reason: DocumentRefusal): Finding {
  return createFinding(unsafeAttachment, {
    ...place,
    message: `The attached file "${name}" cannot be made safe to publish.`,
    expected: 'a plain PDF: no programs, no files inside, no password, no form that sends anything',
    ...REFUSALS[reason],
  });
}

const REMOVALS: Record<DocumentRemoval, string> = {
  comments: 'comments and marks that somebody laid over its pages',
  links: 'links that lead to no public address',
};

function cleanedFinding(place: SourceLocation, name: string, removals: readonly DocumentRemoval[]): Finding {
  return createFinding(cleanedAttachment, {
    ...place,
    message: `Something was taken out of the attached file "${name}": ${removals.map((one) => REMOVALS[one]).join('; ')}.`,
    expected: 'a PDF without such things',
    actual: removals.join(', '),
    help: 'Nothing to do, if readers do not need them. Otherwise write what they say into the document, and export it anew.',
  });
}

function unreadFinding(place: SourceLocation, name: string, text: DocumentText): Finding {
  return createFinding(unreadAttachment, {
    ...place,
    message: text.complete
      ? `The attached file "${name}" has no text that can be read, perhaps because it was scanned.`
      : `The attached file "${name}" is too long: only its first ${String(text.pages.length)} pages were read.`,
    expected: 'a PDF whose whole text can be searched',
    actual: text.complete ? 'pictures of pages' : 'more pages',
    help: 'Nobody has looked for names, numbers and addresses in it: please read it yourself before it is published.',
  });
}

/** Returns the findings about an attached file that was made safe. */
export function documentFindings(
  place: SourceLocation,
  name: string,
  text: DocumentText,
  removals: readonly DocumentRemoval[],
): readonly Finding[] {
  const hasWords = text.pages.some(({ paragraphs }) => paragraphs.length > 0);
  return [
    ...(removals.length === 0 ? [] : [cleanedFinding(place, name, removals)]),
    ...(hasWords && text.complete ? [] : [unreadFinding(place, name, text)]),
  ];
}
