// npm run demo: the whole way with the sample issue, by the commands that a person would type.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const ISSUE = '2020-12';

const STEPS = [
  ['build', ISSUE],
  ['subscribers', 'import', 'subscribers.sample.csv'],
  ['send', ISSUE, '--transport', 'outbox', '--yes'],
];

/**
 * Runs one command of the real program and shows its output; returns its exit code.
 *
 * @param {readonly string[]} args
 */
function run(args) {
  console.log(`\n$ npx newsletter ${args.join(' ')}`);
  const { status } = spawnSync(process.execPath, ['bin/newsletter.js', ...args], { stdio: 'inherit' });
  return status ?? 70;
}

function runAll() {
  for (const args of STEPS) {
    const code = run(args);
    if (code !== 0) return code;
  }
  console.log(`
Look at
  out/${ISSUE}/email.html      the e-mail, in a browser
  out/${ISSUE}/web/index.html  the web edition, in a browser
  outbox/${ISSUE}/             one message for each of the sample subscribers, for any mail program`);
  return 0;
}

if (!existsSync('dist/start.cjs')) await import('./compile.js');
process.exitCode = runAll();
