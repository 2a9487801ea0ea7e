import { beginsWithSalutation } from '../../../model/issue/text/salutation.js';
import { textRule } from '../../engine/rule.js';

/** A letter with a salutation of its own is sent as it was written, and without a greeting above it. */
export const ownGreeting = textRule({
  id: 'issue/own-greeting',
  severity: 'info',
  why: 'Nobody is greeted twice: where the letter begins with a salutation, the line that greets each reader by name is left out.',
  wrong: 'editorial.md that begins with "Dear readers,"',
  right: 'editorial.md that begins with its first sentence; then readers are greeted by name.',
  *check({ source, runs }) {
    const [first] = runs;
    if (source !== 'letter' || first?.kind !== 'paragraph' || !beginsWithSalutation(first.text)) return;
    yield {
      ...first.placeAt(0),
      message:
        'The letter begins with its own greeting, so it stands as you wrote it and readers are not greeted by name. Take the greeting out if they are to be.',
      expected: 'a letter with a greeting of its own, or one that begins with its first sentence',
      actual: 'a greeting',
      help: 'Nothing to do, unless readers are to be greeted by name.',
    };
  },
});
