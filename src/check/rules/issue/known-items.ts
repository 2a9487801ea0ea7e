import { suggest } from '../../../model/text/suggestion.js';
import {
  issueRule,
  placeInSettings,
  type CheckContext,
  type IssueOverview,
  type RuleFinding,
} from '../../engine/rule.js';

function unknownItemFinding(
  overview: IssueOverview,
  context: CheckContext,
  path: string,
  key: string,
  what: string,
): RuleFinding {
  const meant = suggest(key, overview.keys);
  return {
    ...placeInSettings(context, path),
    message: `issue.yaml names ${what}, but there is no such contribution.`,
    expected: "a file relative to the contributions' folder, such as la-strada-md/hotline.md",
    actual: `"${key}"`,
    help: meant === undefined ? 'Correct the name, or take the lines out.' : `Did you mean "${meant}"?`,
  };
}

/** What the editor says of a contribution must reach that contribution. */
export const knownItems = issueRule({
  id: 'issue/unknown-item',
  severity: 'error',
  why: "The editor's last word, an exclusion above all, must not be lost because a file was renamed.",
  wrong: 'items: kok/reprot.md: weight: 1',
  right: 'items: kok/report.md: weight: 1',
  *check(overview, context) {
    const known = new Set(overview.keys);
    for (const key of Object.keys(context.settings.items ?? {})) {
      if (!known.has(key)) yield unknownItemFinding(overview, context, `items.${key}`, key, `"${key}"`);
    }
    const { lead } = context.settings;
    if (lead !== undefined && !known.has(lead))
      yield unknownItemFinding(overview, context, 'lead', lead, `"${lead}" as the lead`);
  },
});
