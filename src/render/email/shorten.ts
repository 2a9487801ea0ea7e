import { compareStrings } from '../../model/finding.js';
import { itemsOf, type Issue } from '../../model/issue/issue.js';

/** How much of an item the e-mail shows. */
export type ItemShape = 'whole' | 'teaser' | 'line';

/** What of an issue the e-mail shows. */
export interface MailExtent {
  /** By the item's id; what is not named is shown whole. */
  readonly shapes: ReadonlyMap<string, ItemShape>;
  /** Whether the contents name only the sections. */
  readonly shortContents: boolean;
}

/** A step that makes the e-mail shorter. */
type ShorteningStep = { readonly id: string; readonly shape: ItemShape } | 'contents';

/** A teaser has a link that the item has not; below this nothing is won. */
const MIN_BYTES = 400;

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

/** What the e-mail shows after the first `count` steps. */
export function extentAfter(steps: readonly ShorteningStep[], count: number): MailExtent {
  const taken = steps.slice(0, count);
  return {
    shapes: new Map(taken.flatMap((step) => (step === 'contents' ? [] : [[step.id, step.shape] as const]))),
    shortContents: taken.includes('contents'),
  };
}
