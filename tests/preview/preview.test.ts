import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { RunningPreview } from '../../src/preview/server.js';
import {
  CONTRIBUTIONS,
  contributionText,
  createWorkspace,
  ISSUE,
  type FixtureWorkspace,
} from '../support/workspace-fixture.js';
import { ask, followEvents, startFixturePreview } from '../support/preview/running-preview.js';

const HOTLINE = `${CONTRIBUTIONS}/la-strada-md/hotline.md`;
const EMAIL = '/frames/now/light/email.html';

let workspace: FixtureWorkspace;
let preview: RunningPreview;

beforeAll(async () => {
  workspace = createWorkspace({
    [HOTLINE]: contributionText(),
    [`${CONTRIBUTIONS}/open-gate/broken.md`]: contributionText('title: Without an end\nlanguage: nowhere at all'),
  });
  preview = await startFixturePreview(workspace.root);
});

describe('the page', () => {
  test('says what was found with file and line, how large the e-mail is, who contributed and who is silent', async () => {
    const { status, text } = await ask(preview.url, '/');
    expect(status).toBe(200);
    expect(text).toContain('broken.md');
    expect(text).toMatch(/line 3, column \d+/);
    expect(text).toMatch(/[\d.]+ KB of 90 KB/);
    expect(text).toContain('La Strada Moldova');
    expect(text).toContain('to be fixed');
    expect(text).toMatch(/Nothing yet from 1 member<[\s\S]*LEFÖ/);
  });

  test.each([
    ['/', 'light/email.html'],
    ['/?edition=desktop&scheme=dark', 'dark/email.html'],
    ['/?edition=web&pictures=off', 'light-without-pictures/web/index.html'],
    ['/?edition=text&scheme=inverted', 'inverted/email.txt'],
    ['/?edition=nonsense&scheme=%22%3E%3Cscript%3E', 'light/email.html'],
  ])('shows with %s the frame %s', async (address, frame) => {
    const { text } = await ask(preview.url, address);
    const source = /<iframe[^>]* src="([^"]*)"/.exec(text)?.[1] ?? '';
    expect(source.endsWith(`/${frame}`)).toBe(true);
    expect((await ask(preview.url, source)).text).toContain('A new hotline');
    expect(text).not.toContain('"><script>');
  });

  test('frames what members wrote so that nothing of it runs', async () => {
    const page = await ask(preview.url, '/');
    const sandbox = /<iframe[^>]* sandbox="([^"]*)"/.exec(page.text)?.[1] ?? 'none at all';
    expect(sandbox).not.toMatch(/allow-scripts|allow-top-navigation|none at all/);
    for (const file of ['light/email.html', 'light/email.txt', 'light/web/index.html', 'light/web/style.css']) {
      const policy = (await ask(preview.url, `/frames/now/${file}`)).headers['content-security-policy'];
      expect(policy, file).toMatch(/default-src 'none'; script-src 'none';.*sandbox/);
      expect(policy, file).not.toContain('allow-scripts');
    }
    expect(page.headers['content-security-policy']).toMatch(/script-src 'self';.*frame-ancestors 'none'/);
    expect(page.headers['referrer-policy']).toBe('no-referrer');
    expect(page.headers['access-control-allow-origin']).toBeUndefined();
    const events = await fetch(`${preview.url}/events`);
    await events.body?.cancel();
    for (const headers of [page.headers, Object.fromEntries(events.headers)]) {
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-frame-options': 'DENY',
        'x-robots-tag': 'noindex',
        'permissions-policy': 'camera=(), geolocation=(), microphone=()',
      });
      expect(headers).not.toHaveProperty('strict-transport-security');
    }
  });
});

describe('who may ask', () => {
  const port = () => new URL(preview.url).port;

  test.each(['127.0.0.1', 'localhost', '[::1]'])('answers to %s', async (name) => {
    expect((await ask(preview.url, '/', { headers: { Host: `${name}:${port()}` } })).status).toBe(200);
  });

  test.each(['evil.example', '127.0.0.1.evil.example', '127.0.0.1', 'localhost', 'localhost:1'])(
    'refuses the host "%s", whatever is asked for',
    async (host) => {
      const named = host === 'evil.example' ? `${host}:${port()}` : host;
      for (const path of ['/', EMAIL, '/events', '/preview.js']) {
        const { status, text } = await ask(preview.url, path, { headers: { Host: named } });
        expect(status, path).toBeGreaterThanOrEqual(400);
        expect(text).not.toContain('A new hotline');
      }
    },
  );

  test('refuses what a page from elsewhere asks for, and lets nobody change anything', async () => {
    const elsewhere: Record<string, string>[] = [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' },
      { 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Mode': 'cors' },
    ];
    for (const headers of elsewhere) expect((await ask(preview.url, EMAIL, { headers })).status).toBe(403);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      expect((await ask(preview.url, '/', { method })).status, method).toBe(405);
    }
  });

  test.each([
    '/frames/now/light/../../../members.yaml',
    '/frames/now/light/..%2f..%2f..%2fmembers.yaml',
    '/frames/now/light/web/%2e%2e/%2e%2e/%2e%2e/members.yaml',
    '/frames/now/light/%2fetc%2fpasswd',
    '/frames/now/light/message.json',
    '/frames/now/nonsense/email.html',
    '/frames/now/__proto__/email.html',
    '/members.yaml',
    '/%00',
  ])('has nothing at %s', async (path) => {
    const { status, text } = await ask(preview.url, path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(text).not.toMatch(/la-strada-md|root:/);
  });

  test.each(['0.0.0.0', '::', '192.0.2.1', 'example.org', '127.0.0.1.example.org'])(
    'does not listen on %s',
    async (host) => {
      await expect(startFixturePreview(workspace.root, host)).rejects.toMatchObject({ code: 'usage' });
    },
  );
});

describe('after a change', () => {
  test('shows it, however an editor saves it', async () => {
    const followed = await followEvents(preview.url);
    const saves: readonly (() => void)[] = [
      () => {
        workspace.write(HOTLINE, contributionText('title: Changed in place'));
      },
      () => {
        workspace.write(`${HOTLINE}.tmp`, contributionText('title: Changed by renaming'));
        renameSync(workspace.path(`${HOTLINE}.tmp`), workspace.path(HOTLINE));
      },
      () => {
        rmSync(workspace.path(HOTLINE));
        workspace.write(HOTLINE, contributionText('title: Changed by deleting'));
      },
    ];
    for (const [index, title] of ['Changed in place', 'Changed by renaming', 'Changed by deleting'].entries()) {
      saves[index]?.();
      let text = '';
      while (!text.includes(title)) {
        await followed.until(({ failed }) => !failed);
        ({ text } = await ask(preview.url, EMAIL));
      }
    }
    followed.end();
  });

  test('follows a folder that comes, and one that goes', async () => {
    const followed = await followEvents(preview.url);
    workspace.write(`${CONTRIBUTIONS}/lefoe/new.md`, contributionText('title: From a new folder'));
    let text = '';
    while (!text.includes('From a new folder')) {
      await followed.until(({ failed }) => !failed);
      ({ text } = await ask(preview.url, EMAIL));
    }
    rmSync(workspace.path(`${CONTRIBUTIONS}/lefoe`), { recursive: true });
    while (text.includes('From a new folder')) {
      await followed.until(({ failed }) => !failed);
      ({ text } = await ask(preview.url, EMAIL));
    }
    followed.end();
  });

  test.each([
    ['a template', 'templates/email/parts/masthead.mjml.hbs', '{{#if', /masthead\.mjml\.hbs:1/],
    ['newsletter.yaml', 'newsletter.yaml', 'name: [', /newsletter\.yaml/],
  ])('that breaks %s, says so and keeps the last good edition, marked', async (_, file, broken, message) => {
    const own = createWorkspace({ [HOTLINE]: contributionText() });
    const other = await startFixturePreview(own.root);
    const followed = await followEvents(other.url);
    const before = existsSync(own.path(file)) ? readFileSync(own.path(file)) : undefined;
    own.write(file, broken);
    await followed.until(({ failed }) => failed);
    const page = await ask(other.url, '/');
    expect(page.text).toContain('No new edition could be made');
    expect(page.text).toMatch(message);
    expect(page.text).toContain('You see the last edition that could be made');
    expect((await ask(other.url, EMAIL)).text).toContain('A new hotline');
    if (before === undefined) rmSync(own.path(file));
    else own.write(file, before);
    await followed.until(({ failed }) => !failed);
    expect((await ask(other.url, '/')).text).not.toContain('No new edition could be made');
    followed.end();
  });

  test.each(['newsletter.yaml', `issues/${ISSUE}`])(
    'that takes %s away, waits until it is there again',
    async (name) => {
      const own = createWorkspace({ [HOTLINE]: contributionText() });
      const other = await startFixturePreview(own.root);
      const followed = await followEvents(other.url);
      renameSync(own.path(name), own.path('away'));
      await followed.until(({ failed }) => failed);
      expect((await ask(other.url, '/')).text).toContain('No new edition could be made');
      renameSync(own.path('away'), own.path(name));
      await followed.until(({ failed }) => !failed);
      own.write(HOTLINE, contributionText('title: Written afterwards'));
      let text = '';
      while (!text.includes('Written afterwards')) {
        await followed.until(({ failed }) => !failed);
        ({ text } = await ask(other.url, EMAIL));
      }
      followed.end();
    },
  );

  test('that makes a contribution unpublishable, shows the rest and says what to fix', async () => {
    const own = createWorkspace({
      [HOTLINE]: contributionText(),
      [`${CONTRIBUTIONS}/open-gate/second.md`]: contributionText('title: The second'),
    });
    const other = await startFixturePreview(own.root);
    const followed = await followEvents(other.url);
    own.write(`${CONTRIBUTIONS}/open-gate/second.md`, '---\ntitle: [\n---\n');
    let text = 'The second';
    while (text.includes('The second')) {
      await followed.until(({ failed }) => !failed);
      ({ text } = await ask(other.url, EMAIL));
    }
    expect(text).toContain('A new hotline');
    expect((await ask(other.url, '/')).text).toMatch(/second\.md[\s\S]*Error/);
    followed.end();
  });
});
