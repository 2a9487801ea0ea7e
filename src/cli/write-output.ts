/** A reader such as `head` that closed early, and a terminal that was closed: nobody misses what is not printed. */
const NOBODY_LISTENS = new Set(['EPIPE', 'EIO']);

let lost: NodeJS.ErrnoException | undefined;

/**
 * For an error of standard input, output or error: none is a reason to break off what is under way, a send above all.
 * What somebody misses, such as lines on a full disk, is remembered for the end.
 */
export function noteLostOutput(error: NodeJS.ErrnoException): void {
  if (!NOBODY_LISTENS.has(error.code ?? '')) lost ??= error;
}

/** Prints; what is a file is written at once, and would throw where the disk is full. */
export function writeOutput(stream: NodeJS.WriteStream, text: string): void {
  try {
    stream.write(text);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    noteLostOutput(error);
  }
}

/** The first error by which something that was printed got lost. */
export function lostOutput(): NodeJS.ErrnoException | undefined {
  return lost;
}

/** Whether something that was printed is still on its way to a slow reader of a pipe. */
export function isOutputUnderWay(): boolean {
  return process.stdout.writableLength > 0 || process.stderr.writableLength > 0;
}

/** Resolves when everything that was printed was taken, or its reader has gone. */
export async function outputTaken(): Promise<void> {
  await Promise.all([process.stdout, process.stderr].map(taken));
}

function taken(stream: NodeJS.WriteStream): Promise<void> {
  if (stream.writableLength === 0) return Promise.resolve();
  return new Promise((resolve) => {
    // Called after all that was written before, and also where that failed.
    stream.write('', () => {
      resolve();
    });
  });
}
