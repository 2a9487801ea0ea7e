import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';

/** The time that a browser has to end by itself when it was told to. */
const ENDING_MS = 5000;
/** The longest wait for killed processes: in a container where nobody reaps them, they stay listed for ever. */
const DYING_MS = 200;
/** For how long the profile is tried to be deleted. */
const REMOVING_MS = 2000;
const POLL_MS = 20;
/** Windows has no groups of processes, and ends a browser's own together with its first one. */
const HAS_GROUP = process.platform !== 'win32';

/** A browser's processes, with a profile that is taken away with them. */
export interface BrowserProcess {
  readonly to: Writable;
  readonly from: Readable;
  /** Settles, with how that was, when the first process has ended. */
  readonly ended: Promise<string>;
  /** Waits until it ends, but not for long; then ends what is left and takes the profile away. It never fails. */
  readonly end: () => Promise<void>;
}

function pipesOf(child: ChildProcess): readonly [Writable, Readable] {
  const [, , , to, from] = child.stdio;
  if (!(to instanceof Writable) || !(from instanceof Readable)) throw new Error('the browser has no pipes');
  return [to, from];
}

/** Looks until something has come true, or long enough: nothing tells when a child's child has ended. */
async function waitUntil(test: () => boolean, milliseconds: number): Promise<boolean> {
  const start = performance.now();
  while (!test()) {
    if (performance.now() - start > milliseconds) return false;
    await setTimeout(POLL_MS);
  }
  return true;
}

/** Sends a signal to a browser's first process and its children; 0 only asks. False where no process is left. */
function signalAll(child: ChildProcess, signal: 'SIGKILL' | 0): boolean {
  if (child.pid === undefined) return false;
  try {
    return HAS_GROUP ? process.kill(-child.pid, signal) : child.kill(signal);
  } catch {
    return false;
  }
}

/** Removes a folder; false where somebody still writes in it. */
function removed(folder: string): boolean {
  try {
    // Its own retries would not do: they remove the folder again, but not what came into it meanwhile.
    rmSync(folder, { recursive: true, force: true });
    return true;
  } catch {
    return false;
  }
}

/** Deletes a folder at the end of this process, which does not wait for promises. */
function removeWithoutAwait(folder: string): void {
  const nobodyWakesIt = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; !removed(folder) && waited < REMOVING_MS; waited += POLL_MS) {
    Atomics.wait(nobodyWakesIt, 0, 0, POLL_MS);
  }
}

function startWith(profile: string, program: string, flags: readonly string[]): BrowserProcess {
  const child = spawn(program, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    // A group of its own, so that none of its processes outlives the first one. Ctrl-C at a terminal does not reach
    // that group: the picture that is under way is finished, and the process that started the browser ends it.
    detached: HAS_GROUP,
  });
  let over = false;
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => {
      resolve(`cannot be started: ${error.message}`);
    });
    child.once('exit', (code, signal) => {
      resolve(`ended by itself (${String(code ?? signal)})`);
    });
  }).finally(() => {
    over = true;
  });
  const [to, from] = pipesOf(child);
  // A pipe that breaks is told of by the end of the browser.
  for (const pipe of [to, from]) pipe.on('error', () => undefined);
  const onExit = () => {
    signalAll(child, 'SIGKILL');
    removeWithoutAwait(profile);
  };
  process.once('exit', onExit);
  return {
    to,
    from,
    ended,
    async end() {
      await waitUntil(() => over, ENDING_MS);
      signalAll(child, 'SIGKILL');
      await waitUntil(() => !signalAll(child, 0), DYING_MS);
      // A profile that cannot be deleted stays in the folder for temporary files; that is no reason to fail.
      await waitUntil(() => removed(profile), REMOVING_MS);
      process.off('exit', onExit);
      // Somebody may have inherited the pipes: this process does not wait for them.
      for (const pipe of [to, from]) pipe.destroy();
      child.unref();
    },
  };
}

/** Starts a browser with a fresh profile, and with a pair of pipes as its descriptors 3 and 4. */
export function startBrowserProcess(program: string, flags: readonly string[]): BrowserProcess {
  const profile = mkdtempSync(path.join(tmpdir(), 'newsletter-browser-'));
  try {
    return startWith(profile, program, flags);
  } catch (error) {
    removed(profile);
    throw error;
  }
}
