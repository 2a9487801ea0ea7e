import type { SendIssueResult } from '../app/send-issue.js';
import { NewsletterError } from '../model/error.js';
import { count } from './count.js';
import type { Output } from './output.js';

/**
 * Asks whether a real send is meant, by having the issue's name typed; a rehearsal leaves the machine as it was.
 *
 * @throws {NewsletterError} `confirmation-missing` where nobody can be asked, or the answer was another.
 */
export async function confirmSend(
  planned: Extract<SendIssueResult, { kind: 'dry-run' }>,
  output: Output,
): Promise<void> {
  const { report } = planned;
  if (planned.send === 'rehearsal' || report.pending === 0) return;
  const refusal = (message: string) =>
    new NewsletterError('confirmation-missing', {
      message,
      expected: `the name of the issue, ${report.issue}, typed by a person, or --yes`,
      help: 'Nothing was sent. Look at the build once more, then run the command again.',
    });
  if (!process.stdin.isTTY || !process.stderr.isTTY || output.json) {
    throw refusal('This would send real mail, and there is nobody to ask.');
  }
  // Loaded here: every command starts by loading this file.
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question(
      `This sends issue ${report.issue} to ${count(report.pending, 'subscriber')}. Type ${report.issue} to go on: `,
    );
    if (answer.trim() !== report.issue) throw refusal('The send was not confirmed.');
  } finally {
    terminal.close();
  }
}
