import { toString } from 'mdast-util-to-string';
import { sectionOf, type Contribution } from '../model/contribution.js';
import type { ContributionSummary } from '../model/contribution-summary.js';
import type { IssueSettings } from '../model/issue-settings.js';
import { placeInFrontMatter } from './rule.js';

/** Title and text without case and punctuation. */
function fingerprintOf(title: string, text: string): string {
  return `${title} ${text}`
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What is to be remembered of a contribution once it was checked. */
export function summarise(contribution: Contribution, settings: IssueSettings): ContributionSummary {
  const { file, key, folder, contributor, sha256 } = contribution;
  const own = settings.items?.[key];
  const identity = { file, key, folder, contributor, sha256, excluded: own?.exclude !== undefined };
  if (contribution.kind === 'unread') return { ...identity, content: undefined };
  const { title } = contribution.frontMatter;
  return {
    ...identity,
    content: {
      title: own?.title ?? title,
      section: sectionOf(contribution, own),
      pictures: contribution.pictures.map((picture) => {
        const { line, column } = placeInFrontMatter(contribution, `${picture.path}.file`);
        return { ...picture, line, column };
      }),
      fingerprint: fingerprintOf(title, toString(contribution.body)),
    },
  };
}
