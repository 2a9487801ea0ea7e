import type { EditionConfiguration } from '../../model/settings/configuration.js';
import type { Palette } from '../../model/settings/design.js';
import type { Issue } from '../../model/issue/issue.js';
import { readFixedWords, type FixedWords } from '../../templating/words/fixed-words.js';
import { readPalette } from '../../templating/palette.js';
import { createDateWords, type DateWords } from '../date-words.js';
import { directionOf, type Direction } from '../../model/text/language-direction.js';

/** The values that every edition of an issue needs. */
export interface IssueContext {
  readonly issue: Issue;
  readonly configuration: EditionConfiguration;
  readonly words: FixedWords;
  readonly dates: DateWords;
  readonly palette: Palette;
  readonly direction: Direction;
  readonly countryName: (code: string) => string;
}

/** Reads words and colours for an issue. */
export function createIssueContext(
  issue: Issue,
  configuration: EditionConfiguration,
  templateFolders: readonly string[],
  compiledValues?: string,
): IssueContext {
  const words = readFixedWords(templateFolders, issue.language, compiledValues);
  const countries = new Intl.DisplayNames([words.dateLocale], { type: 'region', fallback: 'code' });
  return {
    issue,
    configuration,
    words,
    dates: createDateWords(words.dateLocale),
    palette: readPalette(templateFolders, configuration.design, compiledValues),
    direction: directionOf(issue.language),
    countryName: (code) => countries.of(code) ?? code,
  };
}

/** Where an issue's web edition can be read, ending in a slash; absent where nothing of the newsletter is public. */
export function issueAddress({
  issue,
  configuration,
}: Pick<IssueContext, 'issue' | 'configuration'>): string | undefined {
  return configuration.publicUrl === undefined ? undefined : `${configuration.publicUrl}/${issue.id}/`;
}
