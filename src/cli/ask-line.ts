import { visible } from '../model/visible.js';
import { noteLostOutput, writeOutput } from './print/write-output.js';

/** The kernel reports both that the terminal is gone and that its input has ended, in either order. */
function noteClosedTerminal(): void {
  process.emit('SIGHUP', 'SIGHUP');
}

/**
 * Asks the person at the terminal for a line.
 *
 * @param signal ends the question.
 * @returns an empty text after Ctrl-D; `undefined` when Ctrl-C ended the question, or the terminal was closed.
 */
export async function askLine(question: string, signal: AbortSignal): Promise<string | undefined> {
  // Loaded here, because every command starts by loading this file.
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // While it asks, the terminal handles Ctrl-C itself and leaves the cursor after the question.
  terminal.on('SIGINT', () => {
    writeOutput(process.stderr, '\n');
    process.kill(process.pid, 'SIGINT');
  });
  terminal.on('error', (error: Error) => {
    noteLostOutput(error);
    noteClosedTerminal();
  });
  process.stdin.once('end', noteClosedTerminal);
  try {
    return await terminal.question(visible(question), { signal });
  } catch (error) {
    if (signal.aborted) return undefined;
    if (!(error instanceof Error) || error.name !== 'AbortError') throw error;
    // Ctrl-D leaves it there too.
    writeOutput(process.stderr, '\n');
    return '';
  } finally {
    process.stdin.off('end', noteClosedTerminal);
    terminal.close();
  }
}
