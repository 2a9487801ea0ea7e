// The programs that `bench:send` and `bench:sendgrid` compare, each run to its end in a folder of its own.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';

/** A folder with our sender, bundled as the program itself is. */
export class Programs {
  folder = mkdtempSync(path.join(tmpdir(), 'newsletter-bench-'));

  async compileOurs() {
    for (const name of ['node_modules', 'package.json']) symlinkSync(path.resolve(name), this.path(name));
    await build({
      entryPoints: { ours: path.resolve('scripts/bench/sending/ours.js') },
      outdir: this.folder,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      logLevel: 'error',
    });
  }

  /** @param {string} name */
  path(name) {
    return path.join(this.folder, name);
  }

  /** Runs a program to its end, and gives back what it printed. @param {readonly string[]} command @param {Record<string, string>} [environment] */
  run([program = '', ...args], environment = {}) {
    const env = { ...process.env, ...environment };
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: this.folder, env, maxBuffer: 1e8 });
    if (status !== 0)
      throw new Error(`${program} ${args.join(' ')} ended with ${String(status)}: ${stderr.toString()}`);
    return stdout.toString();
  }

  /** Runs one of this folder's neighbours with Node; it prints JSON. @param {string} name @param {readonly string[]} args */
  runOther(name, args) {
    return JSON.parse(this.run([process.execPath, path.resolve('scripts/bench/sending', name), ...args]));
  }

  /** Makes a workspace with a build and its readers. @param {string} name @param {number} readers */
  prepareReaders(name, readers) {
    this.run([process.execPath, this.path('ours.js'), 'prepare', this.path(name), String(readers)]);
  }

  /**
   * Sends to all readers of a prepared workspace, in a copy of it.
   *
   * @param {{ mode: 'ledger' | 'without', from: string, messages: number, environment: Record<string, string> }} sending
   */
  sendOurs({ mode, from, messages, environment }) {
    const root = this.path('running');
    cpSync(this.path(from), root, { recursive: true });
    try {
      const printed = this.run([process.execPath, this.path('ours.js'), mode, root, String(messages)], environment);
      const answer = JSON.parse(printed);
      if (answer.sent !== messages) throw new Error(`${String(answer.sent)} of ${String(messages)} were sent`);
      return answer;
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
