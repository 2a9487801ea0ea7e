import { confidentialHitsIn, lexiconsOf } from '../../detect/scan.js';
import { namesInFileNames, type FileNameName } from '../../detect/names/file-name-names.js';
import { isNameOfFileItself } from './file-name-words.js';
import { textRule } from '../../engine/rule.js';

/** Shorter ones would be hidden within other words: they are hidden together with the sign behind them. */
const SHORTEST_SECRET = 6;

function secretOf({ run, start, end }: FileNameName): string {
  return run.text.slice(start, end - start < SHORTEST_SECRET ? end + 1 : end);
}

/** The name of a file must not give away what its text keeps back. */
export const nameInFileName = textRule({
  id: 'confidentiality/name-in-file-name',
  severity: 'warning',
  why: 'A text whose names were changed gives nothing away, but its file or its picture may still be named after the person. Names of files go along when a file is sent, listed or saved.',
  wrong: 'maria-portrait.jpg, in a text that says "Elena (name changed)"',
  right: 'woman-in-a-bakery.jpg',
  *check(text, context) {
    if (text.source !== 'contribution') return;
    const hits = confidentialHitsIn(text, context);
    const toBeChanged = hits.some(({ kind, run }) => kind === 'fullName' && run.kind !== 'file-name');
    for (const found of namesInFileNames(text, lexiconsOf(context), toBeChanged)) {
      const { run, start, end } = found;
      // An error says it already.
      if (hits.some((hit) => hit.run === run && hit.start < end && start < hit.end)) continue;
      const own = isNameOfFileItself(text, run);
      yield {
        ...run.placeAt(start),
        ...(own ? { wholeFile: true } : {}),
        message: `The name of this file holds a first name that the text does not say. Is it the name of the person whose story is told?`,
        expected: 'a name of the file without the name of a person, such as bakery.jpg',
        actual: 'a first name in the name of the file',
        help: own
          ? "Rename the file. If the name is nobody's whose story is told, leave it."
          : "Rename the file, and write its new name here. If the name is nobody's whose story is told, leave it.",
        secret: secretOf(found),
      };
    }
  },
});
