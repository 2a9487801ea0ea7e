import type { Email } from 'postal-mime';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  ISSUE,
  readOutbox,
  readStates,
  run,
  serveSentIssue,
  type RunningServe,
} from '../support/serve/running-server.js';

let root: string;
let server: RunningServe;
let copy: Email;
let links: readonly string[];

beforeAll(async () => {
  let environment: Record<string, string>;
  ({ root, server, environment } = await serveSentIssue(['anna@example.org']));
  await run(root, ['send', '--transport', 'outbox', '--test', 'me@example.org'], environment);
  const [first] = await readOutbox(root, `${ISSUE}/test`);
  if (first === undefined) throw new Error('no test copy');
  copy = first;
  const header = copy.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '';
  const text = `${header} ${copy.html ?? ''} ${copy.text ?? ''}`;
  links = [...new Set([...text.matchAll(/http:\/\/127\.0\.0\.1[^\s"<>]+test-copy/g)].map(([link]) => link))];
});

const TITLES = {
  en: 'This was a test copy',
  de: 'Das war ein Probeexemplar',
  fr: 'C’était un exemplaire d’essai',
  nl: 'Dit was een proefexemplaar',
  uk: 'Це був пробний примірник',
  ar: 'كانت هذه نسخة تجريبية',
} as const;

describe('a test copy', () => {
  test('says so in its subject, and the issue itself does not', async () => {
    expect(copy.subject).toMatch(/^\[Test\] \S/);
    const [sent] = await readOutbox(root, ISSUE);
    expect(copy.subject).toBe(`[Test] ${sent?.subject ?? ''}`);
  });

  test('has links to leave and to settings that lead to a page which says what it is', async () => {
    expect(links.map((link) => new URL(link).pathname).sort()).toEqual(['/p/test-copy', '/u/test-copy']);
    for (const link of links) {
      const answer = await fetch(link);
      const page = await answer.text();
      expect(answer.status).toBe(200);
      expect(page).toContain(`<h1>${TITLES.en}</h1>`);
      expect(page).toContain('Nothing happens here');
      expect(page).not.toContain('<button');
      expect((await fetch(link, { method: 'HEAD' })).status).toBe(200);
    }
  });

  test.each(Object.entries(TITLES))('says it in %s', async (language, title) => {
    for (const link of links) {
      const answer = await fetch(link, { headers: { 'Accept-Language': language } });
      expect(answer.headers.get('content-language')).toBe(language);
      expect(await answer.text()).toContain(`<h1>${title}</h1>`);
    }
  });

  test.each([
    ['List-Unsubscribe', 'One-Click'],
    ['action', 'leave'],
    ['action', 'erase-now'],
    ['action', 'language'],
    ['nothing', 'known'],
  ])('answers a POST of %s=%s in the same way, and changes nothing', async (name, value) => {
    const before = await readStates(root);
    for (const link of links) {
      const multipart = new FormData();
      multipart.append(name, value);
      for (const body of [new URLSearchParams({ [name]: value }), multipart]) {
        const answer = await fetch(link, { method: 'POST', body, redirect: 'manual' });
        expect(answer.status).toBe(200);
        expect(await answer.text()).toContain(`<h1>${TITLES.en}</h1>`);
      }
    }
    expect(await readStates(root)).toEqual(before);
  });

  test('bounds what is sent to it, and knows no other method', async () => {
    for (const link of links) {
      const large = await fetch(link, { method: 'POST', body: new URLSearchParams({ a: 'x'.repeat(20_000) }) });
      expect(large.status).toBe(413);
      expect((await fetch(link, { method: 'DELETE' })).status).toBe(405);
    }
  });

  test.each([
    '/u/test-copy2',
    '/u/test-cop',
    '/p/Test-Copy',
    '/undo/test-copy',
    '/confirm/test-copy',
    '/address/test-copy',
  ])('%s is no such link', async (path) => {
    expect((await fetch(`${server.url}${path}`)).status).toBe(404);
  });
});
