import { ACTING_CHARACTERS, codePoint, visible } from '../../model/visible.js';

/** In GitHub Actions, such a line of ours would be a workflow command (https://docs.github.com/actions). */
const WORKFLOW_COMMAND = /^(\s*):(?=:)|#(?=#\[)/g;

/** Makes one line safe to print to a terminal or the log of GitHub Actions: nothing in it acts, whatever its source. */
export function shownLine(line: string): string {
  const shown = visible(line);
  if (process.env['GITHUB_ACTIONS'] !== 'true') return shown;
  return shown.replace(WORKFLOW_COMMAND, (sign: string, space: string | undefined) =>
    sign === '#' ? codePoint('#') : `${space ?? ''}${codePoint(':')}`,
  );
}

/** Makes several lines safe at once, such as another program's output; their ends stay line ends. */
export function shownLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(shownLine)
    .join('\n');
}

/**
 * Writes JSON that a terminal can show: JSON itself escapes only some control characters. It parses to the same values.
 */
export function visibleJson(value: unknown, indentation?: number): string {
  const json = JSON.stringify(value, undefined, indentation);
  return json.replace(ACTING_CHARACTERS, (character) =>
    character === '\n' ? character : `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
