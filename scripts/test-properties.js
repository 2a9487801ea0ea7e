/**
 * Runs the files that hold properties again and again, each time with new inputs: npm run test:properties [ROUNDS].
 * The CI draws the same inputs in every run, so new ones are looked for here.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const DEFAULT_ROUNDS = 10;

const rounds = Number(process.argv[2] ?? DEFAULT_ROUNDS);
const files = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .map((name) => path.join('tests', name))
  .filter((file) => file.endsWith('.test.ts') && readFileSync(file, 'utf8').includes("from 'fast-check'"));

for (let round = 1; round <= rounds; round += 1) {
  const seed = String(Math.trunc(Math.random() * 0x7fffffff));
  console.log(`Round ${String(round)} of ${String(rounds)}: PROPERTY_SEED=${seed}`);
  const { status } = spawnSync('npx', ['vitest', 'run', '--reporter=dot', ...files], {
    stdio: 'inherit',
    env: { ...process.env, PROPERTY_SEED: seed },
  });
  if (status !== 0) process.exit(status ?? 1);
}
