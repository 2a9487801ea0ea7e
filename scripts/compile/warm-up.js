// node scripts/compile/warm-up.js DIST WORKSPACE
// Runs the commands that people run most often, and keeps what V8 compiled meanwhile. Called by scripts/compile.js.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [dist = 'dist', workspace = '.'] = process.argv.slice(2);
const { default: start } = await import(pathToFileURL(path.resolve(dist, 'start.cjs')).href);

// What the commands print is meant for nobody.
process.stdout.write = () => true;
process.stderr.write = () => true;

process.argv = [process.execPath, 'newsletter', '--version'];
// V8 takes compiled code only with the flags with which it was made.
start.setUp();
start.load('cli/main.cjs');
const { runProgram } = start.load('program.cjs');
for (const command of [['--help'], ['status'], ['check'], ['build'], ['report'], ['send', '--dry-run']]) {
  const where = command[0] === '--help' ? [] : ['--workspace', workspace];
  process.argv = [process.execPath, 'newsletter', ...command, ...where];
  await runProgram();
}
start.keepCompiledCode(writeFileSync);
// Some of the commands had nothing to do, which is no failure here.
process.exitCode = 0;
