import type { Finding } from '../../model/finding.js';
import type { Issue } from '../../model/issue.js';

/** Gmail cuts off what passes about 102 KB, the way to unsubscribe first. */
const MOST_BYTES = 90_000;
/** Gmail drops a style sheet that passes about 16 KB. */
const MOST_STYLE_BYTES = 16_000;

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`;
}

/** Findings about an e-mail that is too large for the big mailbox providers. */
export function sizeFindings(issue: Issue, html: string): readonly Finding[] {
  const place = { file: `issues/${issue.id}/issue.yaml`, line: 1, column: 1 } as const;
  const bytes = Buffer.byteLength(html, 'utf8');
  const styleBytes = Math.max(
    0,
    ...[...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css = '']) => css.length),
  );
  const findings: Finding[] = [];
  if (bytes > MOST_BYTES) {
    findings.push({
      ...place,
      ruleId: 'edition/size',
      severity: 'warning',
      message: 'The e-mail is so long that Gmail may cut off its end, with the link to unsubscribe.',
      expected: `at most ${kilobytes(MOST_BYTES)} of HTML`,
      actual: kilobytes(bytes),
      help: 'Shorten the longest items, or leave some for the next issue.',
    });
  }
  if (styleBytes > MOST_STYLE_BYTES) {
    findings.push({
      ...place,
      ruleId: 'edition/style-size',
      severity: 'warning',
      message: 'The style sheet of the e-mail is so long that Gmail may drop it.',
      expected: `at most ${kilobytes(MOST_STYLE_BYTES)}`,
      actual: kilobytes(styleBytes),
      help: 'Shorten templates/email/parts/style.mjml.hbs in your workspace.',
    });
  }
  return findings;
}
