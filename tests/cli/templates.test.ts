import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { temporaryFolder } from '../support/cli/december.js';
import { runNewsletter } from '../support/cli/run-newsletter.js';

const listSchema = z.array(
  z.object({ name: z.string(), purpose: z.string().min(3), overridden: z.boolean(), state: z.string() }),
);
const errorSchema = z.object({ error: z.object({ code: z.string(), help: z.string() }) });

/** A new workspace, without any template of its own. */
async function newWorkspace(): Promise<string> {
  const root = temporaryFolder();
  const { code, stderr } = await runNewsletter(['init'], { from: root });
  if (code !== 0) throw new Error(stderr);
  return root;
}

async function list(root: string) {
  const { stdout } = await runNewsletter(['templates', 'list', '--json'], { from: root });
  return new Map(listSchema.parse(JSON.parse(stdout)).map((entry) => [entry.name, entry]));
}

async function copy(root: string, ...args: readonly string[]) {
  const outcome = await runNewsletter(['templates', 'copy', ...args, '--json'], { from: root });
  const error = errorSchema.safeParse(JSON.parse(outcome.stdout)).data?.error;
  return { code: outcome.code, error };
}

describe('newsletter templates list', () => {
  test('names every template that comes with newsletter, and says what it is', async () => {
    const listed = await list(await newWorkspace());
    const shipped = readdirSync('templates', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative('templates', path.join(entry.parentPath, entry.name)))
      // The preview's own page is nobody's to change.
      .filter((name) => !name.startsWith('preview'));
    expect([...listed.keys()].sort()).toEqual(shipped.sort());
    expect([...listed.values()].filter(({ overridden }) => overridden)).toEqual([]);
    expect([...listed.values()].filter(({ purpose }) => purpose === 'a file of your own')).toEqual([]);
  });

  test('tells which are the workspace’s own, and which of those nothing knows', async () => {
    const root = await newWorkspace();
    await copy(root, 'palette');
    await copy(root, 'web/parts/letter');
    const palette = path.join(root, 'templates', 'palette.yaml');
    writeFileSync(palette, `${readFileSync(palette, 'utf8')}# ours\n`);
    writeFileSync(path.join(root, 'templates', 'web', 'parts', 'leter.html.hbs'), 'x');
    const listed = await list(root);
    expect(listed.get('palette.yaml')).toMatchObject({ state: 'own', overridden: true });
    expect(listed.get('web/parts/letter.html.hbs')).toMatchObject({ state: 'own-same', overridden: true });
    expect(listed.get('web/parts/leter.html.hbs')).toMatchObject({ state: 'own-only' });
    expect(listed.get('web/parts/item.html.hbs')).toMatchObject({ state: 'shipped', overridden: false });
    const { stdout } = await runNewsletter(['templates', 'list'], { from: root });
    expect(stdout).toMatch(/^palette\.yaml +yours +every colour/m);
  });
});

describe('newsletter templates copy', () => {
  test('copies one file, by its whole name or as templates name each other', async () => {
    const root = await newWorkspace();
    for (const name of ['email/parts/item', 'templates/web/style.css.hbs', 'locales/en.yaml']) {
      expect(await copy(root, name), name).toMatchObject({ code: 0 });
    }
    for (const name of ['email/parts/item.mjml.hbs', 'web/style.css.hbs', 'locales/en.yaml']) {
      expect(readFileSync(path.join(root, 'templates', name))).toEqual(readFileSync(path.join('templates', name)));
    }
  });

  test('never overwrites what somebody wrote, unless told to', async () => {
    const root = await newWorkspace();
    await copy(root, 'palette');
    const palette = path.join(root, 'templates', 'palette.yaml');
    writeFileSync(palette, 'ours');
    expect(await copy(root, 'palette')).toMatchObject({ code: 2, error: { code: 'template-exists' } });
    expect(readFileSync(palette, 'utf8')).toBe('ours');
    expect(await copy(root, 'palette', '--force')).toMatchObject({ code: 0 });
    expect(readFileSync(palette)).toEqual(readFileSync('templates/palette.yaml'));
  });

  test('helps with a name that is nearly right, and leaves the folders alone', async () => {
    const root = await newWorkspace();
    const { code, error } = await copy(root, 'email/parts/itm');
    expect([code, error?.code]).toEqual([2, 'template-missing']);
    expect(error?.help).toContain('email/parts/item');
    for (const name of ['../package.json', '/etc/passwd', 'email', '']) {
      expect(await copy(root, name), name).toMatchObject({ code: 2, error: { code: 'template-missing' } });
    }
  });

  test('does not copy onto itself where the workspace is newsletter itself', async () => {
    expect(await copy(path.resolve('.'), 'palette', '--force')).toMatchObject({
      code: 2,
      error: { code: 'template-exists' },
    });
    expect(readFileSync('templates/palette.yaml', 'utf8')).toContain('light:');
  });

  test('makes a copy that counts from the next build on', async () => {
    const root = await newWorkspace();
    await copy(root, 'web/parts/letter');
    const letter = path.join(root, 'templates', 'web', 'parts', 'letter.html.hbs');
    writeFileSync(letter, `${readFileSync(letter, 'utf8')}<p>our own line</p>\n`);
    const built = await runNewsletter(['build', '--out', 'there'], { from: root });
    expect(built.code, built.stdout).toBe(0);
    expect(readFileSync(path.join(root, 'there', 'web', 'index.html'), 'utf8')).toContain('our own line');
  });
});
