import { plainName } from '../../../model/issue/pictures/picture-names.js';
import { contributionRule, placeInFrontMatter } from '../../engine/rule.js';

/** A picture is declared once. */
export const pictureDeclaredTwice = contributionRule({
  id: 'picture/declared-twice',
  severity: 'warning',
  why: 'A picture is shown once. Of two declarations only the first one counts, and a correction in the other is lost.',
  wrong: 'image: file: meeting.jpg, and images: - file: meeting.jpg',
  right: 'image: file: meeting.jpg',
  *check(contribution) {
    const lines = new Map<string, number>();
    for (const { declaredFile, path } of [...contribution.pictures, ...contribution.namedPictures]) {
      const name = plainName(declaredFile);
      const place = placeInFrontMatter(contribution, path);
      const first = lines.get(name);
      if (first === undefined) {
        lines.set(name, place.line);
        continue;
      }
      yield {
        ...place,
        message: `The picture "${declaredFile}" is declared twice, and shown once.`,
        expected: `one declaration, such as the one in line ${String(first)}`,
        actual: 'the same file again',
        help: `Take this declaration out, or the one in line ${String(first)}: its description, caption and credit are those that readers get.`,
      };
    }
  },
});
