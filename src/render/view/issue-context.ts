import type { Configuration } from '../../model/configuration.js';
import type { Issue } from '../../model/issue.js';
import { readFixedWords, type FixedWords } from '../../templating/fixed-words.js';
import { readPalette, type Palette } from '../../templating/palette.js';
import { createDateWords, type DateWords } from '../date-words.js';
import { directionOf, type Direction } from '../../model/language-direction.js';

/** What every edition of an issue is made with. */
export interface IssueContext {
  readonly issue: Issue;
  readonly configuration: Configuration;
  readonly words: FixedWords;
  readonly dates: DateWords;
  readonly palette: Palette;
  readonly direction: Direction;
  readonly countryName: (code: string) => string;
}

/** Reads words and colours for an issue. */
export function createIssueContext(
  issue: Issue,
  configuration: Configuration,
  templateFolders: readonly string[],
): IssueContext {
  const words = readFixedWords(templateFolders, issue.language);
  const countries = new Intl.DisplayNames([words.dateLocale], { type: 'region', fallback: 'code' });
  return {
    issue,
    configuration,
    words,
    dates: createDateWords(words.dateLocale),
    palette: readPalette(templateFolders),
    direction: directionOf(issue.language),
    countryName: (code) => countries.of(code) ?? code,
  };
}
