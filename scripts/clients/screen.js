// A screen of its own for one program: an X server without a monitor, a program that fits windows to it, and a home that lasts as long
// as the screen.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Debian's packages that every program with a window of its own needs. */
export const SCREEN_PACKAGES = ['xvfb', 'openbox', 'xdotool', 'imagemagick', 'dbus-daemon'];

const MAX_BYTES = 200_000_000;
/** How often a window is looked at, and for how long. */
const EVERY_MS = 400;
const MAX_MS = 180_000;

/** Every window fills the screen and has no frame, so that its picture is only the program's. */
const WINDOW_RULES = `<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc"><applications>
<application type="normal"><decor>no</decor><maximized>yes</maximized></application>
</applications></openbox_config>`;

/** imagemagick refuses more than 16,000 lines unless a policy says otherwise. */
const PICTURE_POLICY =
  '<policymap><policy domain="resource" name="height" value="32KP"/><policy domain="resource" name="width" value="32KP"/></policymap>';

/** The environment of a process, or nothing where it has ended in the meantime. */
function environmentOf(id) {
  try {
    return readFileSync(`/proc/${id}/environ`, 'latin1');
  } catch {
    return '';
  }
}

export class Screen {
  /** @type {string} */
  home = mkdtempSync(path.join(tmpdir(), 'newsletter-clients-'));
  #server;
  #frames;
  #display = '';

  /** Opens a screen. @param {{ width: number, height: number }} size in pixels */
  static async open({ width, height }) {
    const screen = new Screen();
    const size = `${String(width)}x${String(height)}x24`;
    screen.#server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', size], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    screen.#display = await new Promise((resolve, reject) => {
      screen.#server.on('error', reject);
      screen.#server.stdio[3].once('data', (bytes) => resolve(`:${String(bytes).trim()}`));
    });
    for (const folder of ['run', 'tmp', '.config', '.cache']) {
      mkdirSync(path.join(screen.home, folder), { recursive: true, mode: 0o700 });
    }
    screen.write('openbox.xml', WINDOW_RULES);
    // A blinking cursor never stands still.
    screen.write('.config/gtk-3.0/settings.ini', '[Settings]\ngtk-cursor-blink=0\n');
    screen.write('imagemagick/policy.xml', PICTURE_POLICY);
    screen.#frames = spawn('openbox', ['--config-file', path.join(screen.home, 'openbox.xml')], {
      env: screen.environment(),
      stdio: 'ignore',
    });
    return screen;
  }

  /** What a program on this screen finds around it. @param {Record<string, string>} more */
  environment(more = {}) {
    return {
      PATH: process.env.PATH,
      LANG: 'C.UTF-8',
      HOME: this.home,
      TMPDIR: path.join(this.home, 'tmp'),
      XDG_RUNTIME_DIR: path.join(this.home, 'run'),
      DISPLAY: this.#display,
      MAGICK_CONFIGURE_PATH: path.join(this.home, 'imagemagick'),
      LIBGL_ALWAYS_SOFTWARE: '1',
      NO_AT_BRIDGE: '1',
      ...more,
    };
  }

  /** Writes a file of the program's home. @param {string} name @param {string | Buffer} content */
  write(name, content) {
    const file = path.join(this.home, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  }

  /** Starts a program with a message bus of its own. */
  start(command, args, more = {}) {
    const log = path.join(this.home, 'program.log');
    const program = spawn('sh', ['-c', 'exec dbus-run-session -- "$@" >"$0" 2>&1', log, command, ...args], {
      env: this.environment(more),
      cwd: this.home,
      stdio: 'ignore',
    });
    program.on('error', () => undefined);
    return program;
  }

  /** What the program said last, for messages about what went wrong. */
  get log() {
    try {
      return readFileSync(path.join(this.home, 'program.log'), 'utf8').slice(-2000);
    } catch {
      return '';
    }
  }

  /** Returns what a command on this screen prints, or nothing where it fails. */
  ask(command, ...args) {
    try {
      return execFileSync(command, args, {
        env: this.environment(),
        stdio: ['ignore', 'pipe', 'ignore'],
        maxBuffer: MAX_BYTES,
      });
    } catch {
      return Buffer.alloc(0);
    }
  }

  /** Finds the visible windows whose title or class fits. @param {'name' | 'class'} by @param {string} pattern */
  windows(by, pattern) {
    const found = String(this.ask('xdotool', 'search', '--onlyvisible', `--${by}`, pattern)).trim();
    return found === '' ? [] : found.split('\n');
  }

  /** The title of a window. @param {string} window */
  title(window) {
    return String(this.ask('xdotool', 'getwindowname', window)).trim();
  }

  /** Takes a picture of one window. @param {string} window */
  capture(window) {
    const geometry = String(this.ask('xdotool', 'getwindowgeometry', '--shell', window));
    const width = Number(/WIDTH=(\d+)/.exec(geometry)?.[1]);
    const height = Number(/HEIGHT=(\d+)/.exec(geometry)?.[1]);
    const pixels = this.ask('import', '-silent', '-window', window, '-depth', '8', 'rgb:-');
    return pixels.length === 3 * width * height ? { pixels, width, height } : undefined;
  }

  /** Looks until there is something to see. @template T @param {string} what @param {() => T | undefined} look */
  async until(what, look) {
    const end = Date.now() + MAX_MS;
    while (Date.now() < end) {
      const seen = look();
      if (seen !== undefined) return seen;
      await pause(EVERY_MS);
    }
    throw new Error(`${what} did not appear. The program's last words:\n${this.log}`);
  }

  /**
   * Waits until a window looks the same twice, and as it should. A program may show another window first, so the window
   * is looked for each time.
   *
   * @param {string} what for the message about what went wrong
   * @param {() => string | undefined} find
   * @param {(picture: { pixels: Buffer, width: number, height: number }) => boolean} fits
   */
  standing(what, find, fits = () => true) {
    let before;
    return this.until(what, () => {
      const window = find();
      const now = window === undefined ? undefined : this.capture(window);
      const stands = now !== undefined && before !== undefined && now.pixels.equals(before.pixels) && fits(now);
      before = now;
      return stands ? now : undefined;
    });
  }

  click(x, y) {
    this.ask('xdotool', 'mousemove', String(x), String(y), 'click', '1');
  }

  /** Turns the wheel down at a place. */
  scroll(x, y, turns) {
    const wheel = ['click', '--repeat', String(turns), '--delay', '2', '5'];
    this.ask('xdotool', 'mousemove', String(x), String(y), ...wheel);
  }

  key(...keys) {
    this.ask('xdotool', 'key', '--clearmodifiers', ...keys);
  }

  /** Ends everything that was started with this home, and removes it. */
  async close() {
    for (const signal of ['SIGTERM', 'SIGKILL']) {
      for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
        if (!environmentOf(id).split('\0').includes(`HOME=${this.home}`)) continue;
        try {
          process.kill(Number(id), signal);
        } catch {
          // It ended by itself.
        }
      }
      await pause(EVERY_MS);
    }
    this.#server.kill();
    rmSync(this.home, { recursive: true, force: true, maxRetries: 5 });
  }
}
