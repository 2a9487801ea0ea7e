import type { Finding, Severity } from '../../model/finding.js';
import type { Annotation, Output } from '../output.js';

const LEVELS: Record<Severity, Annotation['level']> = { error: 'error', warning: 'warning', info: 'notice' };

/** Prints findings so that GitHub shows each beside its line. */
export function printAnnotations(findings: readonly Finding[], output: Output): void {
  for (const { severity, file, line, column, ruleId, message, expected, help } of findings) {
    output.annotate({
      level: LEVELS[severity],
      properties: { file, line: String(line), col: String(column), title: ruleId },
      text: `${message} Expected: ${expected}. ${help}`,
    });
  }
}
