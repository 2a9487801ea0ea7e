import type { Finding, RuleId, Severity } from '../model/finding.js';

/** The content of a finding about a whole file. */
export interface FileFindingText {
  readonly ruleId: RuleId;
  readonly severity?: Severity;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  readonly expected: string;
  readonly actual: string;
  readonly help: string;
}

/** Makes a finding about a file: an error at its first line, unless the content says otherwise. */
export function fileFinding(file: string, text: FileFindingText): Finding {
  return { severity: 'error', line: 1, column: 1, ...text, file };
}
