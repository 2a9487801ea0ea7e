import { MAX_FILE_BYTES } from '../../../model/issue/pictures/file-sizes.js';
import { limitWords } from '../../../model/text/amounts/size-words.js';
import type { DroppedAttachment } from '../../../model/issue/contribution.js';
import { contributionRule, placeInFrontMatter, type RuleFinding } from '../../engine/rule.js';

type AttachmentFault = Pick<RuleFinding, 'message' | 'expected' | 'actual' | 'help'>;

const REFUSALS: Record<Extract<DroppedAttachment, { kind: 'refused' }>['reason'], AttachmentFault> = {
  outside: {
    message: "The attached file would lie outside the member's folder.",
    expected: 'the name of a file in the same folder, such as report.pdf',
    actual: 'a path that leads elsewhere',
    help: 'Save the file beside the text, and write only its name.',
  },
  link: {
    message: 'The attached file is a link to another place, and links are never followed.',
    expected: 'the file itself',
    actual: 'a link',
    help: 'Save a copy of the file beside the text.',
  },
  'not-a-file': {
    message: 'The attached file cannot be read.',
    expected: 'a PDF',
    actual: 'something else',
    help: 'Save the PDF again beside the text.',
  },
  'too-large': {
    message: 'The attached file is too large.',
    expected: `at most ${limitWords(MAX_FILE_BYTES.attachment)}`,
    actual: 'more',
    help: 'Export it again with smaller pictures ("for the web", "smallest file size"), or put it on your web site and name it under "link:".',
  },
  address: {
    message: 'An address stands here, but it must be a file of your folder.',
    expected: 'the name of a PDF in the same folder, such as report.pdf',
    actual: 'a web address',
    help: 'Save the PDF beside the text and write its name; or take the line out and put the address under "link:".',
  },
};

const OTHER_KINDS: readonly { readonly pattern: RegExp; readonly help: string }[] = [
  { pattern: /\.(docx?|rtf)$/i, help: 'Open it in Word, and save it as PDF (File, Save As, PDF).' },
  { pattern: /\.(odt|ods|odp)$/i, help: 'Open it in LibreOffice, and export it as PDF (File, Export As).' },
  { pattern: /\.(pages|numbers|key)$/i, help: 'Open it on the Mac, and export it as PDF (File, Export To).' },
  { pattern: /\.(pptx?|xlsx?)$/i, help: 'Open it, and save it as PDF (File, Save As, PDF).' },
];

function faultOf(attachment: DroppedAttachment): AttachmentFault | undefined {
  const { declaredFile } = attachment;
  switch (attachment.kind) {
    case 'missing':
      return {
        message: `The attached file "${declaredFile}" is not in the folder.`,
        expected: 'a PDF of exactly this name beside the text',
        actual: attachment.similar === undefined ? 'no such file' : `"${attachment.similar}"`,
        help:
          attachment.similar === undefined
            ? 'Save the PDF in the same folder, or correct its name here (capital letters count).'
            : `There is a file "${attachment.similar}": write its name exactly so, capital letters count.`,
      };
    case 'refused':
      return REFUSALS[attachment.reason];
    case 'found':
      return attachment.isPdf
        ? undefined
        : {
            message: `"${declaredFile}" is no PDF, whatever its name says.`,
            expected: 'a PDF',
            actual: 'another kind of file',
            help:
              OTHER_KINDS.find(({ pattern }) => pattern.test(declaredFile))?.help ??
              'Open it in its program, and save or print it as PDF.',
          };
  }
}

/** An attached file must be there, and must be a PDF. */
export const attachmentFile = contributionRule({
  id: 'file/attachment',
  severity: 'error',
  why: 'Only a PDF that lies beside its text can be looked through and made safe to publish; other documents carry the names of their authors and all that was deleted in them.',
  wrong: 'publication: file: report.docx',
  right: 'publication: file: report.pdf, with the PDF saved beside the text',
  *check(contribution) {
    const { attachment } = contribution;
    const fault = attachment === undefined ? undefined : faultOf(attachment);
    if (fault !== undefined) yield { ...placeInFrontMatter(contribution, 'publication.file'), ...fault };
  },
});
