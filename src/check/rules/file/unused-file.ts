import { issueRule } from '../../engine/rule.js';

const AS_TEXT =
  'copy its text into a new file whose name ends in .md and that begins with three lines: "---", "title: …", "---". ' +
  'TextEdit and Notepad can do that (save as plain text, UTF-8)';

/** What to do with a file of each kind; the first that fits counts. */
const HOW_TO_SAVE: readonly { readonly pattern: RegExp; readonly help: string }[] = [
  {
    pattern: /\.(docx?|rtf|odt|pages)$/i,
    help: `If it is a contribution, ${AS_TEXT}. If it is to be attached to a text, export it as PDF and name that under "publication:", "file:".`,
  },
  { pattern: /\.(txt|text)$/i, help: `If it is a contribution, give it a name that ends in .md; or ${AS_TEXT}.` },
  {
    pattern: /\.(html?|eml|msg)$/i,
    help: `If it is a contribution, ${AS_TEXT}.`,
  },
  {
    pattern: /\.(heic|heif)$/i,
    help: 'Open it in Photos or Preview, save it as JPEG, and name that file in the front matter of its text. On the iPhone itself: Settings, Camera, Formats, "Most Compatible".',
  },
  {
    pattern: /\.svg$/i,
    help: 'Export it as PNG, 2000 pixels wide, and name that file in the front matter of its text.',
  },
  { pattern: /\.avif$/i, help: 'Save it as JPEG, and name that file in the front matter of its text.' },
  {
    pattern: /\.(pptx?|odp|key|xlsx?|ods|numbers)$/i,
    help: 'If it is to be attached to a text, export it as PDF and name that under "publication:", "file:". Otherwise take it away.',
  },
  {
    pattern: /\.pdf$/i,
    help: 'If it is to be attached to a text, name it in the front matter of that text: "publication:", and indented below it "file:". Otherwise take it away.',
  },
  { pattern: /\.(zip|rar|7z)$/i, help: 'Unpack it, and save what is in it here.' },
];

/** A file that nobody names would silently stay out of the issue. */
export const unusedFile = issueRule({
  id: 'file/not-used',
  severity: 'warning',
  why: 'Somebody dropped this file for a reason; it should not stay out of the issue without anybody seeing it.',
  wrong: 'A picture meeting.jpg that no text names.',
  right: 'image: file: meeting.jpg in the front matter of its text.',
  *check(overview) {
    for (const { file, picture } of overview.unusedFiles) {
      const known = HOW_TO_SAVE.find(({ pattern }) => pattern.test(file));
      yield {
        file,
        line: 1,
        column: 1,
        message: picture
          ? 'No text in the folder names this picture, so it is not used.'
          : 'This file is no contribution, so it is not used.',
        expected: picture ? 'its name under "image:" in the front matter of a text' : 'a text whose name ends in .md',
        actual: picture ? 'a picture that is not declared' : 'another kind of file',
        help:
          known?.help ??
          (picture
            ? 'Name it in the front matter of its text, or take it away.'
            : 'Take it away if it is not needed here.'),
      };
    }
  },
});
