import { displayWidth } from '../../templating/helpers/display-width.js';
import { wrapBehind } from '../../templating/helpers/text-wrap.js';

const BETWEEN = '  ';

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

function alignedRows(rows: readonly (readonly string[])[], widths: readonly number[]): string {
  const line = (cells: readonly string[]) =>
    widths
      .map((width, column) => pad(cells[column] ?? '', width))
      .join(BETWEEN)
      .trimEnd();
  const [header = [], ...body] = rows;
  return [line(header), widths.map((width) => '-'.repeat(width)).join(BETWEEN), ...body.map(line)].join('\n');
}

/** Each row as lines of `header: value`, for a table that is wider than a line. */
function namedRows(rows: readonly (readonly string[])[]): string {
  const [header = [], ...body] = rows;
  return body
    .map((row) =>
      row
        .map((cell, column) => wrapBehind('  ', header[column] ? `${header[column]}: ${cell}` : cell))
        .join('\n')
        .replace(/^ {2}/, '- '),
    )
    .join('\n');
}

/** A table in columns where it fits into the width, otherwise row by row; its first row names the columns. */
export function textTable(rows: readonly (readonly string[])[], width: number): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => displayWidth(row[column] ?? '')), 1),
  );
  const whole = widths.reduce((sum, one) => sum + one, 0) + BETWEEN.length * (columns - 1);
  return whole <= width || rows.length < 2 ? alignedRows(rows, widths) : namedRows(rows);
}
