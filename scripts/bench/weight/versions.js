// The program as another commit had it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Compiles a commit in a folder of its own, with the packages that are installed here, lends its program out and takes
 * it away.
 *
 * @param {string} commit
 * @param {(program: string) => void | Promise<void>} use
 */
export async function withVersion(commit, use) {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsletter-bench-version-'));
  try {
    const files = execFileSync('git', ['archive', commit], { maxBuffer: 1e9 });
    execFileSync('tar', ['-x', '-C', folder], { input: files });
    symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));
    execFileSync(process.execPath, ['scripts/compile.js'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
    await use(path.join(folder, 'bin', 'newsletter.js'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
