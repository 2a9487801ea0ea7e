import { mkdirSync, mkdtempSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { render as renderIssue, TEMPLATES, CONFIGURATION, DIGEST } from '../support/render/issue-fixture.js';
import { full } from '../support/render/full-issue.js';
import { renderEditions } from '../../src/render/render-editions.js';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A workspace's own templates: each of ours, changed. */
function overriding(changes: Readonly<Record<string, (text: string) => string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsletter-templates-'));
  made.push(folder);
  for (const [name, change] of Object.entries(changes)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), change(readFileSync(path.join(TEMPLATES, name), 'utf8')));
  }
  return folder;
}

function renderWith(folder: string) {
  return renderEditions(full, {
    configuration: CONFIGURATION,
    templateFolders: [folder, TEMPLATES],
    inputsDigest: DIGEST,
  });
}

const SECTION = 'email/parts/section.mjml.hbs';
const ITEM = 'email/parts/item.mjml.hbs';

describe('a template of the workspace', () => {
  test('counts instead of ours, one file at a time', async () => {
    const folder = overriding({
      [ITEM]: (text) => `${text.trimEnd()}\n<p>our own line</p>\n`,
      'web/parts/letter.html.hbs': (text) => text.replace('class="letter"', 'class="letter ours"'),
      'palette.yaml': (text) => text.replace(/masthead: "#0f4c5c"/, 'masthead: "#123456"'),
    });
    const editions = await renderWith(folder);
    expect(editions.email.html).toContain('our own line');
    expect(editions.email.html).toContain('#123456');
    const page = editions.files.find(({ path: filePath }) => filePath === 'web/index.html')?.content;
    expect(page?.kind === 'text' ? page.text : '').toContain('class="letter ours"');
    expect((await renderIssue(full)).email.html).not.toContain('our own line');
  });

  test.each([
    ['braces that do not fit', ITEM, (text: string) => text.replace(/\n/, '\n{{#if}'), /item\.mjml\.hbs:2 .*braces/],
    [
      'a value that nobody knows',
      ITEM,
      (text: string) => text.replace(/\n/, '\n{{nobody}}'),
      /item\.mjml\.hbs:2:\d+ .*"nobody" is not known/,
    ],
    [
      'a part that is not there',
      ITEM,
      (text: string) => `${text.trimEnd()}\n{{> email/parts/nothing}}\n`,
      /item\.mjml\.hbs:\d+ .*email\/parts\/nothing/,
    ],
    [
      'a tag that MJML does not know',
      SECTION,
      (text: string) => `${text.trimEnd()}\n<mj-box>x</mj-box>\n`,
      /section\.mjml\.hbs:\d+ .*mj-box/,
    ],
    [
      'an attribute that MJML does not know',
      SECTION,
      (text: string) => text.replace('<mj-text', '<mj-text colour="x"'),
      /section\.mjml\.hbs:3 .*colour/,
    ],
    [
      'a tag in the wrong place',
      'email/parts/masthead.mjml.hbs',
      (text: string) => `${text.trimEnd()}\n<mj-text>lost</mj-text>\n`,
      /masthead\.mjml\.hbs:\d+ .*mj-text/,
    ],
  ])('says file and line of %s', async (_, name, change, message) => {
    const folder = overriding({ [name]: change });
    await expect(renderWith(folder)).rejects.toMatchObject({
      code: 'template-invalid',
      message: expect.stringMatching(message) as unknown,
    });
    await expect(renderWith(folder)).rejects.toThrow(folder);
  });
});
