import { itemsOf, type Issue, type ItemPicture } from '../../model/issue.js';
import type { PictureRendition, PreparedPicture } from '../../model/picture.js';
import { compareStrings } from '../../model/finding.js';

/** No rendition wider than this goes by mail: twice the width of the text. */
const WIDEST = 1104;

/** What the pictures of one mail may weigh together, in bytes. */
const BUDGET = { embedded: 300_000, hosted: 800_000 } as const;

/** How pictures reach the reader: inside the message, or from the newsletter's own address. */
export type PictureDelivery = keyof typeof BUDGET;

/** The rendition of each picture that the mail shows. */
export type MailPictures = ReadonlyMap<PreparedPicture, PictureRendition>;

/** Every picture of an issue, in the order in which the e-mail shows them. */
export function picturesOf(issue: Issue): readonly PreparedPicture[] {
  const ofItems = itemsOf(issue).flatMap((item) => item.pictures.map((picture: ItemPicture) => picture.prepared));
  const ofFunders = issue.funders.flatMap(({ logo }) => (logo === undefined ? [] : [logo]));
  return [...ofItems, ...ofFunders];
}

function narrowEnough({ renditions }: PreparedPicture): readonly [PictureRendition, ...PictureRendition[]] {
  const [first, ...others] = renditions;
  return [first, ...others.filter((rendition) => rendition.width <= WIDEST)];
}

function totalBytes(chosen: MailPictures): number {
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

/** Chooses the sharpest renditions that together stay within the budget; the heaviest give way first. */
export function chooseMailPictures(issue: Issue, delivery: PictureDelivery): MailPictures {
  const chosen = new Map<PreparedPicture, PictureRendition>();
  for (const picture of picturesOf(issue)) {
    const renditions = narrowEnough(picture);
    chosen.set(picture, renditions.at(-1) ?? renditions[0]);
  }
  while (totalBytes(chosen) > BUDGET[delivery]) {
    const reduction = nextReduction(chosen);
    if (reduction === undefined) break;
    chosen.set(...reduction);
  }
  return chosen;
}
