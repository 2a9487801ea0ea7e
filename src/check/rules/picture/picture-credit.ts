import { declaredPictures } from '../../../model/issue/front-matter.js';
import { PROPOSED } from '../../../model/issue/text/proposed-text.js';
import { contributionRule, placeInFrontMatter } from '../../engine/rule.js';

/** A picture needs the name of the person who made it. */
export const pictureCredit = contributionRule({
  id: 'picture/credit',
  severity: 'error',
  why: 'The person who made a picture has the right to be named, and a picture that nobody answers for must not be published.',
  wrong: 'image: file: meeting.jpg, without a line "credit:"',
  right: 'image: file: meeting.jpg, credit: Maja Novak',
  *check(contribution) {
    for (const [index, declared] of declaredPictures(contribution.frontMatter).entries()) {
      if (declared.credit !== undefined) continue;
      yield {
        ...placeInFrontMatter(contribution, contribution.pictures[index]?.path ?? 'image'),
        message: `Of the picture "${declared.file}" it is not said who made it.`,
        expected: 'a line "credit:" with the name of the photographer or of the organisation',
        actual: 'nothing',
        help: `Write it like this: credit: ${PROPOSED.credit}`,
      };
    }
  },
});
