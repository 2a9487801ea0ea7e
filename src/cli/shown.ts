import { ACTING_CHARACTERS, codePoint, visible } from '../model/visible.js';

/** Where GitHub Actions runs us, it takes such a line of ours for an order (https://docs.github.com/actions). */
const WORKFLOW_COMMAND = /^(\s*):(?=:)|#(?=#\[)/g;

/**
 * One line of what is printed, as it may reach a terminal or the log of GitHub Actions: nothing in it acts, whoever
 * wrote it.
 */
export function shownLine(line: string): string {
  const shown = visible(line);
  if (process.env['GITHUB_ACTIONS'] !== 'true') return shown;
  return shown.replace(WORKFLOW_COMMAND, (sign: string, space: string | undefined) =>
    sign === '#' ? codePoint('#') : `${space ?? ''}${codePoint(':')}`,
  );
}

/** Several lines at once, such as what another program printed; they end as ours do. */
export function shownLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(shownLine)
    .join('\n');
}

/** JSON that a terminal can show: by itself JSON writes out only some of the controls. It is read as the same values. */
export function visibleJson(value: unknown, indentation?: number): string {
  const json = JSON.stringify(value, undefined, indentation);
  return json.replace(ACTING_CHARACTERS, (character) =>
    character === '\n' ? character : `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
