// Takes pictures of messages as Thunderbird shows them, in light and in dark: node scripts/thunderbird.js FOLDER
// MESSAGE.eml… It needs Debian's thunderbird, xvfb, xdotool and imagemagick. A message longer than the screen gets a
// second picture of its end.
import { spawn, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';

// As high as imagemagick accepts by the policy that Debian ships.
const WIDTH = 900;
const HEIGHT = 15_600;
const MAX_SECONDS = 60;

/** A profile without greetings, questions or searches for updates. */
function preferences(scheme) {
  const dark = scheme === 'dark' ? 1 : 0;
  const chosen = {
    'app.update.enabled': false,
    'browser.theme.content-theme': 1 - dark,
    'browser.theme.toolbar-theme': 1 - dark,
    'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
    'extensions.activeThemeID': `thunderbird-compact-${scheme}@mozilla.org`,
    'general.smoothScroll': false,
    'layout.css.prefers-color-scheme.content-override': 1 - dark,
    'mail.accounthub.enabled': false,
    'mail.provider.suppress_dialog_on_startup': true,
    'mail.rights.version': 1,
    'mail.shell.checkDefaultClient': false,
    'mail.spotlight.firstRunDone': true,
    'mailnews.start_page.enabled': false,
    'network.dns.disabled': true,
    'ui.systemUsesDarkTheme': dark,
  };
  return Object.entries(chosen)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}

/** Starts an X server without a screen, on a free display. */
async function startDisplay() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${String(WIDTH)}x${String(HEIGHT)}x24`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise((resolve, reject) => {
    server.on('error', reject);
    server.stdio[3].once('data', (bytes) => resolve(String(bytes).trim()));
  });
  return { server, display: `:${number}` };
}

/** Returns what an X program prints, or nothing when it finds nothing. */
function ask(program, args, display) {
  try {
    return execFileSync(program, args, {
      env: { ...process.env, DISPLAY: display },
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 4 * WIDTH * HEIGHT,
    });
  } catch {
    return Buffer.alloc(0);
  }
}

/** Returns the screen once it is still: twice the same, a second apart, with a message on it. */
async function standingScreen(display) {
  let before = Buffer.alloc(0);
  for (let second = 0; second < MAX_SECONDS; second += 1) {
    await pause(1000);
    const titles = ask('xdotool', ['search', '--onlyvisible', '--name', '. - Mozilla Thunderbird$'], display);
    const windows = String(titles).trim().split('\n').length;
    const now = ask('import', ['-window', 'root', '-depth', '8', 'rgb:-'], display);
    if (windows > 1 && now.length > 0 && now.equals(before)) return now;
    before = now;
  }
  throw new Error(`Thunderbird showed no message within ${String(MAX_SECONDS)} seconds.`);
}

/** Writes what `import` read from the screen. */
async function writePicture(pixels, file) {
  await sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .png()
    .toFile(file);
}

async function photograph(message, scheme, folder) {
  const home = mkdtempSync(path.join(tmpdir(), 'newsletter-thunderbird-'));
  writeFileSync(path.join(home, 'user.js'), preferences(scheme));
  const { server, display } = await startDisplay();
  const program = spawn('thunderbird', ['--no-remote', '--profile', home, path.resolve(message)], {
    env: { ...process.env, HOME: home, DISPLAY: display },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => program.once('exit', resolve));
  try {
    const name = path.join(folder, `${path.basename(message, '.eml')}-${scheme}`);
    const start = await standingScreen(display);
    await writePicture(start, `${name}.png`);
    ask('xdotool', ['mousemove', '400', '9000', 'click', '1', 'key', 'End'], display);
    const end = await standingScreen(display);
    if (!end.equals(start)) await writePicture(end, `${name}-end.png`);
  } finally {
    program.kill();
    await ended;
    server.kill();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

const [folder, ...messages] = process.argv.slice(2);
if (folder === undefined || messages.length === 0) {
  throw new Error('Say where the pictures go, and which messages: node scripts/thunderbird.js FOLDER MESSAGE.eml…');
}
mkdirSync(folder, { recursive: true });
for (const message of messages) {
  for (const scheme of ['light', 'dark']) await photograph(message, scheme, folder);
}
