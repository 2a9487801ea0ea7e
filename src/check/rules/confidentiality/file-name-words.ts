import type { CheckedText, TextRun } from '../../text/text-run.js';

/** What a person is told of something confidential in the name of a file. */
export interface FileNameWords {
  readonly message: string;
  readonly expected: string;
  readonly help: string;
}

/** Whether a run is the name of the checked file itself, and not of a picture or an attachment that it names. */
export function isNameOfFileItself(text: CheckedText, run: TextRun): boolean {
  return text.source === 'contribution' && run.kind === 'file-name' && run === text.runs[0];
}

/** The words for something that stands in the name of a file: there the file is to be renamed. */
export function fileNameWords(text: CheckedText, run: TextRun, called: string): FileNameWords | undefined {
  if (run.kind !== 'file-name') return undefined;
  const own = isNameOfFileItself(text, run);
  return {
    message: own ? `The name of this file holds ${called}.` : `The name of the file that stands here holds ${called}.`,
    expected: 'a name of the file that gives away nothing about a person, such as new-start.md or bakery.jpg',
    help: own
      ? 'Rename the file, for example after what the text is about.'
      : 'Rename the file, and write its new name here.',
  };
}
