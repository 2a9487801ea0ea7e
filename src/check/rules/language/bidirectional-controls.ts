import { textRule } from '../../engine/rule.js';
import { codePointName } from '../../detect/language/code-points.js';

const CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;
const MAX_FINDINGS = 20;

/** Characters that turn the direction of text can make it read as something that it is not. */
export const bidirectionalControls = textRule({
  id: 'language/bidirectional-controls',
  severity: 'error',
  why: 'Such characters turn the order of letters on the screen, so that an address or a number reads as another one.',
  wrong: 'An address with U+202E in it, which shows its end backwards.',
  right: 'The same text, typed anew. Arabic and Hebrew need no such characters in running text.',
  *check(text) {
    let said = 0;
    for (const run of text.runs) {
      const found = Array.from(run.text.matchAll(CONTROLS));
      const [first] = found;
      if (first === undefined || said === MAX_FINDINGS) continue;
      said += 1;
      const names = [...new Set(found.map(([character]) => codePointName(character)))].join(', ');
      yield {
        ...run.placeAt(first.index),
        message: 'Here stands an invisible character that turns the direction of the text.',
        expected: 'text without such characters',
        actual: `${names}${found.length > 1 ? `, ${String(found.length)} in all` : ''}`,
        help: 'Delete the words around this place and type them anew; copying them would copy the character as well.',
      };
    }
  },
});
