import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pictureCacheFolder } from '../../../src/app/workspace/cache-folders.js';
import { writeBuild } from '../../../src/app/builds/write-build.js';
import { NewsletterError } from '../../../src/model/error.js';
import { contributionText, CONTRIBUTIONS } from '../../support/workspace-fixture.js';
import { build, buildAndWrite, filesOf, twoItems } from '../../support/app/build-fixture.js';

function errorOf(action: () => unknown): NewsletterError {
  try {
    action();
  } catch (error) {
    if (error instanceof NewsletterError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}

describe('a build', () => {
  test('in two folders gives the same bytes in every file', async () => {
    const [one, two] = [await twoItems(), await twoItems()];
    const first = filesOf((await buildAndWrite(one)).folder);
    const second = filesOf((await buildAndWrite(two, two.path('elsewhere'))).folder);
    expect(Object.keys(first)).toContain('email.html');
    expect(Object.keys(first).some((name) => name.endsWith('.jpg'))).toBe(true);
    expect(second).toEqual(first);
  });

  test('again, with everything in the cache, gives the same bytes', async () => {
    const workspace = await twoItems();
    const first = filesOf((await buildAndWrite(workspace)).folder);
    expect(filesOf((await buildAndWrite(workspace)).folder)).toEqual(first);
  });

  test('tells in its manifest what it was made from and what it consists of, and no path of this machine', async () => {
    const workspace = await twoItems();
    const { folder, manifest } = await buildAndWrite(workspace);
    expect(manifest.outputs.map(({ path }) => path).sort()).toEqual(
      Object.keys(filesOf(folder))
        .filter((name) => name !== 'manifest.json')
        .sort(),
    );
    const inputs = manifest.inputs.map(({ path }) => path);
    for (const name of [
      'newsletter.yaml',
      'members.yaml',
      `${CONTRIBUTIONS}/lefoe/hotline.md`,
      `${CONTRIBUTIONS}/lefoe/one.jpg`,
    ]) {
      expect(inputs).toContain(name);
    }
    for (const content of Object.values(filesOf(folder))) {
      expect(Buffer.from(content, 'base64').includes(workspace.root)).toBe(false);
    }
  });

  test('of findings, the manifest tells only the rule and the place', async () => {
    const workspace = await twoItems();
    workspace.write(`${CONTRIBUTIONS}/lefoe/hotline.md`, contributionText('title: A\nsecretkey: B'));
    const { manifest } = await buildAndWrite(workspace);
    expect(manifest.findings.length).toBeGreaterThan(0);
    for (const finding of manifest.findings) expect(Object.keys(finding)).toEqual(['ruleId', 'file', 'line']);
    expect(JSON.stringify(manifest)).not.toContain('secretkey');
  });
});

describe('the folder of a build', () => {
  test('keeps what others put there, and loses what the new build has no more', async () => {
    const workspace = await twoItems();
    const { folder } = await buildAndWrite(workspace);
    const before = filesOf(folder);
    workspace.write('out/2020-12/notes.txt', 'mine');
    workspace.write('out/2020-12/web/mine.html', 'mine');
    workspace.write(`${CONTRIBUTIONS}/lefoe/hotline.md`, contributionText('title: A new hotline', 'It is open.'));
    rmSync(workspace.path(CONTRIBUTIONS, 'lefoe', 'one.jpg'));
    await buildAndWrite(workspace);
    const after = Object.keys(filesOf(folder));
    const gone = Object.keys(before).filter((name) => !after.includes(name));
    expect(gone.length).toBeGreaterThan(0);
    for (const name of gone) expect(name).toMatch(/\.jpg$/);
    expect(after.some((name) => name.endsWith('.jpg'))).toBe(false);
    expect(after).toEqual(expect.arrayContaining(['notes.txt', 'web/mine.html']));
  });

  test('is repaired when somebody changed a file', async () => {
    const workspace = await twoItems();
    const { folder } = await buildAndWrite(workspace);
    const before = filesOf(folder);
    workspace.write('out/2020-12/email.html', 'changed');
    rmSync(workspace.path('out/2020-12/web/index.html'));
    await buildAndWrite(workspace);
    expect(filesOf(folder)).toEqual(before);
  });

  test('a manifest that names files outside is not believed', async () => {
    const workspace = await twoItems();
    const { folder } = await buildAndWrite(workspace);
    const manifest = readFileSync(`${folder}/manifest.json`, 'utf8').replace(
      '"path": "email.html"',
      '"path": "../../members.yaml"',
    );
    workspace.write('out/2020-12/manifest.json', manifest);
    await buildAndWrite(workspace);
    expect(readFileSync(workspace.path('members.yaml'), 'utf8')).toContain('lefoe');
  });

  test('a failure half-way leaves the earlier build byte for byte, and nothing half-written', async () => {
    const workspace = await twoItems();
    const { folder } = await buildAndWrite(workspace);
    const before = filesOf(folder);
    workspace.write(
      `${CONTRIBUTIONS}/lefoe/hotline.md`,
      contributionText('title: B\nimage: { file: one.jpg, alt: C, credit: D, consent: not-needed }', 'D'),
    );
    rmSync(`${folder}/web`, { recursive: true });
    const withoutWeb = filesOf(folder);
    const built = await build(workspace);
    // What is to be copied is gone when its turn comes, after other files were written.
    rmSync(pictureCacheFolder(workspace.root), { recursive: true });
    const error = errorOf(() => writeBuild(built, folder));
    expect([error.code, error.expected !== '', error.help !== '']).toEqual(['out-not-ours', true, true]);
    expect(filesOf(folder)).toEqual(withoutWeb);
    expect(Object.keys(before).length).toBeGreaterThan(Object.keys(withoutWeb).length);
  });

  test('where the folder cannot be made, nothing is left behind', async () => {
    const workspace = await twoItems();
    workspace.write('out', 'a file, not a folder');
    const built = await build(workspace);
    expect(errorOf(() => writeBuild(built, workspace.path('out', '2020-12'))).code).toBe('out-not-ours');
    workspace.write('other/web', 'a file where a folder has to be');
    expect(errorOf(() => writeBuild(built, workspace.path('other'))).code).toBe('out-not-ours');
    expect(Object.keys(filesOf(workspace.path('other')))).toEqual(['web']);
  });

  test('a folder where a file has to be leaves nothing half-written', async () => {
    const workspace = await twoItems();
    const built = await build(workspace);
    mkdirSync(workspace.path('other', 'manifest.json'), { recursive: true });
    expect(errorOf(() => writeBuild(built, workspace.path('other'))).code).toBe('out-not-ours');
    expect(Object.keys(filesOf(workspace.path('other'))).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
