import type { Severity } from '../../finding.js';
import { count } from './count.js';

/** The names of severities, in the terminal and in the preview. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', info: 'Note' };

/** `2 errors, 1 warning, 1 note`; a note needs no action. */
export function findingsInWords({ error, warning, info }: Readonly<Record<Severity, number>>): string {
  const toFix = error + warning === 0 ? 'nothing to fix' : `${count(error, 'error')}, ${count(warning, 'warning')}`;
  return info === 0 ? toFix : `${toFix}, ${count(info, 'note')}`;
}
