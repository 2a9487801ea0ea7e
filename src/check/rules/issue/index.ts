import type { Rule } from '../../engine/rule.js';
import { copiedRecord } from './copied-record.js';
import { dateInMonth } from './date-in-month.js';
import { misnamedFolder } from './misnamed-folder.js';
import { repeatedSettings } from './repeated-settings.js';
import { settingsCopy } from '../file/settings-copy.js';

/** Rules about the issue's folder and settings. */
export const ISSUE_RULES = [
  dateInMonth,
  repeatedSettings,
  misnamedFolder,
  copiedRecord,
  settingsCopy,
] as const satisfies readonly Rule[];
