import { stat } from 'node:fs/promises';
import { readCsvFile, type CsvRecord } from '../csv/csv-file.js';
import { isYes, type RefusalColumn, type WatchedColumn } from './refusal-columns.js';

/**
 * Finds the columns in which an empty cell says nothing. In a list kept by hand, the column of states often names only
 * the people who left; where it also names those who stayed, an empty cell is unclear. The file is read until each
 * column has a yes, which most have in their first lines.
 */
export async function surveyColumns(
  path: string,
  opening: readonly CsvRecord[],
  columns: readonly RefusalColumn[],
): Promise<readonly WatchedColumn[]> {
  const withYes = new Set<number>();
  let open = columns.filter(
    ({ meaning }) => meaning.kind !== 'refusal' && !(meaning.kind === 'state' && meaning.lenient),
  );
  const survey = (records: readonly CsvRecord[]): void => {
    open = open.filter((watched) => {
      const found = records.some(({ cells }) => isYes(watched, cells[watched.column]?.trim() ?? ''));
      if (found) withYes.add(watched.column);
      return !found;
    });
  };
  survey(opening);
  if (open.length > 0) {
    // A stream can be read only once, so every empty cell counts as one in a column with a yes.
    if (!(await stat(path)).isFile()) open.forEach(({ column }) => withYes.add(column));
    else
      for await (const records of readCsvFile(path)) {
        survey(records);
        if (open.length === 0) break;
      }
  }
  return columns.map((column) => ({ ...column, saysYes: withYes.has(column.column) }));
}
