import { readFileSync } from 'node:fs';
import { compiledHelpFile, packageVersion } from '../app/workspace/package-files.js';
import { noteLostOutput } from './print/write-output.js';

process.stdout.on('error', noteLostOutput);

/** The text of `--help`, as it was written when the program was compiled; no line of it is longer. */
const HELP_WIDTH = 80;
const width = process.stdout.isTTY ? process.stdout.columns : HELP_WIDTH;
const helpFile = width >= HELP_WIDTH ? compiledHelpFile() : undefined;

// Both are often asked for, and need nothing of the rest.
if (process.argv.length === 3 && process.argv[2] === '--version') {
  process.stdout.write(`${packageVersion()}\n`);
} else if (process.argv.length === 3 && process.argv[2] === '--help' && helpFile !== undefined) {
  process.stdout.write(readFileSync(helpFile));
} else {
  void import('./program.js').then(({ runProgram }) => runProgram());
}
