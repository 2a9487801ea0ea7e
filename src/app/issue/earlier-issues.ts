import { sketchOf } from '../../check/text/sketch.js';
import type { EarlierText } from '../../check/engine/rule.js';
import { readEarlierContributions } from '../../contributions/earlier-texts.js';
import { readWorkspaceFile } from '../../workspace/read-file.js';
import { earlierIssueFolders, type IssueFolder } from '../../workspace/issue/locate-issue.js';
import { readIssueSettings } from '../../workspace/issue/issue-settings-file.js';

/** Nobody has read contributions that were excluded. */
function excludedKeys(root: string, folder: IssueFolder): ReadonlySet<string> {
  const text = readWorkspaceFile(folder.settingsFile)?.toString('utf8');
  const items = readIssueSettings(root, folder, text).settings?.items ?? {};
  return new Set(Object.entries(items).flatMap(([key, { exclude }]) => (exclude === undefined ? [] : [key])));
}

/**
 * Reads what readers saw in the issues before this one.
 *
 * These files are not inputs of a build. They only lead to warnings, which change neither a byte of an edition nor
 * whether there is one. A mistake that is fixed in November must not make December's build stale.
 */
export function readEarlierTexts(root: string, issue: IssueFolder): readonly EarlierText[] {
  const texts: EarlierText[] = [];
  for (const folder of earlierIssueFolders(root, issue)) {
    const excluded = excludedKeys(root, folder);
    // One after the other, so that only the sketches stay in memory.
    for (const { file, key, text } of readEarlierContributions(root, folder.contributions)) {
      const sketch = excluded.has(key) ? undefined : sketchOf(text);
      if (sketch !== undefined) texts.push({ issue: folder.id, file, sketch });
    }
  }
  return texts;
}
