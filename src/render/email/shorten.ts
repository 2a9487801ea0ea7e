import { compareStrings } from '../../model/finding.js';
import { itemsOf, type Issue, type Item } from '../../model/issue/issue.js';
import { SECTION_TRAITS } from '../../model/issue/section.js';
import type { ItemLength } from '../../model/settings/design.js';

/** How much of an item the e-mail shows. */
export type ItemShape = 'whole' | 'one-picture' | 'short' | 'teaser' | 'line';

/** What of an issue the e-mail shows. */
export interface MailExtent {
  /** By the item's id; what is not named is shown whole. */
  readonly shapes: ReadonlyMap<string, ItemShape>;
  /** Whether the contents name only the sections. */
  readonly shortContents: boolean;
}

/** A step that makes the e-mail shorter. */
type ShorteningStep = { readonly id: string; readonly shape: ItemShape } | 'contents';

/** A teaser has a link that the item has not; a smaller gain than this is none. */
const MIN_BYTES = 400;

/** From this number of items on an e-mail is a digest, unless the newsletter wants its items in full. */
const MIN_DIGEST_ITEMS = 12;

/** How an e-mail is shortened: by design, and then step by step until it fits. */
export interface Shortening {
  /** By the item's id; what is not named is whole. */
  readonly designed: ReadonlyMap<string, ItemShape>;
  readonly steps: readonly ShorteningStep[];
}

/** An e-mail whose items lead nowhere, so that nothing of them may be left out. */
export const NO_SHORTENING: Shortening = { designed: new Map(), steps: [] };

/**
 * Plans how the e-mail of an issue that has a public address is shortened.
 *
 * @param bytesBeyondTeaser about how much each item takes that a teaser would not take, by its id.
 */
export function planShortening(
  issue: Issue,
  length: ItemLength,
  bytesBeyondTeaser: ReadonlyMap<string, number>,
): Shortening {
  return {
    designed: designedShapes(issue, length, bytesBeyondTeaser),
    steps: shorteningSteps(issue, bytesBeyondTeaser),
  };
}

/**
 * What items are by design. In a digest they are short, except the lead, opinions, what `issue.yaml` wants in full, and
 * what would hardly be shorter. An item that stays whole shows one picture.
 */
function designedShapes(
  issue: Issue,
  length: ItemLength,
  bytesBeyondTeaser: ReadonlyMap<string, number>,
): ReadonlyMap<string, ItemShape> {
  if (length === 'full') return new Map();
  const items = itemsOf(issue);
  const isDigest = length === 'short' || items.length >= MIN_DIGEST_ITEMS;
  const shapeOf = ({ id, lead, section, full, pictures }: Item): ItemShape => {
    if (full) return 'whole';
    const mayBeShort = !lead && !SECTION_TRAITS[section].staysWhole && (bytesBeyondTeaser.get(id) ?? 0) >= MIN_BYTES;
    if (isDigest && mayBeShort) return 'short';
    return pictures.length > 1 ? 'one-picture' : 'whole';
  };
  return new Map(items.map((item) => [item.id, shapeOf(item)]));
}

/**
 * The steps by which an e-mail becomes shorter, in their order: items become teasers, the longest first; then the
 * contents name only the sections; then items become lines, from the end of the issue; and last of all the lead becomes
 * a teaser.
 */
function shorteningSteps(issue: Issue, bytesBeyondTeaser: ReadonlyMap<string, number>): readonly ShorteningStep[] {
  const ids = itemsOf(issue).map(({ id }) => id);
  const bytesOf = (id: string) => bytesBeyondTeaser.get(id) ?? 0;
  const isLead = (id: string) => id === issue.lead?.id;
  const long = ids.filter((id) => bytesOf(id) >= MIN_BYTES);
  const byLength = [...long].sort((left, right) => bytesOf(right) - bytesOf(left) || compareStrings(left, right));
  const cut = (shape: ItemShape) => (id: string) => ({ id, shape });
  return [
    ...byLength.filter((id) => !isLead(id)).map(cut('teaser')),
    'contents',
    ...ids
      .filter((id) => !isLead(id))
      .reverse()
      .map(cut('line')),
    ...long.filter(isLead).map(cut('teaser')),
  ];
}

/** The extent after the first steps. */
export function extentAfter({ designed, steps }: Shortening, count: number): MailExtent {
  const taken = steps.slice(0, count);
  return {
    shapes: new Map([
      ...designed,
      ...taken.flatMap((step) => (step === 'contents' ? [] : [[step.id, step.shape] as const])),
    ]),
    shortContents: taken.includes('contents'),
  };
}
