import { itemsOf, type Issue, type ItemPicture } from '../../../model/issue/issue.js';
import type { PictureRendition, PreparedPicture } from '../../../model/issue/pictures/picture.js';
import { compareStrings } from '../../../model/finding.js';

/** No rendition wider than this goes by mail: twice the width of the text. */
const WIDEST = 1104;

/** The rendition of each picture that the mail shows. */
export type MailPictures = ReadonlyMap<PreparedPicture, PictureRendition>;

/** Every picture of an issue, in the order in which the e-mail shows them. */
export function picturesOf(issue: Issue): readonly PreparedPicture[] {
  const ofItems = itemsOf(issue).flatMap((item) => item.pictures.map((picture: ItemPicture) => picture.prepared));
  const ofFunders = issue.funders.flatMap(({ logo }) => (logo === undefined ? [] : [logo]));
  const ofNewsletter = issue.logo === undefined ? [] : [issue.logo];
  return [...ofNewsletter, ...ofItems, ...ofFunders];
}

function narrowEnough({ renditions }: PreparedPicture): readonly [PictureRendition, ...PictureRendition[]] {
  const [first, ...others] = renditions;
  return [first, ...others.filter((rendition) => rendition.width <= WIDEST)];
}

/** The size of all pictures of a mail together, in bytes. */
export function totalBytes(chosen: MailPictures): number {
  return [...new Map([...chosen.values()].map((one) => [one.name, one.bytes])).values()].reduce(
    (sum, one) => sum + one,
    0,
  );
}

/** The heaviest picture that has a narrower rendition, and that rendition. */
function nextReduction(chosen: MailPictures): readonly [PreparedPicture, PictureRendition] | undefined {
  const reductions = [...chosen].flatMap(([picture, rendition]) => {
    const renditions = narrowEnough(picture);
    const narrower = renditions[renditions.indexOf(rendition) - 1];
    return narrower === undefined ? [] : [{ picture, narrower, bytes: rendition.bytes, name: rendition.name }];
  });
  const [heaviest] = reductions.sort(
    (left, right) => right.bytes - left.bytes || compareStrings(left.name, right.name),
  );
  return heaviest === undefined ? undefined : [heaviest.picture, heaviest.narrower];
}

/** Chooses the sharpest renditions that together stay within the budget, in bytes; the heaviest give way first. */
export function chooseMailPictures(pictures: readonly PreparedPicture[], budget: number): MailPictures {
  const chosen = new Map<PreparedPicture, PictureRendition>();
  for (const picture of pictures) {
    const renditions = narrowEnough(picture);
    chosen.set(picture, renditions.at(-1) ?? renditions[0]);
  }
  while (totalBytes(chosen) > budget) {
    const reduction = nextReduction(chosen);
    if (reduction === undefined) break;
    chosen.set(...reduction);
  }
  return chosen;
}
