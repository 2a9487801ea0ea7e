import { writeSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** A file or a hook that failed takes its tests with it, so it counts as one that failed. */
function countModule(module: TestModule, counts: Counts): void {
  if (module.errors().length > 0) counts.failed += 1;
  for (const suite of module.children.allSuites()) if (suite.errors().length > 0) counts.failed += 1;
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    // Begun and never ended, or never begun.
    if (state === 'pending') counts.failed += 1;
    else counts[state] += 1;
  }
}

function summaryLine({ passed, failed, skipped }: Counts): string {
  const line = `${String(passed)} passed, ${String(failed)} failed`;
  return skipped === 0 ? line : `${line}, ${String(skipped)} skipped`;
}

/** Ends the output of a test run with one line, `N passed, N failed`; with CI=true a skipped test fails the run. */
export default class SummaryReporter implements Reporter {
  /** Until the run has ended, it counts as one that crashed. */
  #counts: Counts = { passed: 0, failed: 1, skipped: 0 };

  onInit(): void {
    // At the very end, after whatever other reporters and Vitest itself print.
    process.once('exit', () => {
      writeSync(1, `${summaryLine(this.#counts)}\n`);
    });
  }

  onTestRunEnd(modules: readonly TestModule[], errorsOutsideOfTests: readonly unknown[]): void {
    const counts: Counts = { passed: 0, failed: errorsOutsideOfTests.length, skipped: 0 };
    for (const module of modules) countModule(module, counts);
    this.#counts = counts;
    if (counts.failed > 0) process.exitCode = 1;
    if (counts.skipped > 0 && process.env['CI'] === 'true') {
      process.stderr.write('With CI=true a skipped test is a failure.\n');
      process.exitCode = 1;
    }
  }
}
