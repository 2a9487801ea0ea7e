import { stat } from 'node:fs/promises';
import type { CsvRecord } from './csv-file.js';
import { readCsvFile } from './csv-file.js';
import { isYes } from './refusal-columns.js';
import type { RefusalColumn, WatchedColumn } from './refusal-columns.js';

/**
 * Finds out of which columns an empty cell says nothing: in a list kept by hand, the column of states often names only
 * those who left; where it also names those who are there, an empty cell is none of them. The file is read on until each
 * column has a yes, which for most is in its first lines.
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
    // What is no file can be read only once: then every empty cell counts as one in a column with a yes.
    if (!(await stat(path)).isFile()) open.forEach(({ column }) => withYes.add(column));
    else
      for await (const records of readCsvFile(path)) {
        survey(records);
        if (open.length === 0) break;
      }
  }
  return columns.map((column) => ({ ...column, saysYes: withYes.has(column.column) }));
}
