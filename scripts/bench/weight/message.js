// Makes one reader's message with a version of the program, and takes it apart.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import PostalMime from 'postal-mime';

const ISSUE = '2020-12';

/**
 * Runs a command; returns whether it was done, and not refused because the e-mail would be too long.
 *
 * @param {string} program
 * @param {string} from
 * @param {readonly string[]} args
 */
function run(program, from, args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: from, encoding: 'utf8' });
  if (status === 1 && stdout.includes('edition/size')) return false;
  if (status !== 0) throw new Error(`newsletter ${args.join(' ')} ended with ${String(status)}:\n${stdout}${stderr}`);
  return true;
}

/**
 * The message of one reader, as the transport `outbox` writes it: the bytes of the wire, but for a signature. Undefined
 * where the e-mail would be too long to be built.
 *
 * @param {string} program
 * @param {readonly ((root: string, program: string) => void)[]} steps make the workspace
 */
export function makeMessage(program, steps) {
  const root = mkdtempSync(path.join(tmpdir(), 'newsletter-bench-weight-'));
  try {
    for (const step of steps) step(root, program);
    writeFileSync(path.join(root, 'readers.csv'), 'email,name\nanna@example.org,Anna Example\n');
    if (!run(program, root, ['build', ISSUE])) return undefined;
    run(program, root, ['subscribers', 'import', 'readers.csv', '--quiet']);
    run(program, root, ['send', ISSUE, '--transport', 'outbox', '--yes', '--quiet']);
    const outbox = path.join(root, 'outbox', ISSUE);
    const [file = ''] = readdirSync(outbox);
    return readFileSync(path.join(outbox, file));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** @param {Buffer} message */
export async function htmlOf(message) {
  const { html } = await PostalMime.parse(message);
  if (html === undefined) throw new Error('The message has no HTML.');
  return html;
}

/** The different words that the HTML shows. @param {Buffer} message */
export async function wordsOf(message) {
  const shown = (await htmlOf(message))
    .replace(/<!--[\s\S]*?-->|<(style|title)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&#x3D;/g, '=')
    .replace(/&nbsp;/g, ' ');
  return new Set(shown.split(/\s+/).filter((word) => word !== ''));
}
