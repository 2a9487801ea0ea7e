import { describe, expect, test } from 'vitest';
import type { Item } from '../../../src/model/issue/issue.js';
import { BARE_CONFIGURATION } from '../../support/bare-configuration.js';
import {
  MEMBER,
  issue,
  item,
  parseMarkdown,
  picture,
  preparedPicture,
  render,
  webFile,
} from '../../support/render/issue-fixture.js';

const PUBLIC = 'https://news.example.org';
const BODY = parseMarkdown('The second paragraph tells how it went on. '.repeat(20));

function items(count: number, changes: Partial<Item> = {}): readonly Item[] {
  return Array.from({ length: count }, (_, index) =>
    item({ id: `n-${String(index)}`, title: `Title ${String(index)}`, body: BODY, ...changes }),
  );
}

async function made(news: readonly Item[], length: 'full' | 'short' | 'auto', publicUrl?: string) {
  return render(issue(news), { publicUrl, design: { ...BARE_CONFIGURATION.design, items: length } });
}

const readOn = (id: string) => `href="${PUBLIC}/2020-12/#${id}"`;

describe('an e-mail with many items', () => {
  test('shows title, deck and the way to the rest from twelve items on, and nothing is lost in text and web', async () => {
    const editions = await made(items(12), 'auto', PUBLIC);
    const { html, text } = editions.email;
    for (const { id, title, summary } of items(12)) {
      expect(html).toContain(readOn(id));
      for (const words of [title, summary ?? '']) expect(html).toContain(words);
      expect(webFile(editions, 'web/index.html')).toContain(`id="${id}"`);
    }
    expect(html).not.toContain('how it went on');
    expect(text.replace(/\s+/g, ' ').split('how it went on').length - 1).toBe(12 * 20);
    expect(webFile(editions, 'web/index.html').split('how it went on').length - 1).toBe(12 * 20);
    // It is meant so, and no finding asks anybody to do anything.
    expect(editions.findings).toEqual([]);
  });

  test.each([
    ['with eleven items', items(11), 'auto', PUBLIC],
    ['where the newsletter wants them in full', items(12), 'full', PUBLIC],
    ['without a public address', items(12), 'auto', undefined],
    ['without a public address, even where short ones are wanted', items(12), 'short', undefined],
  ] as const)('shows them whole %s', async (_, news, length, publicUrl) => {
    const { html } = (await made(news, length, publicUrl)).email;
    expect(html.split('how it went on').length - 1).toBe(news.length * 20);
  });

  test('shows a few in short where the newsletter wants it', async () => {
    expect((await made(items(2), 'short', PUBLIC)).email.html).not.toContain('how it went on');
  });

  test('shows opinions, what issue.yaml wants in full, and what is short anyway whole', async () => {
    const whole = [
      item({ id: 'essay', section: 'opinion', body: parseMarkdown('An essay is read to its end. '.repeat(20)) }),
      item({ id: 'asked', full: true, body: parseMarkdown('The secretariat wants all of this. '.repeat(20)) }),
      item({ id: 'brief', body: parseMarkdown('Only one sentence.') }),
    ];
    const { html } = (await made([...items(12), ...whole], 'auto', PUBLIC)).email;
    for (const { id } of whole) expect(html).not.toContain(readOn(id));
    for (const words of ['to its end', 'wants all of this', 'Only one sentence']) expect(html).toContain(words);
  });

  test('keeps dates, deadlines and buttons of short items', async () => {
    const action = item({
      id: 'sign',
      section: 'action',
      body: BODY,
      deadline: '2021-01-15',
      link: { url: 'https://example.org/sign', label: 'Sign the letter' },
    });
    const { html } = (await made([...items(12), action], 'auto', PUBLIC)).email;
    expect(html).toContain(readOn('sign'));
    for (const words of ['Deadline: 15 January 2021', 'Sign the letter']) expect(html).toContain(words);
  });
});

describe('an item with three pictures', () => {
  const pictures = ['door', 'hall', 'garden'].map((name) =>
    picture({ declaredFile: `${name}.jpg`, alt: `A ${name}`, prepared: preparedPicture(name) }),
  );
  const inBody = item({
    id: 'tour',
    pictures,
    body: parseMarkdown('We met.\n\n![](hall.jpg)\n\n![](door.jpg)\n\n![](garden.jpg)'),
  });

  test.each([
    ['above its text', item({ id: 'tour', pictures }), 'A door'],
    ['in its text', inBody, 'A hall'],
  ])('shows the first one %s, and leads to the others', async (_, tour, first) => {
    const { email, findings } = await made([tour], 'auto', PUBLIC);
    expect(email.html.match(/alt="A [a-z]+"/g)).toEqual([`alt="${first}"`]);
    expect(email.html).toContain(readOn('tour'));
    expect(email.html).toContain('More pictures in your browser');
    for (const { alt } of pictures) expect(email.text).toContain(alt);
    expect(findings.map(({ ruleId, actual }) => [ruleId, actual])).toEqual([
      ['edition/one-picture', `"${tour.title}": 3 pictures`],
    ]);
  });

  test.each([
    ['where the secretariat wants it in full', item({ id: 'tour', pictures, full: true }), 'auto', PUBLIC],
    ['where the newsletter wants its items in full', inBody, 'full', PUBLIC],
    ['without a public address', inBody, 'auto', undefined],
  ] as const)('shows all of them %s', async (_, tour, length, publicUrl) => {
    const { email, findings } = await made([tour], length, publicUrl);
    for (const { alt } of pictures) expect(email.html).toContain(`alt="${alt}"`);
    expect(email.html).not.toContain('More pictures');
    expect(findings).toEqual([]);
  });
});

test.each([
  ['A door in Vienna', 'A door in Vienna · Credit: A. Painter'],
  ['A door in Vienna.', 'A door in Vienna. Credit: A. Painter'],
  ['“Come in!”', '“Come in!” Credit: A. Painter'],
  ['باب في فيينا؟', 'باب في فيينا؟ Credit: A. Painter'],
  ['Doors, halls …', 'Doors, halls … Credit: A. Painter'],
  [undefined, 'Credit: A. Painter'],
])('the credit follows the caption %s as its sign says', async (caption, shown) => {
  const { html } = (await render(issue([item({ pictures: [picture({ caption })] })]))).email;
  expect(html).toContain(`>${shown}</p>`);
});

test.each([
  ['The Publisher, Vienna', 'Vienna'],
  ['The Publisher of Vienna', 'The Publisher of Vienna'],
  ['The Publisher', 'The Publisher'],
  ['Vienna, Austria', 'Vienna, Austria'],
])('the footer does not repeat the name above the line %s', async (line, shown) => {
  const changes = { organisation: 'The Publisher', imprint: [line, 'Register 1'] };
  const { email } = await render(issue([item()]), changes);
  expect(email.html).toContain(`<b>The Publisher</b><br>${shown}<br>Register 1`);
  expect(email.text).toContain(`The Publisher\n${shown}\nRegister 1`);
});

describe('the line above a title', () => {
  test('says country, member and city, and the contents lead to it', async () => {
    const { html } = (await render(issue([item({ id: 'permits' })]))).email;
    expect(html).toMatch(/<p id="permits" class="c"[^>]*>Austria · LEFÖ, Vienna<\/p>\s*<h3/);
    expect(html).toContain('href="#permits"');
  });

  test('keeps the capitals of a language that has its own', async () => {
    const member = { ...MEMBER, id: 'hrdf', name: 'İnsan', country: 'TR', city: 'Istanbul' };
    const { html } = (await render(issue([item({ contributor: { kind: 'member', member } })]))).email;
    expect(html).toMatch(/<span lang="tr">Türkiye · /);
  });

  test('is not there for the secretariat, whose titles the contents lead to', async () => {
    const { html } = (await render(issue([item({ id: 'own', contributor: { kind: 'secretariat' } })]))).email;
    expect(html).toMatch(/<h3 id="own"/);
  });
});

test('an e-mail and its text begin with news: the preheader, then titles', async () => {
  const news = items(12);
  const preheader = 'Six laws compared.';
  const { html, text } = (await render(issue(news, { preheader }))).email;
  const body = html.slice(html.indexOf('<body'));
  for (const opening of [body.replace(/<[^>]*>/g, ''), text]) {
    const words = opening.replace(/\s+/g, ' ').trim();
    expect(words.startsWith(`${preheader} Title 0 · Title 1`)).toBe(true);
    expect(words.slice(0, 120)).not.toMatch(/Dear|La Strada Newsletter/);
  }
});
