/** Where the lines of a text begin, for finding the line of an offset in a few steps. */
export interface LineIndex {
  /** Offset of the first character of a line, which counts from 1. */
  readonly startOf: (line: number) => number;
  /** Line and column, which count from 1, of an offset. */
  readonly placeOf: (offset: number) => { readonly line: number; readonly column: number };
}

/** The last entry of a sorted list whose key is not beyond a value; 0 where there is none. */
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

/** Looks once through a text for its lines. */
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
