import { InvalidArgumentError } from 'commander';

/** Reads the port from the command line. */
export function portNumber(written: string): number {
  const port = Number(written);
  if (!/^\d{1,5}$/.test(written) || port > 65_535) {
    throw new InvalidArgumentError('Write a whole number from 0 to 65535; 0 takes any free port.');
  }
  return port;
}
