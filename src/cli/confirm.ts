import { NewsletterError } from '../model/error.js';
import type { Output } from './output.js';

/** What is about to be done, for the person who has to say that it is meant. */
export interface Confirmation {
  readonly issue: string;
  /** A sentence on what will happen. */
  readonly what: string;
  /** A sentence on what is at risk. */
  readonly risk?: string | undefined;
}

/**
 * Asks whether something is meant, by having the issue's name typed.
 *
 * @returns `false` where Ctrl-C came instead of an answer.
 * @throws {NewsletterError} `confirmation-missing` where nobody can be asked, or the answer was another.
 */
export async function confirmByName(
  { issue, what, risk }: Confirmation,
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
  if (!process.stdin.isTTY || !process.stderr.isTTY || output.json) {
    throw refusal(`${what}${risky} There is nobody to ask whether that is meant.`);
  }
  output.endProgress();
  // Loaded here: every command starts by loading this file.
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // The terminal keeps Ctrl-C to itself while it asks.
  terminal.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  try {
    const answer = await terminal.question(`${what}${risky} Type ${issue} to go on: `, { signal });
    if (answer.trim() !== issue) throw refusal('It was not confirmed.');
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  } finally {
    terminal.close();
  }
}
