import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  run,
  serviceMailsTo,
  startServe,
  workspaceWithReaders,
  type RunningServe,
} from '../support/serve/running-server.js';

const configuration = (language: string) => `name: The Newsletter
organisation: La Strada International
language: ${language}
sender: { name: La Strada International, address: news@lsi.example.org }
serve: { trustProxy: yes }
`;

/** In each language the heading of the page to subscribe, and the title of the mail that asks for a yes. */
const WORDS = [
  ['nl', 'Ontvang de nieuwsbrief', 'Wilt u onze nieuwsbrief ontvangen?'],
  ['de', 'Den Newsletter erhalten', 'Möchten Sie unseren Newsletter erhalten?'],
  ['fr', 'Recevoir la lettre', 'Voulez-vous recevoir notre lettre\u202f?'],
  ['uk', 'Отримувати розсилку', 'Бажаєте отримувати нашу розсилку?'],
  ['ar', 'الاشتراك في النشرة', 'هل المطلوب الاشتراك في نشرتنا؟'],
  ['en', 'Get the newsletter', 'Do you want our newsletter?'],
] as const;

function direction(language: string): string {
  return language === 'ar' ? 'rtl' : 'ltr';
}

describe('pages and service mails', () => {
  let root: string;
  let server: RunningServe;
  beforeAll(async () => {
    root = await workspaceWithReaders([], { 'newsletter.yaml': configuration('nl') });
    server = await startServe(root);
  });

  test.each(WORDS)('%s: the page comes in the language of the browser', async (language, title) => {
    const answer = await fetch(`${server.url}/subscribe`, { headers: { 'Accept-Language': language } });
    const page = await answer.text();
    expect(answer.headers.get('content-language')).toBe(language);
    expect(page).toContain(`<html lang="${language}" dir="${direction(language)}">`);
    expect(page).toContain(`<h1>${title}</h1>`);
  });

  test.each(WORDS)('%s: the mail comes in the language that the reader chose', async (language, _, title) => {
    const address = `${language}@example.org`;
    await fetch(`${server.url}/subscribe`, {
      method: 'POST',
      headers: { 'X-Forwarded-For': `192.0.2.${String(WORDS.findIndex(([tag]) => tag === language) + 10)}` },
      body: new URLSearchParams({ address, language }),
    });
    const [mail] = await serviceMailsTo(root, address);
    expect(mail?.text).toContain(title);
    expect(mail?.html).toContain(`<html lang="${language}" dir="${direction(language)}">`);
    expect(mail?.html).toContain(`<div lang="${language}" dir="${direction(language)}">`);
  });

  test('come in the language of the newsletter where no other is known', async () => {
    const page = await (await fetch(`${server.url}/subscribe`, { headers: { 'Accept-Language': 'pl' } })).text();
    expect(page).toContain('Ontvang de nieuwsbrief');
  });
});

describe('a newsletter in a language without words', () => {
  test('serves its pages and mails in English, and says so once', async () => {
    const root = await workspaceWithReaders([], { 'newsletter.yaml': configuration('pl') });
    const server = await startServe(root);
    for (let time = 0; time < 2; time += 1) {
      const page = await (await fetch(`${server.url}/subscribe`)).text();
      expect(page).toContain('<html lang="en" dir="ltr">');
    }
    await fetch(`${server.url}/subscribe`, {
      method: 'POST',
      body: new URLSearchParams({ address: 'ola@example.org', language: 'pl' }),
    });
    const [mail] = await serviceMailsTo(root, 'ola@example.org');
    expect(mail?.text).toContain('Do you want our newsletter?');
    expect(server.log().match(/no fixed words in the language of newsletter\.yaml \("pl"\)/g)).toHaveLength(1);
  });

  test('cannot be built, and is told which languages there are', async () => {
    const root = await workspaceWithReaders([], { 'newsletter.yaml': configuration('pl') });
    await expect(run(root, ['build'])).rejects.toThrow(/no fixed words in Polish.*\n.*ar, de, en, fr, nl, uk/);
  });
});

describe('a workspace whose own words are older than newsletter', () => {
  const lacking = readFileSync('templates/locales/uk.yaml', 'utf8')
    .replace(/^ {2}notFound:\n( {4}.*\n)+/m, '')
    .replace(/^ {2}optIn:\n( {4}.*\n)+/m, '');
  const german = readFileSync('templates/locales/de.yaml', 'utf8').replace(/^ {2}notFound:\n( {4}.*\n)+/m, '');

  test('serves pages and mails with the words that come with newsletter, and says so once a file', async () => {
    const root = await workspaceWithReaders([], {
      'newsletter.yaml': configuration('pl'),
      'templates/locales/pl.yaml': lacking,
      'templates/locales/de.yaml': german,
    });
    const server = await startServe(root);
    const page = async (path: string, language: string) =>
      (await fetch(`${server.url}${path}`, { headers: { 'Accept-Language': language } })).text();
    expect(await page('/nothing', 'pl')).toContain('<h1>There is nothing here</h1>');
    expect(await page('/nothing', 'de')).toContain('<h1>Hier ist nichts</h1>');
    expect(await page('/subscribe', 'pl')).toContain('<h1>Отримувати розсилку</h1>');
    await fetch(`${server.url}/subscribe`, {
      method: 'POST',
      body: new URLSearchParams({ address: 'ola@example.org', language: 'pl' }),
    });
    const [mail] = await serviceMailsTo(root, 'ola@example.org');
    expect(mail?.text).toContain('Do you want our newsletter?');
    const notes = server
      .log()
      .split('\n')
      .filter((line) => line.includes('lacks words'));
    expect(notes).toEqual([
      expect.stringMatching(/^templates\/locales\/de\.yaml lacks .* serve\.notFound \(German\)\./),
      expect.stringMatching(
        /^templates\/locales\/pl\.yaml lacks .* serve\.notFound \(English\), serviceMail\.optIn \(English\)\./,
      ),
    ]);
  });

  test('is said nothing where nothing is missing', async () => {
    const root = await workspaceWithReaders([], { 'newsletter.yaml': configuration('nl') });
    const server = await startServe(root);
    await fetch(`${server.url}/subscribe`);
    expect(server.log()).not.toContain('lacks words');
  });
});
