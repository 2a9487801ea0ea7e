import { proposedBy } from '../../../model/issue/text/proposed-text.js';
import { textRule } from '../../engine/rule.js';
import type { TextKind } from '../../text/text-run.js';

/** In these three points stand for a gap of the writer's own. */
const BODY: ReadonlySet<TextKind> = new Set(['paragraph', 'heading', 'cell', 'code']);

/** What a message proposed for somebody to fill in must not go out as it was proposed. */
export const proposedText = textRule({
  id: 'front-matter/proposed-text',
  severity: ['error', 'warning'],
  why: 'Messages propose lines in which somebody has still to put their own words. Readers, above all those who hear a picture described, would get the words of the program.',
  wrong: 'alt: What is to be seen in the picture, in a sentence',
  right: 'alt: Three women hold a banner in front of the town hall',
  *check({ source, runs }) {
    if (source === 'attachment') return;
    for (const run of runs) {
      if (run.kind === 'file-name') continue;
      const isGap = !BODY.has(run.kind) && /^(?:…|\.{3})$/.test(run.text.trim());
      const by = isGap ? 'message' : proposedBy(run.text);
      if (by === undefined) continue;
      yield {
        severity: by === 'message' ? 'error' : 'warning',
        ...run.placeAt(0),
        message:
          by === 'message'
            ? 'These words only show what is to be written here.'
            : 'These words came with the new workspace, and readers would see them.',
        expected: 'your own words',
        actual: `"${run.text.trim().slice(0, 80)}"`,
        help: 'Write your own words in their place.',
      };
    }
  },
});
