import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { buildDecember, copyDecember, copyWorkspace, DECEMBER, temporaryFolder } from '../support/cli/december.js';
import { TRANSPORTS } from '../../src/transports/registry.js';
import { withFileVariables } from '../../src/workspace/settings/transport-definition.js';
import { runNewsletter } from '../support/cli/run-newsletter.js';

/** Those whose names do not say that they are ours. */
const VARIABLES_OF_TRANSPORTS = Object.fromEntries(
  TRANSPORTS.flatMap(({ variables }) => withFileVariables(variables))
    .filter((name) => !name.startsWith('NEWSLETTER_'))
    .map((name) => [name, 'a secret']),
);

let built: string;
beforeAll(async () => {
  built = await buildDecember();
});

/** The built workspace, with what is to stand in its configuration; that changes no edition. */
function workspaceWith(publish: string): string {
  const root = copyWorkspace(built);
  const file = path.join(root, 'newsletter.yaml');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n${publish}\n`);
  return root;
}

/** Builds once more: the configuration is an input. */
async function builtWith(publish: string): Promise<string> {
  const root = workspaceWith(publish);
  const { code, stdout, stderr } = await runNewsletter(['build'], { from: root });
  if (code !== 0) throw new Error(`${stdout}${stderr}`);
  return root;
}

function filesOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(folder, file), createHash('sha256').update(readFileSync(file)).digest('hex')];
    }),
  );
}

const publishedSchema = z.object({
  kind: z.string(),
  files: z.number(),
  changed: z.array(z.string()),
  unchanged: z.array(z.string()),
  left: z.array(z.string()),
  dryRun: z.boolean(),
});
const errorSchema = z.object({ error: z.object({ code: z.string(), message: z.string(), help: z.string() }) });

function errorOf(stdout: string) {
  return errorSchema.parse(JSON.parse(stdout)).error;
}

describe('newsletter publish, to a folder', () => {
  test('copies the web edition and nothing else, the page last, and removes nothing', async () => {
    const root = await builtWith('publish: { folder: www }');
    const target = path.join(root, 'www', DECEMBER);
    mkdirSync(path.join(target, 'pictures'), { recursive: true });
    writeFileSync(path.join(target, 'pictures', 'of-an-earlier-mail.jpg'), 'x');
    writeFileSync(path.join(root, 'out', DECEMBER, 'web', 'not-of-the-build.txt'), 'secret');

    const dry = publishedSchema.parse(
      JSON.parse((await runNewsletter(['publish', '--dry-run', '--json'], { from: root })).stdout),
    );
    expect(dry).toMatchObject({ dryRun: true, unchanged: [], left: ['pictures/of-an-earlier-mail.jpg'] });
    expect(readdirSync(target)).toEqual(['pictures']);
    expect(existsSync(path.join(root, 'issues', DECEMBER, 'published.json'))).toBe(false);

    const outcome = await runNewsletter(['publish', '--json'], { from: root });
    expect(outcome.code, outcome.stdout).toBe(0);
    const published = publishedSchema.parse(JSON.parse(outcome.stdout));
    expect(published.changed).toEqual(dry.changed);
    expect(published.changed.at(-1)).toBe('index.html');
    const { 'not-of-the-build.txt': leftOut, ...web } = filesOf(path.join(root, 'out', DECEMBER, 'web'));
    expect(leftOut).toBeDefined();
    expect(Object.keys(web)).toHaveLength(published.files);
    expect(filesOf(target)).toEqual({ ...web, 'pictures/of-an-earlier-mail.jpg': expect.any(String) as unknown });
    expect(Object.keys(web)).toContain('calendar.ics');

    const again = await runNewsletter(['publish'], { from: root });
    expect(again.stdout).toContain('nothing has changed');
    const record: unknown = JSON.parse(readFileSync(path.join(root, 'issues', DECEMBER, 'published.json'), 'utf8'));
    const message = readFileSync(path.join(root, 'out', DECEMBER, 'message.json'));
    expect(record).toMatchObject({ issue: DECEMBER, buildHash: createHash('sha256').update(message).digest('hex') });
  });

  test('says what is in the way, and leaves the earlier page as it was', async () => {
    const root = await builtWith('publish: { folder: www }');
    mkdirSync(path.join(root, 'www', DECEMBER), { recursive: true });
    writeFileSync(path.join(root, 'www', DECEMBER, 'index.html'), 'the earlier page');
    writeFileSync(path.join(root, 'www', DECEMBER, 'pictures'), 'a file where a folder should be');
    const outcome = await runNewsletter(['publish', '--json'], { from: root });
    expect(outcome.code).toBe(1);
    expect(errorOf(outcome.stdout).code).toBe('publish-failed');
    expect(readFileSync(path.join(root, 'www', DECEMBER, 'index.html'), 'utf8')).toBe('the earlier page');
    expect(existsSync(path.join(root, 'issues', DECEMBER, 'published.json'))).toBe(false);
  });
});

describe('newsletter publish, through a command', () => {
  test('hands over a folder with the web edition, the issue, and none of our secrets', async () => {
    const script = path.join(temporaryFolder(), 'publish.mjs');
    writeFileSync(
      script,
      `import { cpSync, writeFileSync } from 'node:fs';
       cpSync(process.env.NEWSLETTER_WEB_FOLDER, process.argv[2], { recursive: true });
       writeFileSync('environment.json', JSON.stringify(process.env));
       console.log('copied', process.env.NEWSLETTER_ISSUE, process.argv[3]);`,
    );
    const root = await builtWith(
      `publish:\n  command: [${JSON.stringify(process.execPath)}, ${JSON.stringify(script)}, www, "$HOME; false"]`,
    );
    writeFileSync(path.join(root, 'out', DECEMBER, 'web', 'not-of-the-build.txt'), 'secret');
    const outcome = await runNewsletter(['publish'], {
      from: root,
      environment: { NEWSLETTER_TOKEN_KEY: 'x'.repeat(40), ...VARIABLES_OF_TRANSPORTS },
    });
    expect(outcome.code, outcome.stderr).toBe(0);
    // No shell has looked at the words.
    expect(outcome.stderr).toContain(`copied ${DECEMBER} $HOME; false`);
    const { 'not-of-the-build.txt': leftOut, ...web } = filesOf(path.join(root, 'out', DECEMBER, 'web'));
    expect(leftOut).toBeDefined();
    expect(filesOf(path.join(root, 'www'))).toEqual(web);
    const environment = z
      .record(z.string(), z.string())
      .parse(JSON.parse(readFileSync(path.join(root, 'environment.json'), 'utf8')));
    expect(
      Object.keys(environment)
        .filter((name) => /^(NEWSLETTER|SENDGRID)_/.test(name))
        .sort(),
    ).toEqual(['NEWSLETTER_ISSUE', 'NEWSLETTER_WEB_FOLDER']);
    expect(Object.keys(VARIABLES_OF_TRANSPORTS)).toContain('SENDGRID_API_KEY');
    expect(Object.keys(environment).filter((name) => name in VARIABLES_OF_TRANSPORTS)).toEqual([]);
    expect(existsSync(environment['NEWSLETTER_WEB_FOLDER'] ?? '')).toBe(false);
  });

  test('runs one line in a shell, and repeats what it said when it fails', async () => {
    const root = await builtWith(`publish: { command: "echo no route to host >&2; exit 7" }`);
    const outcome = await runNewsletter(['publish', '--json'], { from: root });
    expect(outcome.code).toBe(1);
    const error = errorOf(outcome.stdout);
    expect(error).toMatchObject({ code: 'publish-failed' });
    expect(error.message).toMatch(/exit code 7.*no route to host/);
    expect(existsSync(path.join(root, 'issues', DECEMBER, 'published.json'))).toBe(false);
    const dry = await runNewsletter(['publish', '--dry-run'], { from: root });
    expect(dry.stdout).toMatch(/would be published with "echo no route/);
    expect(dry.stderr).not.toContain('no route');
  });

  test('says when there is no such program', async () => {
    const root = await builtWith('publish: { command: [no-such-program-of-ours] }');
    const outcome = await runNewsletter(['publish', '--json'], { from: root });
    expect(outcome.code).toBe(1);
    expect(errorOf(outcome.stdout).message).toMatch(/cannot be started/);
  });
});

describe('newsletter publish, where only serve shows the issue', () => {
  test('needs neither folder nor command: a public address is enough', async () => {
    const root = await builtWith('publicUrl: https://newsletter.example.org');
    const dry = await runNewsletter(['publish', '--dry-run'], { from: root });
    expect([dry.code, dry.stdout]).toEqual([
      0,
      expect.stringMatching(/newsletter serve would show it.*Nothing was written/s),
    ]);
    const record = path.join(root, 'issues', DECEMBER, 'published.json');
    expect(existsSync(record)).toBe(false);

    const outcome = await runNewsletter(['publish'], { from: root });
    expect(outcome.code, outcome.stderr).toBe(0);
    expect(outcome.stdout).toMatch(/newsletter serve shows it from now on/);
    expect(outcome.stdout).toContain(`https://newsletter.example.org/${DECEMBER}/`);
    const message = readFileSync(path.join(root, 'out', DECEMBER, 'message.json'));
    expect(JSON.parse(readFileSync(record, 'utf8'))).toMatchObject({
      issue: DECEMBER,
      buildHash: createHash('sha256').update(message).digest('hex'),
    });
  });

  test('also where the address stands in the environment, and says what was taken down', async () => {
    const root = copyDecember();
    const environment = { NEWSLETTER_PUBLIC_URL: 'https://newsletter.example.org' };
    const newsletter = async (...args: readonly string[]) => {
      const outcome = await runNewsletter(args, { from: root, environment });
      expect(outcome.code, `${outcome.stdout}${outcome.stderr}`).toBe(0);
      return outcome.stdout;
    };
    await newsletter('build');
    const published: unknown = JSON.parse(await newsletter('publish', '--json'));
    expect(published).toMatchObject({ kind: 'serve', takenDown: [], dryRun: false });
    const settings = path.join(root, 'issues', DECEMBER, 'issue.yaml');
    const exclude = '  kok/data-protection.md: { exclude: Taken down at the wish of KOK. }\n';
    writeFileSync(settings, readFileSync(settings, 'utf8') + exclude);
    await newsletter('build');
    expect(await newsletter('publish', '--dry-run')).toMatch(/Would be taken down, of items/);
    expect(await newsletter('publish')).toMatch(
      /Taken down, of items that are not in this build any more:\n( {4}pictures\/\S+\n){2}/,
    );
  });
});

describe('newsletter publish refuses', () => {
  test('where nothing says where to', async () => {
    const { code, stdout } = await runNewsletter(['publish', '--json'], { from: built });
    expect(code).toBe(2);
    expect(errorOf(stdout)).toMatchObject({ code: 'configuration-invalid' });
    expect(errorOf(stdout).help).toContain('newsletter.yaml');
  });

  test('a folder in which the workspace has its own files, and both ways at once', async () => {
    for (const publish of ['publish: { folder: out }', 'publish: { folder: a, command: b }', 'publish: {}']) {
      const { code, stdout } = await runNewsletter(['publish', '--json'], { from: workspaceWith(publish) });
      expect([code, errorOf(stdout).code], publish).toEqual([2, 'configuration-invalid']);
    }
  });

  test('a build that is missing, stale or changed by hand', async () => {
    const missing = copyDecember();
    const configuration = path.join(missing, 'newsletter.yaml');
    writeFileSync(configuration, `${readFileSync(configuration, 'utf8')}\npublish: { folder: www }\n`);
    const without = await runNewsletter(['publish', '--json'], { from: missing });
    expect([without.code, errorOf(without.stdout).code]).toEqual([4, 'build-missing']);

    const root = await builtWith('publish: { folder: www }');
    const page = path.join(root, 'out', DECEMBER, 'web', 'index.html');
    const text = readFileSync(page, 'utf8');
    writeFileSync(page, `${text}<!-- by hand -->`);
    const changed = await runNewsletter(['publish', '--json'], { from: root });
    expect([changed.code, errorOf(changed.stdout).code]).toEqual([4, 'build-stale']);
    writeFileSync(page, text);

    writeFileSync(path.join(root, 'issues', DECEMBER, 'editorial.md'), 'Dear reader, another letter.\n');
    const stale = await runNewsletter(['publish', '--json'], { from: root });
    expect([stale.code, errorOf(stale.stdout).code]).toEqual([4, 'build-stale']);
    expect(existsSync(path.join(root, 'www'))).toBe(false);
  });
});
