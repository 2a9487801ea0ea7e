import path from 'node:path';
import { readYaml } from '../../yaml/yaml-document.js';
import { relativeToWorkspace } from '../locate.js';
import { listIssues } from './locate-issue.js';
import { readWorkspaceFile } from '../read-file.js';

/** The values of an `issue.yaml` by which readers tell issues apart. */
export const TELLING_SETTINGS = ['number', 'title', 'subject'] as const;
export type TellingSetting = (typeof TELLING_SETTINGS)[number];

/** What an earlier issue said about itself. */
export interface EarlierSettings {
  readonly issue: string;
  /** Its `issue.yaml`, relative to the workspace. */
  readonly file: string;
  readonly values: Readonly<Partial<Record<TellingSetting, string>>>;
}

/** Two years: older numbers are used again with a new volume. */
const MAX_ISSUES_COMPARED = 24;

/** Returns the `issue.yaml` files to compare one with, by issue, newest first. */
export function earlierSettingsFiles(root: string, issue: string): ReadonlyMap<string, string> {
  const issues = listIssues(root)
    .filter((name) => name < issue)
    .slice(-MAX_ISSUES_COMPARED)
    .reverse();
  return new Map(issues.map((name) => [name, path.join(root, 'issues', name, 'issue.yaml')]));
}

/** Reads what earlier issues said about themselves, newest first; unreadable ones are skipped. */
export function readEarlierSettings(root: string, issue: string): readonly EarlierSettings[] {
  return [...earlierSettingsFiles(root, issue)].flatMap(([name, file]) => {
    const text = readWorkspaceFile(file)?.toString('utf8');
    const document = text === undefined ? undefined : readYaml(text);
    if (typeof document?.value !== 'object' || document.value === null) return [];
    const written = new Map<string, unknown>(Object.entries(document.value));
    const values = TELLING_SETTINGS.flatMap((key) => {
      const value = written.get(key);
      return typeof value === 'string' ? [[key, value] as const] : [];
    });
    return [{ issue: name, file: relativeToWorkspace(root, file), values: Object.fromEntries(values) }];
  });
}
