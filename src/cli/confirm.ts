import { NewsletterError } from '../model/error.js';
import { askLine } from './ask-line.js';
import type { Output } from './output.js';

/** What is about to be done, for the person who has to confirm it. */
export interface Confirmation {
  readonly issue: string;
  /** Lines to show above the question. */
  readonly details?: readonly string[] | undefined;
  /** A sentence on what will happen. */
  readonly what: string;
  /** A sentence on what is at risk. */
  readonly risk?: string | undefined;
}

/** Whether a person sits at a terminal, who can be asked. */
export function isOnTerminal(): boolean {
  return process.stdin.isTTY && process.stderr.isTTY;
}

/**
 * Asks for confirmation; the person has to type the issue's name.
 *
 * @returns `false` when Ctrl-C, or the end of the terminal, came instead of an answer.
 * @throws NewsletterError `confirmation-missing` when nobody can be asked, or the answer differs.
 */
export async function confirmByName(
  { issue, details = [], what, risk }: Confirmation,
  output: Output,
  signal: AbortSignal,
): Promise<boolean> {
  const refusal = (message: string) =>
    new NewsletterError('confirmation-missing', {
      message,
      expected: `the name of the issue, ${issue}, typed by a person, or --yes`,
      help: 'Nothing was done. Look at it once more, then run the command again.',
    });
  const risky = risk === undefined ? '' : ` ${risk}`;
  if (!isOnTerminal() || output.json) {
    throw refusal(`${what}${risky} There is nobody to ask whether that is meant.`);
  }
  output.endProgress();
  for (const line of details) output.note(line);
  const answer = await askLine(`${what}${risky} Type ${issue} to go on: `, signal);
  if (answer === undefined) return false;
  if (answer.trim() !== issue) throw refusal('It was not confirmed.');
  return true;
}
