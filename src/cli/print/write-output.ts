/** A reader such as `head` that closed early, or a closed terminal: nobody misses what is not printed. */
const NOBODY_LISTENS = new Set(['EPIPE', 'EIO']);

let lost: NodeJS.ErrnoException | undefined;

/**
 * Handles an error of standard input, output or error. None is a reason to interrupt the work, least of all a send.
 * What somebody misses, such as lines on a full disk, is reported at the end.
 */
export function noteLostOutput(error: NodeJS.ErrnoException): void {
  if (!NOBODY_LISTENS.has(error.code ?? '')) lost ??= error;
}

/** Prints. A file is written synchronously, and would throw on a full disk. */
export function writeOutput(stream: NodeJS.WriteStream, text: string): void {
  try {
    stream.write(text);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    noteLostOutput(error);
  }
}

/** Returns the first error that lost some output. */
export function lostOutput(): NodeJS.ErrnoException | undefined {
  return lost;
}

/** Says whether some output is still on its way to a slow reader of a pipe. */
export function isOutputUnderWay(): boolean {
  return process.stdout.writableLength > 0 || process.stderr.writableLength > 0;
}

/** Resolves when all output was taken, or its reader has gone. */
export async function outputTaken(): Promise<void> {
  await Promise.all([process.stdout, process.stderr].map(taken));
}

function taken(stream: NodeJS.WriteStream): Promise<void> {
  if (stream.writableLength === 0) return Promise.resolve();
  return new Promise((resolve) => {
    // Called after everything that was written before, even if that failed.
    stream.write('', () => {
      resolve();
    });
  });
}
