/** Where the lines of a text begin, so that the line of an offset is found in a few steps. */
export interface LineIndex {
  /** Returns the offset of the first character of a line, counted from 1. */
  readonly startOf: (line: number) => number;
  /** Returns the line and column of an offset, both counted from 1. */
  readonly placeOf: (offset: number) => { readonly line: number; readonly column: number };
}

/** Returns the index of the last entry of a sorted list whose key is not greater than a value; 0 when there is none. */
export function lastUpTo<T>(list: readonly T[], keyOf: (entry: T) => number, value: number): number {
  let low = 0;
  let high = list.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const entry = list[middle];
    if (entry !== undefined && keyOf(entry) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Finds the lines of a text in one pass. */
export function indexLines(text: string): LineIndex {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return {
    startOf: (line) => starts[line - 1] ?? 0,
    placeOf(offset) {
      const before = lastUpTo(starts, (start) => start, offset);
      return { line: before + 1, column: offset - (starts[before] ?? 0) + 1 };
    },
  };
}
