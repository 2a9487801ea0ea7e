import { noteLostOutput } from './write-output.js';

/**
 * Asks the person at the terminal for a line.
 *
 * @param signal ends the asking.
 * @returns `undefined` where it was ended, by Ctrl-C or since the terminal was closed.
 */
export async function askLine(question: string, signal: AbortSignal): Promise<string | undefined> {
  // Loaded here: every command starts by loading this file.
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // The terminal keeps Ctrl-C to itself while it asks.
  terminal.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  // Where the terminal is closed instead of an answer, SIGHUP says so.
  terminal.on('error', noteLostOutput);
  try {
    return await terminal.question(question, { signal });
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  } finally {
    terminal.close();
  }
}
