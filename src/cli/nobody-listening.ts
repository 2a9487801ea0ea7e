/**
 * An error of standard input, output or error: that a reader such as `head` closed early (EPIPE), or that the terminal
 * was closed (EIO), is no reason to break off what is under way.
 *
 * @throws every other error.
 */
export function ignoreNobodyListening(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
}
