import { toolVersion } from '../app/tool.js';

// A reader such as `head` that closes early is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

if (process.argv.length === 3 && process.argv[2] === '--version') {
  // Scripts ask for it, and it needs nothing of the rest.
  process.stdout.write(`${toolVersion()}\n`);
} else {
  void import('./program.js').then(({ runProgram }) => runProgram());
}
