import { secretInConfiguration } from './settings/configuration.js';
import { settingsMissing } from './issue/issue-settings-file.js';
import { duplicateMember, membersEmpty, membersMissing } from './registry.js';

/** What is found while the files of the secretariat are read. */
export const WORKSPACE_RULES = [
  duplicateMember,
  membersEmpty,
  membersMissing,
  secretInConfiguration,
  settingsMissing,
] as const;
