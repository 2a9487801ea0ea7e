import { compareStrings } from '../../model/finding.js';
import { itemsOf, type Issue } from '../../model/issue/issue.js';
import { SECTION_TRAITS } from '../../model/issue/section.js';
import type { ItemLength } from '../../model/settings/design.js';

/** How much of an item the e-mail shows. */
export type ItemShape = 'whole' | 'short' | 'teaser' | 'line';

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

/**
 * The items that the e-mail shows by their beginning, by design: none where the web edition cannot be reached. The lead,
 * opinions and what `issue.yaml` wants in full stay whole, and so does an item that would hardly be shorter.
 */
export function shortItems(
  issue: Issue,
  length: ItemLength,
  bytesBeyondTeaser: ReadonlyMap<string, number>,
): ReadonlySet<string> {
  const items = itemsOf(issue);
  if (length === 'full' || (length === 'auto' && items.length < MIN_DIGEST_ITEMS)) return new Set();
  const short = items.filter(
    ({ id, lead, section, full }) =>
      !lead && !full && !SECTION_TRAITS[section].staysWhole && (bytesBeyondTeaser.get(id) ?? 0) >= MIN_BYTES,
  );
  return new Set(short.map(({ id }) => id));
}

/**
 * The steps by which an e-mail becomes shorter, in their order: items become teasers, the longest first; then the
 * contents name only the sections; then items become lines, from the end of the issue; and last of all the lead becomes
 * a teaser.
 *
 * @param bytesBeyondTeaser about how much each item takes that a teaser would not take, by its id.
 */
export function shorteningSteps(
  issue: Issue,
  bytesBeyondTeaser: ReadonlyMap<string, number>,
): readonly ShorteningStep[] {
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

/**
 * The extent after the first steps.
 *
 * @param shortItems the items that are short by design, before any step.
 */
export function extentAfter(
  shortItems: ReadonlySet<string>,
  steps: readonly ShorteningStep[],
  count: number,
): MailExtent {
  const taken = steps.slice(0, count);
  const designed = [...shortItems].map((id) => [id, 'short'] as const);
  return {
    shapes: new Map([
      ...designed,
      ...taken.flatMap((step) => (step === 'contents' ? [] : [[step.id, step.shape] as const])),
    ]),
    shortContents: taken.includes('contents'),
  };
}
