import type { RuleId, Severity } from '../../model/finding.js';
import type { SourceEdit } from './source-edits.js';

/** What a finding says about a place in a Markdown text. */
export interface MarkdownFinding {
  readonly ruleId: RuleId;
  readonly severity: Severity;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly expected: string;
  readonly actual: string;
  readonly help: string;
}

/** What Markdown would have shown differently from what was meant. */
export interface Discovery {
  /** `undefined` when the text is shown exactly as it was written. */
  readonly finding?: MarkdownFinding;
  /** Changes of the source after which Markdown reads what was meant. */
  readonly edits?: readonly SourceEdit[];
}

const MAX_QUOTED_CHARACTERS = 80;

/** Returns what somebody wrote on one line and in quotation marks. */
export function quoted(written: string): string {
  const line = written.replace(/\s+/g, ' ').trim();
  return `"${line.length > MAX_QUOTED_CHARACTERS ? `${line.slice(0, MAX_QUOTED_CHARACTERS - 1)}…` : line}"`;
}
