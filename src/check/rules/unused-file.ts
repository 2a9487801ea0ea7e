import type { IssueRule } from '../rule.js';

const HOW_TO_SAVE: readonly { readonly pattern: RegExp; readonly help: string }[] = [
  {
    pattern: /\.(docx?|odt|rtf|pages|txt)$/i,
    help: 'If it is a contribution, save its text as a plain-text file whose name ends in .md, beginning with "---", "title: …", "---".',
  },
  { pattern: /\.(heic|heif)$/i, help: 'Save it as JPEG, and name that file in the front matter of its text.' },
];

/** A file that nobody names would silently stay out of the issue. */
export const unusedFile: IssueRule = {
  kind: 'issue',
  id: 'file/not-used',
  why: 'Somebody dropped this file for a reason; it should not stay out of the issue without anybody seeing it.',
  wrong: 'A picture meeting.jpg that no text names.',
  right: 'image: file: meeting.jpg in the front matter of its text.',
  *check(overview) {
    for (const { file, picture } of overview.unusedFiles) {
      const known = HOW_TO_SAVE.find(({ pattern }) => pattern.test(file));
      yield {
        severity: 'warning',
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
};
