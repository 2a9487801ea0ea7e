import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { full } from '../../support/render/full-issue.js';
import { issue, item, parseMarkdown, picture, render, webFile } from '../../support/render/issue-fixture.js';

const articleSchema = z.looseObject({ headline: z.string(), author: z.unknown().optional() });

/** What a page tells programs, read as they do. */
function dataOf(page: string): unknown {
  return JSON.parse(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '');
}

describe('the web edition', () => {
  test('passes html-validate', async () => {
    const page = webFile(await render(full, { publicUrl: 'https://news.example.org' }), 'web/index.html');
    const report = await new HtmlValidate({ extends: ['html-validate:standard'] }).validateString(page);
    expect(
      report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
    ).toEqual([]);
  });

  test('has no slot, no token, no script that runs and no way to unsubscribe somebody', async () => {
    const page = webFile(await render(full, { publicUrl: 'https://news.example.org' }), 'web/index.html');
    expect(page).not.toMatch(/nlslot|nsubscribe|\/u\//);
    expect(page.match(/<script[^>]*>/g)).toEqual(['<script type="application/ld+json">']);
  });

  test('tells programs what it is: a number of a periodical, with an article for every item', async () => {
    const data = dataOf(webFile(await render(full, { publicUrl: 'https://news.example.org' }), 'web/index.html'));
    expect(data).toMatchObject({
      '@type': 'PublicationIssue',
      datePublished: '2020-12-18',
      url: 'https://news.example.org/2020-12/',
      isPartOf: { '@type': 'Periodical', name: 'La Strada Newsletter' },
    });
    const { hasPart } = z.object({ hasPart: z.array(articleSchema) }).parse(data);
    expect(hasPart).toHaveLength(8);
    expect(hasPart[0]).toMatchObject({
      headline: 'The lead',
      url: 'https://news.example.org/2020-12/#lead-item',
      author: { name: 'La Strada International' },
    });
    // A sample was not issued by the member whose name it bears.
    expect(hasPart.find(({ headline }) => headline === 'Київ')?.author).toBeUndefined();
  });

  test('gives its data without any address where nothing is public', async () => {
    const data = dataOf(webFile(await render(full), 'web/index.html'));
    expect(JSON.stringify(data)).not.toContain('"url":');
  });

  test('lets nothing out of the data block', async () => {
    const text = '</script><script>alert(1)</script><!--<script>\u2028&quot;';
    const page = webFile(await render(issue([item({ title: text, summary: text })])), 'web/index.html');
    const block = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(page)?.[1] ?? '';
    expect(block).not.toMatch(/[<>&\u2028]/);
    expect(z.object({ hasPart: z.array(articleSchema) }).parse(JSON.parse(block)).hasPart[0]?.headline).toBe(text);
    expect(page.match(/<script/g)).toHaveLength(1);
  });

  test('shows others a picture of the lead, wherever in the item it stands', async () => {
    const lead = item({
      id: 'lead-item',
      lead: true,
      pictures: [picture()],
      body: parseMarkdown('Before.\n\n![An open door](door.jpg)'),
    });
    const what = issue([item()], { lead });
    const page = webFile(await render(what, { publicUrl: 'https://news.example.org' }), 'web/index.html');
    expect(page).toContain(
      '<meta property="og:image" content="https://news.example.org/2020-12/pictures/door-1104.jpg">',
    );
    expect(page).toContain('<meta property="og:image:alt" content="An open door">');
    expect(webFile(await render(what), 'web/index.html')).not.toContain('og:image');
  });

  test('writes every date so that programs can read it', async () => {
    const page = webFile(await render(full), 'web/index.html');
    for (const moment of ['2020-12-18', '2020-11-24', '2021-01-25T10:00', '2021-02-02', '2021-01-15', '2021-01-31']) {
      expect(page).toContain(`datetime="${moment}"`);
    }
  });

  test('invites those to whom it was passed on, where there is a page to subscribe', async () => {
    const page = webFile(await render(full, { publicUrl: 'https://news.example.org' }), 'web/index.html');
    expect(page).toContain('href="https://news.example.org/subscribe"');
    expect(webFile(await render(full), 'web/index.html')).not.toContain('/subscribe');
  });

  test('names its own address only where it has one', async () => {
    expect(webFile(await render(full), 'web/index.html')).not.toMatch(/canonical|og:/);
    const page = webFile(await render(full, { publicUrl: 'https://news.example.org' }), 'web/index.html');
    expect(page).toContain('<link rel="canonical" href="https://news.example.org/2020-12/">');
    expect(page).toContain('<meta property="og:title"');
  });

  test('brings every rendition of its pictures, each once', async () => {
    const { files } = await render(full);
    const copies = files.filter(({ content }) => content.kind === 'copy').map(({ path }) => path);
    expect([...copies].sort()).toEqual([
      'web/pictures/door-1104.jpg',
      'web/pictures/door-552.jpg',
      'web/pictures/emblem-240.jpg',
      'web/pictures/table-1104.jpg',
      'web/pictures/table-552.jpg',
    ]);
  });

  test('asks for a small rendition where a picture stands beside the text, and for a fine one in the lead', async () => {
    const sizesOf = async (what: ReturnType<typeof issue>) => {
      const page = webFile(await render(what), 'web/index.html');
      return [...page.matchAll(/<img [^>]*sizes="([^"]*)"/g)].map(([, sizes]) => sizes);
    };
    const whole = '(max-width: 44rem) 100vw, 42rem';
    const news = item({ pictures: [picture()] });
    const inText = item({ pictures: [picture()], body: parseMarkdown('Before.\n\n![An open door](door.jpg)') });
    const lead = item({ id: 'lead-item', lead: true, pictures: [picture()] });
    expect(await sizesOf(issue([news]))).toEqual([`(min-width: 64rem) 20rem, ${whole}`]);
    expect(await sizesOf(issue([inText]))).toEqual([whole]);
    expect(await sizesOf(issue([item()], { lead }))).toEqual([whole]);
  });
});
