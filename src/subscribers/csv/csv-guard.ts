/**
 * What a spreadsheet program would take for a formula, after any number of guards. Japanese and Chinese keyboards also
 * write the full-width signs.
 */
const FORMULA = /^'*[=+\-@＝＋－＠\t\r\n]/;
const GUARDED_FORMULA = /^'+[=+\-@＝＋－＠\t\r\n]/;

/** Prefixes a cell with `'` if a spreadsheet program would otherwise calculate it. */
export function guardCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Returns the cell as it was before `guardCell`. */
export function unguardCell(cell: string): string {
  return GUARDED_FORMULA.test(cell) ? cell.slice(1) : cell;
}
