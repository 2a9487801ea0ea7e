import { declaredPictures } from '../../../model/front-matter.js';
import { placeInFrontMatter, type ContributionRule } from '../../rule.js';

/** A picture needs words for those who do not see it. */
export const pictureDescription: ContributionRule = {
  kind: 'contribution',
  id: 'picture/description',
  why: 'Many readers do not see pictures: they listen to the newsletter, or their mail program keeps pictures off.',
  wrong: 'image: file: meeting.jpg',
  right: 'image: file: meeting.jpg, alt: Six open laptops on a round table',
  *check(contribution) {
    for (const [index, declared] of declaredPictures(contribution.frontMatter).entries()) {
      if (declared.alt !== undefined) continue;
      const path = contribution.pictures[index]?.path ?? 'image';
      yield {
        severity: 'warning',
        ...placeInFrontMatter(contribution, path),
        message: `The picture "${declared.file}" has no description.`,
        expected: 'a line "alt:" that says in a sentence what is to be seen',
        actual: 'nothing',
        help: 'Write it like this: alt: Six open laptops on a round table',
      };
    }
  },
};
