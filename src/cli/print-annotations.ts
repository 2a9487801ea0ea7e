import type { Finding, Severity } from '../model/finding.js';
import type { Output } from './output.js';

const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

/** Text in a workflow command of GitHub Actions, which ends at a line break. */
function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

/** Prints findings so that GitHub shows each beside its line. */
export function printAnnotations(findings: readonly Finding[], output: Output): void {
  for (const { severity, file, line, column, ruleId, message, expected, help } of findings) {
    const place = `file=${escapeProperty(file)},line=${String(line)},col=${String(column)},title=${escapeProperty(ruleId)}`;
    output.print(`::${LEVELS[severity]} ${place}::${escapeData(`${message} Expected: ${expected}. ${help}`)}`);
  }
}
