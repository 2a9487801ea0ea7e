import { toString } from 'mdast-util-to-string';
import { sectionOf, type Contribution, type ReadContribution } from '../../model/issue/contribution.js';
import type { ContributionSummary } from '../../model/issue/contribution-summary.js';
import type { IssueSettings } from '../../model/issue/issue-settings.js';
import { placeInFrontMatter } from './rule.js';
import { languageDoubtOf } from '../detect/language/language-doubt.js';
import { sketchOf } from '../text/sketch.js';
import { runsOfBody } from '../text/tree-runs.js';

/** Title and text without case and punctuation. */
function fingerprintOf(title: string, text: string): string {
  return `${title} ${text}`
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function attachmentOf(contribution: ReadContribution): NonNullable<ContributionSummary['content']>['attachment'] {
  if (contribution.attachment === undefined) return undefined;
  const { line, column } = placeInFrontMatter(contribution, 'publication.file');
  return { ...contribution.attachment, line, column };
}

/** What is asked of the words of the text alone. */
function wordsOf(
  contribution: ReadContribution,
  settings: IssueSettings,
): Pick<NonNullable<ContributionSummary['content']>, 'sketch' | 'languageDoubt'> {
  const runs = runsOfBody(contribution.file, contribution.body);
  const declared = contribution.frontMatter.language ?? settings.language ?? 'en';
  const doubt = contribution.lettersAreSure ? languageDoubtOf(runs, declared) : undefined;
  const { line, column } = placeInFrontMatter(contribution, 'language');
  return {
    sketch: sketchOf(runs.map(({ text }) => text).join('\n')),
    languageDoubt: doubt === undefined ? undefined : { ...doubt, line, column },
  };
}

/** What is to be remembered of a contribution once it was checked. */
export function summarise(contribution: Contribution, settings: IssueSettings): ContributionSummary {
  const { file, key, folder, contributor, sha256, mentionedFiles } = contribution;
  const own = settings.items?.[key];
  const excluded = own?.exclude !== undefined;
  const identity = { file, key, folder, contributor, sha256, mentionedFiles, excluded };
  if (contribution.kind === 'unread') return { ...identity, content: undefined };
  const { title, language, allow = [] } = contribution.frontMatter;
  return {
    ...identity,
    content: {
      title: own?.title ?? title,
      section: sectionOf(contribution, own),
      pictures: contribution.pictures.map((picture) => {
        const { line, column } = placeInFrontMatter(contribution, `${picture.path}.file`);
        return { ...picture, line, column };
      }),
      namedFiles: contribution.namedPictures.flatMap((one) =>
        one.kind === 'found' && !one.underOtherKey ? [one.file] : [],
      ),
      attachment: attachmentOf(contribution),
      language,
      proposals: allow,
      fingerprint: fingerprintOf(title, toString(contribution.body)),
      ...wordsOf(contribution, settings),
    },
  };
}
