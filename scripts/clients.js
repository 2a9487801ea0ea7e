// npm run clients: opens the newsletter in real mail programs, light and dark, takes pictures of their windows, measures
// on them whether the words can be read, and puts them side by side in out/clients/index.html (docs/clients.md).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import * as desktop from './clients/desktop.js';
import { judgePictures, NOTHING, usedHeight } from './clients/judge.js';
import { buildMessage, NAMES, readMessage } from './clients/messages.js';
import { wallPage } from './clients/page.js';
import { chromium } from './clients/programs/chromium.js';
import { claws } from './clients/programs/claws.js';
import { evolution } from './clients/programs/evolution.js';
import { kmail } from './clients/programs/kmail.js';
import { roundcube } from './clients/programs/roundcube.js';
import { thunderbird } from './clients/programs/thunderbird.js';
import { SCREEN_PACKAGES } from './clients/screen.js';

const PROGRAMS = [chromium, thunderbird, claws, evolution, kmail, roundcube];
/** The message that is also forwarded, replied to and clicked. */
const USED = 'december';

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    message: { type: 'string', multiple: true, default: [] },
    out: { type: 'string', default: 'out/clients' },
    file: { type: 'string', multiple: true, default: [] },
  },
});

/** Those whose name was asked for, or all. */
const chosen = (asked, all, nameOf) =>
  asked.length === 0 ? all : all.filter((one) => asked.includes(nameOf(one).toLowerCase()));

/** Debian's packages that are not installed. */
function missingPackages(packages) {
  return packages.filter((name) => {
    const { stdout } = spawnSync('dpkg-query', ['-W', '-f=${db:Status-Abbrev}', name], { encoding: 'utf8' });
    return !stdout?.startsWith('ii');
  });
}

/** Writes pictures without what is empty below the message. */
async function writePictures(name, pictures) {
  const files = pictures.map((_, index) => `${name}${index === 0 ? '' : '-end'}.jpg`);
  for (const [index, picture] of pictures.entries()) {
    const { pixels, width, height } = picture;
    await sharp(pixels, { raw: { width, height, channels: 3 }, limitInputPixels: false })
      .extract({ left: 0, top: 0, width, height: usedHeight(picture) })
      .jpeg({ quality: 82 })
      .toFile(path.join(values.out, files[index]));
  }
  return files;
}

/** Runs one look at one message; whatever goes wrong is a failure of that look. */
async function lookAt(result, message, program, take) {
  try {
    const pictures = await take();
    const name = [result.program, message.name, result.look].join('-').toLowerCase().replace(/[ ,]+/g, '-');
    return {
      ...result,
      ...judgePictures(message, pictures, program.wordsBelowMarks),
      files: await writePictures(name, pictures),
    };
  } catch (error) {
    return { ...result, least: new Map(), files: [], failures: [error.message] };
  }
}

async function runProgram(program, message) {
  const ways = program.photograph === undefined ? desktop : program;
  const results = [];
  for (const dark of [false, true]) {
    const base = { program: program.name, version: program.version(), message: message.name };
    const result = await lookAt({ ...base, look: dark ? 'dark' : 'light' }, message, program, () =>
      ways.photograph(program, message, { dark }),
    );
    if (message.name === USED && !dark) {
      try {
        result.anchor = await ways.followAnchor(program, message, { dark });
      } catch (error) {
        result.failures.push(error.message);
      }
    }
    results.push(result);
    if (message.name !== USED) continue;
    for (const view of Object.keys(program.views)) {
      const used = await lookAt(
        { ...base, look: `${view}, ${dark ? 'dark' : 'light'}` },
        message,
        program,
        async () => [await ways.photographView(program, message, { dark, view })],
      );
      // Some programs answer without pictures, and the marks are pictures.
      results.push({ ...used, failures: used.failures.filter((failure) => failure !== NOTHING) });
    }
  }
  return results;
}

function printResult({ program, message, look, least, failures, anchor }) {
  const figures = [...least].map(([kind, { contrast }]) => `${kind} ${contrast.toFixed(1)}`).join(', ');
  console.log(`${failures.length === 0 ? 'ok  ' : 'FAIL'} ${program}, ${message}, ${look}: ${figures}`);
  if (anchor !== undefined) console.log(`       the contents lead to the news: ${anchor}`);
  for (const failure of failures) console.log(`       ${failure}`);
}

const programs = chosen(values.only, PROGRAMS, ({ name }) => name);
const missing = missingPackages([...new Set([...SCREEN_PACKAGES, ...programs.flatMap(({ packages }) => packages)])]);
if (missing.length > 0) {
  console.error(`These packages of Debian are missing: ${missing.join(', ')}. Install them as root:
  apt-get update && apt-get install --no-install-recommends ${missing.join(' ')}
or leave programs out: npm run clients -- --only chromium --only thunderbird`);
  process.exit(1);
}
if (!existsSync('dist/start.cjs')) await import('./compile.js');

const folder = mkdtempSync(path.join(tmpdir(), 'newsletter-clients-messages-'));
rmSync(values.out, { recursive: true, force: true });
mkdirSync(values.out, { recursive: true });
const results = [];
try {
  const messages = [];
  for (const file of values.file) messages.push(await readMessage(file, folder));
  if (values.file.length === 0) {
    for (const name of chosen(values.message, NAMES, (one) => one)) messages.push(await buildMessage(name, folder));
  }
  for (const message of messages) {
    for (const program of programs) {
      for (const result of await runProgram(program, message)) {
        results.push(result);
        printResult(result);
      }
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
writeFileSync(path.join(values.out, 'index.html'), wallPage(new Date().toISOString().slice(0, 10), results));
const failed = results.filter(({ failures }) => failures.length > 0).length;
console.log(`\n${String(results.length)} looks, ${String(failed)} with something wrong: ${values.out}/index.html`);
if (failed > 0 || results.length === 0) process.exitCode = 1;
