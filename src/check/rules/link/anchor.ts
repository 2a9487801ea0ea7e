import { headingAnchor, linkedAnchor } from '../../../model/issue/text/heading-anchor.js';
import { suggest } from '../../../model/text/suggestion.js';
import { textRule } from '../../engine/rule.js';
import { shortened } from '../../detect/links/written-addresses.js';

/** A link within a text must lead to one of its headings. */
export const anchor = textRule({
  id: 'link/anchor',
  severity: 'warning',
  why: 'A link such as #contact leads to a heading of the same text. Where there is no such heading, its words are shown without the link.',
  wrong: '[contact](#contact), in a text without a heading "Contact"',
  right: '[contact](#contact), and further down ## Contact',
  *check(text) {
    if (text.source === 'attachment') return;
    const anchors = text.runs.filter(({ kind }) => kind === 'heading').map((run) => headingAnchor(run.text));
    for (const run of text.runs) {
      const linked = run.kind === 'address' ? linkedAnchor(run.text) : undefined;
      if (linked === undefined || (linked !== '' && anchors.includes(linked))) continue;
      const meant = suggest(linked, anchors);
      yield {
        ...run.placeAt(0),
        message: 'This link leads to a place in the text that does not exist, so its words are shown without a link.',
        expected:
          anchors.length === 0
            ? 'a link to a heading of this text; it has none'
            : `a link to a heading of this text, such as #${(meant ?? anchors[0] ?? '').slice(0, 60)}`,
        actual: shortened(run.text),
        help: 'Link to a heading (#what-we-ask leads to ## What we ask), or write the whole address of a page: https://…',
      };
    }
  },
});
