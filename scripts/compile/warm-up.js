// node scripts/compile/warm-up.js DIST WORKSPACE runs the commands that people use most, and stores what V8 compiled in
// the meantime. scripts/compile.js calls it.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [dist = 'dist', workspace = '.'] = process.argv.slice(2);
const { default: start } = await import(pathToFileURL(path.resolve(dist, 'start.cjs')).href);

// Nobody reads what these commands print.
process.stdout.write = () => true;
process.stderr.write = () => true;

process.argv = [process.execPath, 'newsletter', '--version'];
// V8 accepts compiled code only with the flags with which it was made.
start.setUp();
start.load('cli/main.cjs');
const { runProgram } = start.load('program.cjs');
for (const command of [['--help'], ['status'], ['check'], ['build'], ['report'], ['send', '--dry-run']]) {
  const where = command[0] === '--help' ? [] : ['--workspace', workspace];
  process.argv = [process.execPath, 'newsletter', ...command, ...where];
  await runProgram();
}
start.keepCompiledCode(writeFileSync);
// Some of the commands had nothing to do, which is not a failure here.
process.exitCode = 0;
