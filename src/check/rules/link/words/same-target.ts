import { contributionRule } from '../../../engine/rule.js';
import { bodyLinks, type BodyLink } from './body-links.js';

/** Two links to the same place should have the same words. */
export const sameTarget = contributionRule({
  id: 'link/two-texts',
  severity: 'warning',
  why: 'Readers take two links of different words for two pages, and open the same one twice.',
  wrong: '[the report](https://www.example.org/a) … [what we found](https://www.example.org/a)',
  right: 'One link: [the report on what we found](https://www.example.org/a)',
  *check(contribution) {
    const first = new Map<string, BodyLink>();
    for (const link of bodyLinks(contribution)) {
      const earlier = first.get(link.target);
      if (earlier === undefined) first.set(link.target, link);
      if (earlier === undefined || earlier.plain === link.plain) continue;
      yield {
        ...link.place,
        message: 'This link leads to the same page as an earlier one with other words.',
        expected: `one link, or the words "${earlier.words.slice(0, 80)}" of line ${String(earlier.place.line)}`,
        actual: `"${link.words.slice(0, 80)}"`,
        help: 'Keep one of the two links, or give both the same words.',
      };
    }
  },
});
