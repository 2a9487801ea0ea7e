import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { HtmlValidate } from 'html-validate';
import { renderEditions } from '../../src/render/render-editions.js';
import { compileTemplates } from '../../src/templating/compiled-templates.js';
import { full } from '../support/render/full-issue.js';
import {
  CONFIGURATION,
  DIGEST,
  TEMPLATES,
  everyEdition,
  issue,
  item,
  parseMarkdown,
  picture,
  preparedPicture,
  render,
} from '../support/render/issue-fixture.js';

describe('every edition', () => {
  test('tells everything of the issue', async () => {
    const editions = everyEdition(await render(full));
    const told = [
      'La Strada Newsletter',
      'No. 12',
      'December 2020',
      'Dear reader,',
      'In this issue',
      'The lead',
      'News from members',
      'LEFÖ',
      'Vienna',
      '24 November 2020',
      'Aufenthaltstitel im Vergleich',
      'Read the comparison',
      'Source: The six laws',
      'Sample, written for this project. Not issued by LEFÖ.',
      'A door in Vienna',
      'Credit: A. Painter',
      'An open door',
      '☑',
      'Said',
      'By Somebody of the staff',
      'C/38',
      'law, permit',
      'Sign the letter',
      'Deadline: 15 January 2021',
      'Apply by 31 January 2021',
      '25 January 2021, 10:00–12:30, Amsterdam time',
      '2 February 2021 to 3 February 2021',
      'Vienna, and online',
      'Example',
      'The disclaimer.',
      'The emblem',
      'A platform of 28 organisations in 23 countries',
      'An imaginary street 1',
    ];
    for (const [name, edition] of Object.entries(editions)) {
      for (const words of told) expect(edition.replace(/\s+/g, ' '), `${name}: ${words}`).toContain(words);
    }
  });

  test('is whole without items, letter or lead', async () => {
    const editions = everyEdition(await render(issue([], { letter: undefined, number: undefined })));
    for (const edition of Object.values(editions)) {
      expect(edition).toContain('In this issue');
      expect(edition).toContain('About this newsletter');
      expect(edition).not.toContain('undefined');
    }
  });

  test('names the country in the language of the issue', async () => {
    const editions = everyEdition(await render(full));
    for (const edition of Object.values(editions)) expect(edition).toContain('Austria');
  });

  test('is the same whenever and wherever it is made', async () => {
    const zone = process.env['TZ'];
    const first = await render(full);
    process.env['TZ'] = 'Pacific/Kiritimati';
    const second = await render(full);
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    expect(second).toEqual(first);
  });

  test('is the same from templates that were compiled before', async () => {
    const filePath = path.join(mkdtempSync(path.join(tmpdir(), 'newsletter-compiled-')), 'templates.mjs');
    writeFileSync(filePath, await compileTemplates(TEMPLATES));
    const options = { configuration: CONFIGURATION, templateFolders: [TEMPLATES], inputsDigest: DIGEST };
    expect(await renderEditions(full, { ...options, compiledTemplates: filePath })).toEqual(await render(full));
  });

  test('keeps footnotes apart between items', async () => {
    const body = parseMarkdown('A note.[^1]\n\n[^1]: Said there.');
    const { html, web } = everyEdition(await render(issue([item({ id: 'a', body }), item({ id: 'b', body })])));
    for (const page of [html, web]) {
      const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toContain('a-fn-1');
      expect(page).toContain('href="#b-fn-1"');
    }
  });

  test('marks items in another language', async () => {
    const { html, web } = everyEdition(await render(full));
    for (const page of [html, web]) {
      expect(page).toMatch(/<h[34][^>]* lang="uk" dir="ltr"[^>]*>Київ<\/h[34]>/);
      expect(page).toMatch(/<p[^>]* lang="de" dir="ltr"[^>]*>Aufenthaltstitel im Vergleich<\/p>/);
    }
  });

  test.each(['as the lead', 'among others'])(
    'marks what a picture says in an item in another language %s, but not the credit',
    async (place) => {
      const words = { alt: 'Відчинені двері', caption: 'Двері у Києві', credit: 'A. Painter' };
      const foreign = item({ language: 'uk', pictures: [picture(words)] });
      const whole = place === 'as the lead' ? issue([], { lead: foreign }) : issue([foreign]);
      const { html, web } = everyEdition(await render(whole));
      for (const page of [html, web]) {
        expect(page).toMatch(/<img[^>]* alt="Відчинені двері" lang="uk"/);
        expect(page).toMatch(/<(span|bdi) lang="uk" dir="ltr">Двері у Києві<\/\1>[^<]*(<span>)?[^<]*A\. Painter/);
      }
    },
  );

  test('puts headings of a body below the title of its item, without a gap', async () => {
    const body = parseMarkdown('# One\n\n#### Two\n\nText');
    const { html, web } = everyEdition(await render(issue([item({ section: 'international', body })])));
    for (const page of [html, web]) {
      expect(page).toMatch(/<h4[^>]*>One<\/h4>/);
      expect(page).toMatch(/<h5[^>]*>Two<\/h5>/);
    }
  });
});

describe('the e-mail', () => {
  test('repeats language and direction inside the body', async () => {
    const { html } = (await render(full)).email;
    expect(html).toContain('<html lang="en" dir="ltr"');
    expect(html).toMatch(/<div aria-roledescription="email" role="article" lang="en" dir="ltr"/);
  });

  test('asks no other host for anything', async () => {
    const { html } = (await render(full)).email;
    expect([...html.matchAll(/(?:src|background)="([^"]*)"|url\(/g)].map(([, address]) => address)).toEqual(
      expect.arrayContaining([
        'web/pictures/door-1104.jpg',
        'web/pictures/table-1104.jpg',
        'web/pictures/emblem-240.jpg',
      ]),
    );
    expect(html).not.toMatch(/ src="(?!web\/pictures\/)|url\(|@import|<link/);
  });

  test('passes html-validate but for deprecated attributes', async () => {
    const { html } = (await render(full)).email;
    const report = await new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: { 'no-deprecated-attr': 'off' },
    }).validateString(html);
    expect(
      report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
    ).toEqual([]);
  });

  test('offers the browser only where the newsletter has an address', async () => {
    const words = 'Read this issue in your browser';
    expect((await render(full)).email.html).not.toContain(words);
    const hosted = await render(full, { publicUrl: 'https://news.example.org' });
    expect(hosted.email.html).toContain(words);
    expect(hosted.email.text).toContain('https://news.example.org/2020-12/');
  });

  test('stays below 75 KB with 18 items and 8 pictures', async () => {
    const paragraph = 'Words that say what happened, to whom it matters, and what comes next for them. '.repeat(3);
    const items = Array.from({ length: 18 }, (_, index) =>
      item({
        id: `item-${String(index)}`,
        section: index < 9 ? 'member-news' : 'international',
        title: `A title of the usual length, number ${String(index)} of many`,
        body: parseMarkdown(`${paragraph}\n\n${paragraph}`),
        sample: true,
        link: { url: `https://example.org/${String(index)}`, label: 'Read about it on our website' },
        pictures: index < 8 ? [picture({ prepared: preparedPicture(`p${String(index)}`) })] : [],
      }),
    );
    const { email, findings } = await render(issue(items));
    expect(Buffer.byteLength(email.html)).toBeLessThan(75_000);
    expect(findings).toEqual([]);
    for (const [, css = ''] of email.html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)) {
      expect(css.length).toBeLessThan(16_000);
    }
  });

  test.each(['html', 'text'] as const)('offers every way that a reader has, in plain sight: %s', async (part) => {
    const bare = (await render(full)).email[part];
    expect(bare).toContain('Unsubscribe');
    expect(bare).not.toMatch(/settings|pass this mail on|calendar\b/);
    const whole = (await render(full, { publicUrl: 'https://news.example.org' })).email[part].replace(/&amp;/g, '&');
    for (const address of [
      'https://news.example.org/2020-12/',
      'https://news.example.org/u/sample',
      'https://news.example.org/p/sample',
      'https://news.example.org/subscribe',
      'https://news.example.org/2020-12/events/dates--1.ics',
      'mailto:owner@example.org',
    ]) {
      expect(whole).toContain(part === 'html' ? `href="${address}"` : address.replace('mailto:', ''));
    }
    for (const words of ['Change your settings', 'Did somebody pass this mail on to you?', 'Add to your calendar']) {
      expect(whole.replace(/\s+/g, ' ')).toContain(words);
    }
  });

  test('leads each event to its own file, whatever the order in which they were written', async () => {
    const { email, files } = await render(full, { publicUrl: 'https://news.example.org' });
    const sooner = email.html.indexOf('Sooner');
    const own = /events\/dates--\d\.ics/.exec(email.html.slice(sooner))?.[0] ?? '';
    const file = files.find(({ path: filePath }) => filePath === `web/${own}`);
    expect(file?.content.kind === 'text' ? file.content.text : '').toContain('SUMMARY:Sooner');
  });

  test('lets no list of mails show the beginning of the issue behind the preheader', async () => {
    const { html } = (await render(full)).email;
    const shown = html.slice(html.indexOf('<body')).replace(/<!--[\s\S]*?-->|<[^>]*>/g, '');
    const [first = ''] = /Six laws compared\..*/.exec(shown) ?? [];
    expect(first.length).toBeGreaterThanOrEqual(150);
  });

  test('writes an item from its own side, whichever side the issue begins on', async () => {
    const body = parseMarkdown('كل شخص حر.\n\n- حر');
    const { html } = (await render(issue([item({ id: 'ar', title: 'حقوق', language: 'ar', body })]))).email;
    expect(html).toMatch(/<h3 lang="ar" dir="rtl" style="[^"]*;text-align:right">/);
    expect(html).toMatch(/<div lang="ar" dir="rtl" style="[^"]*text-align:right"><p>/);
    expect(html).toMatch(/<ul style="[^"]*padding-right:22px"/);
    expect((await render(full)).email.html).not.toMatch(/lang="uk"[^>]*text-align/);
  });
});
