import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { contributionText, createWorkspace, type FixtureWorkspace } from '../support/workspace-fixture.js';
import { temporaryFolder } from '../support/cli/december.js';
import { checkSchema, readDocument } from '../support/cli/documents.js';
import { filesBelow } from '../support/cli/file-tree.js';
import { runNewsletter, type Outcome } from '../support/cli/run-newsletter.js';
import { UNREADABLE } from '../support/cli/unreadable-texts.js';

const FOLDER = 'issues/2020-12/contributions/la-strada-md';

/** A workspace with one decent contribution, and what a member dropped beside it, by file name. */
function workspaceWith(texts: Readonly<Record<string, string | Uint8Array>>): FixtureWorkspace {
  const workspace = createWorkspace({
    'issues/2020-12/contributions/lefoe/decent.md': contributionText('title: A decent text'),
  });
  for (const [name, text] of Object.entries(texts)) workspace.write(`${FOLDER}/${name}`, text);
  return workspace;
}

/** The files of which something was found that keeps them out. */
function refusedFiles(check: Outcome): readonly string[] {
  const { findings } = readDocument(checkSchema, check);
  const errors = findings.filter(({ severity }) => severity === 'error');
  return [...new Set(errors.map(({ file }) => path.posix.basename(file)))].sort();
}

/** A page without its one block of data, in which nothing may open a tag. */
function withoutStructuredData(html: string): string {
  return html.replace(/<script type="application\/ld\+json">[^<]*<\/script>/, '');
}

async function runAll(workspace: FixtureWorkspace): Promise<{ readonly check: Outcome; readonly build: Outcome }> {
  const run = (...args: string[]) => runNewsletter(args, { from: workspace.root });
  const status = await run('status');
  expect(status.code).toBe(0);
  return { check: await run('check', '--json'), build: await run('build') };
}

function readOut(workspace: FixtureWorkspace, name: string): string {
  return readFileSync(workspace.path('out', '2020-12', name), 'utf8');
}

test('front matter that says to be of another language than YAML is a finding, whatever stands in it', async () => {
  const languages = ['toml', 'json', 'other', ' toml', 'YAML2', '-'];
  const workspace = workspaceWith({});
  for (const [index, language] of languages.entries()) {
    workspace.write(`${FOLDER}/text-${String(index)}.md`, `---${language}\ntitle: A\n---\n\nText.\n`);
  }
  const { check, build } = await runAll(workspace);
  expect(check.code).toBe(1);
  expect(refusedFiles(check)).toEqual(languages.map((_, index) => `text-${String(index)}.md`));
  expect(build.code).toBe(1);
  expect(existsSync(workspace.path('out'))).toBe(false);
});

describe('what cannot be read without harm', () => {
  test('is a finding', async () => {
    const workspace = workspaceWith(UNREADABLE);
    const { check, build } = await runAll(workspace);
    expect(check.code).toBe(1);
    expect(refusedFiles(check)).toEqual(Object.keys(UNREADABLE).sort());
    expect(check.stdout.length).toBeLessThan(40_000);
    expect(build.code).toBe(1);
    expect(existsSync(workspace.path('out'))).toBe(false);
  });

  test.each(['hostile.md', 'picture.jpg', 'folder'])(
    'a link out of the folder, as %s: what it leads to stays unread',
    async (name) => {
      const secrets = temporaryFolder();
      writeFileSync(path.join(secrets, 'secret.md'), contributionText('title: SHELTER ADDRESS', 'SHELTER ADDRESS'));
      const declares = name === 'picture.jpg' ? '\nimage: { file: picture.jpg, alt: A picture }' : '';
      const workspace = workspaceWith({});
      workspace.write(`${FOLDER}/text.md`, contributionText(`title: A text${declares}`));
      symlinkSync(name === 'folder' ? secrets : path.join(secrets, 'secret.md'), workspace.path(FOLDER, name));
      const { check, build } = await runAll(workspace);
      expect(check.stdout + build.stdout + build.stderr).not.toContain('SHELTER');
      expect(readDocument(checkSchema, check).findings.map(({ ruleId }) => ruleId)).toContain('file/link');
      for (const file of filesBelow(workspace.path('out'))) {
        expect(readFileSync(workspace.path('out', file), 'utf8')).not.toContain('SHELTER');
      }
    },
  );
});

describe('what looks like a template', () => {
  const title = '{{unsubscribeUrl}} and {{#each}} </mj-text><mj-text>';
  const body = `Read {{unsubscribeUrl}}, {{greeting}} and {{#each subscribers}}{{this}}{{/each}} and {{{raw}}}.`;

  test('stays the text that it is, in every edition and in the message', async () => {
    const workspace = workspaceWith({ 'text.md': contributionText(`title: ${JSON.stringify(title)}`, body) });
    const { build } = await runAll(workspace);
    expect(build).toMatchObject({ code: 0 });
    for (const name of ['email.html', 'web/index.html']) {
      const html = readOut(workspace, name);
      expect(withoutStructuredData(html)).not.toMatch(/<script|<mj-/i);
      expect(html).toContain('{{unsubscribeUrl}}');
      expect(html).toContain('{{#each subscribers}}');
      expect(html).toContain('&lt;/mj-text&gt;');
    }
    const text = readOut(workspace, 'email.txt').replace(/\s+/g, ' ');
    expect(text).toContain(title);
    expect(text).toContain(body);
  });

  test('gives no reader the way out of another', async () => {
    const decent = workspaceWith({});
    const hostile = workspaceWith({ 'text.md': contributionText(`title: ${JSON.stringify(title)}`, body) });
    const slotsOf = async (workspace: FixtureWorkspace) => {
      await runNewsletter(['build'], { from: workspace.root });
      return readOut(workspace, 'message.json').match(/"slot": ?"\w+"/g);
    };
    const slots = await slotsOf(decent);
    expect(slots).toContain('"slot": "unsubscribeUrl"');
    expect(await slotsOf(hostile)).toEqual(slots);
  });

  test('is harmless as HTML and as an address in the text', async () => {
    const html = ['</mj-text><mj-divider /><mj-text>', '<mj-button>Press</mj-button>', '<marquee>Moving</marquee>'];
    const addresses = ['gopher://example.org/a', 'tel:123', 'news:example'];
    const texts = [
      ...html.map((tag) => contributionText(undefined, `Before ${tag} after.\n\n${tag}`)),
      ...addresses.map((address) => contributionText(undefined, `Read [more](<${address}>).`)),
    ];
    for (const text of texts) {
      const workspace = workspaceWith({ 'text.md': text });
      const build = await runNewsletter(['build'], { from: workspace.root });
      expect([0, 1]).toContain(build.code);
      for (const name of filesBelow(workspace.path('out'))) {
        expect(withoutStructuredData(readOut(workspace, name.replace('2020-12/', '')))).not.toMatch(
          /<mj-|<marquee|href="(gopher|tel|news)/i,
        );
      }
    }
  });
});
