import type { Finding } from '../../model/finding.js';
import { issueSettingsSchema, type IssueSettings } from '../../model/issue/issue-settings.js';
import { checkYaml, type CheckedYaml } from '../../yaml/check-yaml.js';
import type { Places } from '../../yaml/yaml-document.js';
import { createFinding, defineRule } from '../../model/rule.js';
import { relativeToWorkspace } from '../locate.js';
import type { IssueFolder } from './locate-issue.js';

/** An issue has its settings. */
export const settingsMissing = defineRule({
  id: 'issue/settings-missing',
  severity: 'error',
  why: 'Title and date of the issue stand in issue.yaml.',
  wrong: 'An issue without issue.yaml.',
  right: 'title: December 2020\ndate: 2020-12-18',
});

/** `issue.yaml` as it was read. */
export interface ReadIssueSettings {
  /** `undefined` when the file is missing or has errors. */
  readonly settings: IssueSettings | undefined;
  readonly places: Places;
  /** Relative to the workspace. */
  readonly file: string;
  readonly findings: readonly Finding[];
}

const EXAMPLES = {
  title: 'title: December 2020',
  date: 'date: 2020-12-18',
  deadline: 'deadline: 2020-12-16T18:00',
  timezone: 'timezone: Europe/Amsterdam',
};

/** Checks the text of an `issue.yaml`; `undefined` means that there is no such file. */
export function readIssueSettings(root: string, folder: IssueFolder, text: string | undefined): ReadIssueSettings {
  const file = relativeToWorkspace(root, folder.settingsFile);
  if (text === undefined) {
    const finding: Finding = createFinding(settingsMissing, {
      file,
      line: 1,
      column: 1,
      message: 'The issue has no issue.yaml.',
      expected: 'a file issue.yaml with at least title and date',
      actual: 'nothing',
      help: 'Write issue.yaml with two lines: "title: December 2020" and "date: 2020-12-18".',
    });
    return { settings: undefined, places: new Map(), file, findings: [finding] };
  }
  // File names are compared in NFC; a name that was copied from a Mac may be in NFD here.
  const checked: CheckedYaml<IssueSettings> = checkYaml(text.normalize('NFC'), issueSettingsSchema, {
    file,
    family: 'issue',
    examples: EXAMPLES,
  });
  return { settings: checked.value, places: checked.places, file, findings: checked.findings };
}
