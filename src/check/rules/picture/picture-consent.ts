import { declaredPictures } from '../../../model/issue/front-matter.js';
import { CONSENT_HELP } from '../../../model/issue/text/proposed-lines.js';
import { contributionRule, isRefusedAt, placeInFrontMatter } from '../../engine/rule.js';

/** Of every picture it must be said whether the people in it have agreed. */
export const pictureConsent = contributionRule({
  id: 'picture/consent',
  severity: 'error',
  why: 'A face in a newsletter can put a person in danger who is being looked for. So somebody must have thought of it, for every picture.',
  wrong: 'image: file: meeting.jpg, without a line "consent:"',
  right: 'image: file: meeting.jpg, consent: not-needed',
  *check(contribution) {
    for (const [index, declared] of declaredPictures(contribution.frontMatter).entries()) {
      const path = contribution.pictures[index]?.path ?? 'image';
      if (declared.consent !== undefined || isRefusedAt(contribution, `${path}.consent`)) continue;
      yield {
        ...placeInFrontMatter(contribution, path),
        message: `Of the picture "${declared.file}" it is not said whether the people in it have agreed.`,
        expected: 'a line "consent: given" or "consent: not-needed"',
        actual: 'nothing',
        help: CONSENT_HELP,
      };
    }
  },
});
