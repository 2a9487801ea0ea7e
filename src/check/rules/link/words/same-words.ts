import { contributionRule } from '../../../engine/rule.js';
import { bodyLinks, type BodyLink } from './body-links.js';
import { shortened } from '../../../detect/links/written-addresses.js';

/** Links of the same words must lead to the same place. */
export const sameWords = contributionRule({
  id: 'link/same-text',
  severity: 'warning',
  why: 'Who hears the links one after the other cannot tell two of the same words apart.',
  wrong: '[the report](https://www.example.org/2019) and [the report](https://www.example.org/2020)',
  right: '[the report of 2019](https://www.example.org/2019) and [the report of 2020](https://www.example.org/2020)',
  *check(contribution) {
    const first = new Map<string, BodyLink>();
    for (const link of bodyLinks(contribution)) {
      const earlier = first.get(link.plain);
      if (earlier === undefined) first.set(link.plain, link);
      if (earlier === undefined || earlier.target === link.target) continue;
      yield {
        ...link.place,
        message: `The words "${link.words.slice(0, 80)}" lead to two places.`,
        expected: `the same address as in line ${String(earlier.place.line)}, or other words`,
        actual: `${shortened(earlier.address)} and ${shortened(link.address)}`,
        help: 'Say in the words what is different, for example the year or the publisher.',
      };
    }
  },
});
