import { compareStrings } from '../model/finding.js';
import { foldText } from '../model/text/suggestion.js';
import type { Item, ItemGroup } from '../model/issue/issue.js';
import { SECTION_TRAITS } from '../model/issue/section.js';

/** An item with what decides its position. */
export interface SortableItem {
  readonly item: Item;
  /** Relative to the contributions' folder; decides when all else is equal. */
  readonly key: string;
  readonly weight: number;
}

/** Compares by weight, then items of a calendar by their start, then the newest first, then by file. */
function compareItems(left: SortableItem, right: SortableItem): number {
  const start = ({ item }: SortableItem) => item.events[0]?.start ?? '9999';
  const { orderedBy } = SECTION_TRAITS[left.item.section];
  return (
    left.weight - right.weight ||
    (orderedBy === 'beginning-of-event' ? compareStrings(start(left), start(right)) : 0) ||
    compareStrings(right.item.date ?? '', left.item.date ?? '') ||
    compareStrings(left.key, right.key)
  );
}

/** Orders the items of one section. */
export function orderItems(items: readonly SortableItem[]): readonly SortableItem[] {
  return [...items].sort(compareItems);
}

/**
 * Groups items by their members' countries. The countries are ordered by their names without accents, so that the order
 * does not depend on the machine's collation.
 */
export function groupByCountry(
  sortable: readonly SortableItem[],
  countryName: (code: string) => string,
): readonly ItemGroup[] {
  const groups = new Map<string, Item[]>();
  for (const { item } of orderItems(sortable)) {
    const country = item.contributor.kind === 'member' ? item.contributor.member.country : '';
    groups.set(country, [...(groups.get(country) ?? []), item]);
  }
  return [...groups]
    .map(([country, items]) => ({ country: country === '' ? undefined : country, items }))
    .sort((left, right) => compareStrings(sortKey(left.country, countryName), sortKey(right.country, countryName)));
}

function sortKey(country: string | undefined, countryName: (code: string) => string): string {
  return country === undefined ? '' : `${foldText(countryName(country))} ${country}`;
}
