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
