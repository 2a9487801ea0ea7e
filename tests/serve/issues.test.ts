import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { picture } from '../support/assets/pictures/picture-fixture.js';
import { contributionText, CONTRIBUTIONS } from '../support/workspace-fixture.js';
import { ISSUE, run, startServe, workspaceWithReaders, type RunningServe } from '../support/serve/running-server.js';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const manifestSchema = z.looseObject({ outputs: z.array(z.looseObject({})) });

let root: string;
let server: RunningServe;

beforeEach(async () => {
  root = await workspaceWithReaders([]);
  await run(root, ['build']);
  server = await startServe(root);
});

/** Adds a picture to the build, as `build` does, so that there is one to ask for. */
function addPicture(): string {
  const folder = path.join(root, 'out', ISSUE);
  mkdirSync(path.join(folder, 'web', 'pictures'), { recursive: true });
  writeFileSync(path.join(folder, 'web', 'pictures', 'door-1.png'), PIXEL);
  const file = path.join(folder, 'manifest.json');
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const sha256 = createHash('sha256').update(PIXEL).digest('hex');
  manifest.outputs.push({ path: 'web/pictures/door-1.png', sha256, bytes: PIXEL.length });
  writeFileSync(file, JSON.stringify(manifest));
  return `/${ISSUE}/pictures/door-1.png`;
}

/** What a real send leaves beside the issue. */
function writeRecord(name: 'sent.json' | 'published.json'): void {
  const message = readFileSync(path.join(root, 'out', ISSUE, 'message.json'));
  const record = { issue: ISSUE, kind: 'real', buildHash: createHash('sha256').update(message).digest('hex') };
  writeFileSync(path.join(root, 'issues', ISSUE, name), JSON.stringify(record));
}

async function statusOf(target: string): Promise<number> {
  return (await fetch(server.url + target, { redirect: 'manual' })).status;
}

describe('an issue', () => {
  test('that is only built, or rehearsed, is nothing that the public sees', async () => {
    writeFileSync(path.join(root, 'readers.csv'), 'email\nanna@example.org\n');
    await run(root, ['subscribers', 'import', 'readers.csv']);
    await run(root, ['send', '--transport', 'outbox', '--yes']);
    for (const target of [`/${ISSUE}`, `/${ISSUE}/`, `/${ISSUE}/index.html`, `/${ISSUE}/style.css`]) {
      expect(await statusOf(target)).toBe(404);
    }
    expect(await (await fetch(server.url)).text()).not.toContain('December 2020');
  });

  test.each(['sent.json', 'published.json'] as const)(
    'with %s is public, with its pictures and nothing else',
    async (name) => {
      const picture = addPicture();
      writeRecord(name);
      expect(await (await fetch(server.url)).text()).toContain('December 2020');
      const page = await fetch(`${server.url}/${ISSUE}`);
      expect(page.url).toBe(`${server.url}/${ISSUE}/`);
      expect(await page.text()).toContain('A new hotline');
      expect((await fetch(`${server.url}/${ISSUE}/style.css`)).headers.get('content-type')).toMatch(/^text\/css/);
      const answer = await fetch(server.url + picture);
      expect(answer.headers.get('content-type')).toBe('image/png');
      expect(answer.headers.get('cache-control')).toBe('public, max-age=3600, immutable');
      expect(Buffer.from(await answer.arrayBuffer()).equals(PIXEL)).toBe(true);
      const etag = answer.headers.get('etag') ?? '';
      expect((await fetch(server.url + picture, { headers: { 'If-None-Match': etag } })).status).toBe(304);
      for (const target of [
        'email.html',
        'message.json',
        'manifest.json',
        '../manifest.json',
        'web/index.html',
        'pictures/',
      ]) {
        expect(await statusOf(`/${ISSUE}/${target}`)).toBe(404);
      }
    },
  );

  test('that was built anew since shows what was sent, and keeps its pictures', async () => {
    const picture = addPicture();
    writeRecord('sent.json');
    expect(await statusOf(picture)).toBe(200);
    writeFileSync(
      path.join(root, CONTRIBUTIONS, 'la-strada-md', 'hotline.md'),
      contributionText('title: A secret draft'),
    );
    await run(root, ['build']);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(await statusOf(picture)).toBe(200);
    const page = await (await fetch(`${server.url}/${ISSUE}/`)).text();
    expect(page).toContain('A new hotline');
    expect(page).not.toContain('A secret draft');
  });

  test('published again without an item shows nothing of it any more, in no size and from no cache', async () => {
    const environment = { NEWSLETTER_PUBLIC_URL: 'http://127.0.0.1' };
    writeFileSync(
      path.join(root, CONTRIBUTIONS, 'la-strada-md', 'door.md'),
      contributionText(
        'title: A door in a quiet street\nimage: { file: door.jpg, alt: A door, credit: D, consent: not-needed }',
      ),
    );
    writeFileSync(path.join(root, CONTRIBUTIONS, 'la-strada-md', 'door.jpg'), await picture('jpeg', 1300, 500));
    await run(root, ['build'], environment);
    writeRecord('sent.json');
    const page = await (await fetch(`${server.url}/${ISSUE}/`)).text();
    const pictures = [...new Set([...page.matchAll(/pictures\/[^\s",]+\.jpg/g)].map(([name]) => name))];
    expect(pictures.length).toBeGreaterThan(1);
    const etags: string[] = [];
    for (const name of pictures) {
      const answer = await fetch(`${server.url}/${ISSUE}/${name}`);
      expect(answer.status).toBe(200);
      etags.push(answer.headers.get('etag') ?? '');
    }

    writeFileSync(
      path.join(root, 'issues', ISSUE, 'issue.yaml'),
      'title: December 2020\ndate: 2020-12-18\nitems:\n  la-strada-md/door.md: { exclude: Taken down. }\n',
    );
    await run(root, ['build'], environment);
    await run(root, ['publish'], environment);
    const answers = () =>
      Promise.all(
        pictures.map(async (name, index) => {
          const headers = { 'If-None-Match': etags[index] ?? '' };
          const { status } = await fetch(`${server.url}/${ISSUE}/${name}`, { headers });
          return status;
        }),
      );
    await expect.poll(answers).toEqual(pictures.map(() => 404));
    expect((await fetch(`${server.url}/${ISSUE}/${pictures[0] ?? ''}`)).headers.get('cache-control')).toBe('no-store');
    const after = await (await fetch(`${server.url}/${ISSUE}/`)).text();
    expect(after).toContain('A new hotline');
    expect(after).not.toContain('A door in a quiet street');
  });

  test('of which another build was sent is not public', async () => {
    writeRecord('sent.json');
    writeFileSync(
      path.join(root, CONTRIBUTIONS, 'la-strada-md', 'hotline.md'),
      contributionText('title: A secret draft'),
    );
    await run(root, ['build']);
    expect(await statusOf(`/${ISSUE}/`)).toBe(404);
    expect(readdirSync(path.join(root, 'data'))).not.toContain('public');
  });

  test('is gone when its record is', async () => {
    writeRecord('published.json');
    expect(await statusOf(`/${ISSUE}/`)).toBe(200);
    rmSync(path.join(root, 'issues', ISSUE, 'published.json'));
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(await statusOf(`/${ISSUE}/`)).toBe(404);
  });
});
