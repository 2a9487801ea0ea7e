// npm run bench:check: how the time and the memory of a check grow with the number of contributions, and how long a
// process that goes on running takes to check again after one of a hundred has changed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';

const NUMBERS = [10, 100, 1000];
const ROUNDS = 3;
/** A thousand are ten times a hundred: they may take ten times as long, times this factor. */
const MAX_GROWTH = 1.3;
/** Memory at a thousand, in times of that at ten. */
const MAX_MEMORY = 1.5;
const MAX_RECHECK_MS = 200;

const WORDS =
  'residence permit meeting policy support counselling network report partner region public training labour rights court migration shelter access legal advice project member platform evidence data protection compensation employer inspection'.split(
    ' ',
  );

/** A text that is different for every number, and the same in every run. */
function contribution(number) {
  let seed = number * 2654435761 + 1;
  const word = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return WORDS[seed % WORDS.length];
  };
  const sentence = () => `${Array.from({ length: 14 }, word).join(' ')}.`;
  const paragraph = () => Array.from({ length: 4 }, sentence).join(' ');
  const title = `Item ${String(number)} on ${word()} and ${word()}`;
  return `---\ntitle: ${title}\ndate: 2020-12-01\nsummary: ${sentence()}\nlink:\n  url: https://www.example.org/${String(number)}\n  label: Read about ${word()} ${String(number)}\n---\n\n${paragraph()}\n\n${paragraph()} [The report](https://www.example.org/report/${String(number)})\n\n- ${sentence()}\n- ${sentence()}\n`;
}

function workspaceOf(number) {
  const root = mkdtempSync(path.join(tmpdir(), 'newsletter-check-'));
  const write = (name, text) => {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  };
  write('newsletter.yaml', 'name: Bench\norganisation: Bench\nsender:\n  address: bench@example.org\n');
  write('members.yaml', 'members:\n  - { id: bench, name: Bench, kind: member, country: NL }\n');
  write('issues/2020-12/issue.yaml', 'title: December 2020\ndate: 2020-12-18\n');
  for (let index = 0; index < number; index += 1) {
    write(`issues/2020-12/contributions/bench/item-${String(index).padStart(4, '0')}.md`, contribution(index));
  }
  return root;
}

/** Runs the real program; what it took is told at its end by a script that is loaded before it. */
function measure(root) {
  const probe = `data:text/javascript,process.on('exit',()=>process.stderr.write(JSON.stringify({ms:performance.now(),kb:process.resourceUsage().maxRSS})))`;
  const program = path.resolve('bin/newsletter.js');
  const { status, stderr } = spawnSync(process.execPath, ['--import', probe, program, 'check', '--quiet'], {
    cwd: root,
  });
  if (status !== 0) throw new Error(stderr.toString());
  return JSON.parse(stderr.toString().trim().split('\n').at(-1));
}

async function measureRecheck() {
  const root = workspaceOf(100);
  const program = path.join(root, 'recheck.mjs');
  await build({
    stdin: {
      contents: `
        import { writeFileSync } from 'node:fs';
        import { openWorkspace } from '../../src/app/workspace/open-workspace.js';
        import { checkIssue } from '../../src/app/issue/check/check-issue.js';
        import { CheckMemory } from '../../src/app/issue/check/check-memory.js';
        const root = process.argv[2];
        const memory = new CheckMemory();
        const check = () => checkIssue(openWorkspace({ workspace: root, from: root, environment: {} }), {
          issue: '2020-12', pictures: 'cached', keepPassing: false, memory, onProgress: () => undefined,
        });
        await check();
        const times = [];
        for (let round = 0; round < 9; round += 1) {
          const text = JSON.parse(process.argv[3]) + '\\n\\nRound ' + round + '.\\n';
          writeFileSync(root + '/issues/2020-12/contributions/bench/item-0050.md', text);
          const started = performance.now();
          await check();
          times.push(performance.now() - started);
        }
        console.log(JSON.stringify(times.sort((a, b) => a - b)[4]));`,
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    outfile: program,
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: ['sharp', 'pdfjs-dist', '@napi-rs/canvas'],
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
  const { stdout, stderr } = spawnSync(process.execPath, [program, root, JSON.stringify(contribution(50))]);
  rmSync(root, { recursive: true, force: true });
  const milliseconds = Number(stdout.toString());
  if (!(milliseconds > 0)) throw new Error(stderr.toString());
  return milliseconds;
}

const results = NUMBERS.map((number) => {
  const root = workspaceOf(number);
  const runs = Array.from({ length: ROUNDS }, () => measure(root));
  rmSync(root, { recursive: true, force: true });
  const median = (key) => runs.map((run) => run[key]).sort((left, right) => left - right)[Math.floor(ROUNDS / 2)];
  return { number, ms: median('ms'), kb: median('kb') };
});

console.log(`Check (medians of ${String(ROUNDS)} runs)`);
for (const { number, ms, kb } of results) {
  console.log(
    `  ${String(number).padStart(5)} contributions  ${ms.toFixed(0).padStart(6)} ms  ${(kb / 1024).toFixed(0).padStart(5)} MB`,
  );
}
const [ten, hundred, thousand] = results;
const growth = (thousand.ms - hundred.ms) / 900 / ((hundred.ms - ten.ms) / 90);
const memory = thousand.kb / ten.kb;
const recheck = await measureRecheck();

function judge(words, value, most, unit) {
  const fine = value <= most;
  console.log(`  ${words}: ${value.toFixed(2)}${unit}, at most ${String(most)}${unit}  ${fine ? 'ok' : 'TOO MUCH'}`);
  if (!fine) process.exitCode = 1;
}

judge('time for each more, from 100 to 1000 beside from 10 to 100', growth, MAX_GROWTH, ' ×');
judge('memory at 1000 beside at 10', memory, MAX_MEMORY, ' ×');
judge('one of 100 changed, in a running process', recheck, MAX_RECHECK_MS, ' ms');
