import { sectionOf } from '../../../../model/issue/contribution.js';
import { SECTION_TRAITS } from '../../../../model/issue/section.js';
import { contributionRule, placeInFrontMatter } from '../../../engine/rule.js';

/** A button with more words runs over several lines on a phone. */
const MAX_WORDS = 4;

/** A button says in a few words what happens. */
export const buttonLabel = contributionRule({
  id: 'link/button-label',
  severity: 'warning',
  why: 'In calls to action and vacancies the link is a button. A long label makes a button of several lines, which is hard to read and easy to miss.',
  wrong: 'label: About Human Rights Day, on the website of the United Nations',
  right: 'label: About Human Rights Day',
  *check(contribution, context) {
    const label = contribution.frontMatter.link?.label;
    const section = sectionOf(contribution, context.settings.items?.[contribution.key]);
    if (label === undefined || !SECTION_TRAITS[section].callsToAction) return;
    const words = label.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
    if (words.length <= MAX_WORDS) return;
    yield {
      ...placeInFrontMatter(contribution, 'link.label'),
      message: 'The words of the link stand on a button here, and they are too long for one.',
      expected: `at most ${String(MAX_WORDS)} words`,
      actual: `${String(words.length)} words`,
      help: 'Say what happens after the click in a few words, such as "Sign the letter"; the rest belongs into the text.',
    };
  },
});
