/**
 * What a spreadsheet program would take for a formula, behind any number of guards; also in the wide signs of a Japanese
 * or Chinese keyboard.
 */
const FORMULA = /^'*[=+\-@＝＋－＠\t\r\n]/;
const GUARDED_FORMULA = /^'+[=+\-@＝＋－＠\t\r\n]/;

/** A cell as a spreadsheet program shows it, with `'` before what it would otherwise calculate. */
export function guardCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The cell as it was before `guardCell`. */
export function unguardCell(cell: string): string {
  return GUARDED_FORMULA.test(cell) ? cell.slice(1) : cell;
}
