import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Configuration } from '../../../src/model/settings/configuration.js';
import type { Issue, Item, ItemPicture } from '../../../src/model/issue/issue.js';
import type { Member } from '../../../src/model/issue/member.js';
import type { PreparedPicture } from '../../../src/model/issue/pictures/picture.js';
import { renderEditions, type Editions } from '../../../src/render/render-editions.js';
import { BARE_CONFIGURATION } from '../bare-configuration.js';

export const TEMPLATES = path.join(import.meta.dirname, '../../../templates');
export const DIGEST = createHash('sha256').update('the inputs of this test').digest('hex');

const markdown = unified().use(remarkParse).use(remarkGfm);

export function parseMarkdown(text: string): Root {
  return markdown.parse(text);
}

export const MEMBER: Member = { id: 'lefoe', name: 'LEFÖ', aliases: [], kind: 'member', country: 'AT', city: 'Vienna' };

export const CONFIGURATION: Configuration = {
  ...BARE_CONFIGURATION,
  name: 'La Strada Newsletter',
  sender: { name: 'Редакція La Strada', address: 'news@example.org' },
  replyTo: 'office@example.org',
  list: { id: 'news.example.org', owner: 'owner@example.org', help: 'https://example.org/help' },
  imprint: ['An imaginary street 1', 'Amsterdam'],
};

export function item(changes: Partial<Item> = {}): Item {
  return {
    id: 'lefoe-permits',
    file: 'issues/2020-12/contributions/lefoe/permits.md',
    contributor: { kind: 'member', member: MEMBER },
    section: 'member-news',
    title: 'Residence permits compared',
    titleOriginal: undefined,
    summary: 'Six organisations looked at six laws.',
    language: 'en',
    date: '2020-11-24',
    author: undefined,
    source: undefined,
    link: undefined,
    deadline: undefined,
    events: [],
    publication: undefined,
    attachment: undefined,
    pictures: [],
    body: parseMarkdown('A first paragraph.\n\nA second one.'),
    sample: false,
    lead: false,
    full: false,
    ...changes,
  };
}

/** An issue with each item in the section that it names. */
export function issue(items: readonly Item[], changes: Partial<Issue> = {}): Issue {
  const sections = [...new Set(items.map((one) => one.section))];
  return {
    id: '2020-12',
    number: '12',
    title: 'December 2020',
    date: '2020-12-18',
    language: 'en',
    subject: 'December: права людини',
    preheader: 'Six laws compared.',
    letter: parseMarkdown('This month is about **permits**.'),
    lead: undefined,
    sections: sections.map((section) => ({
      section,
      groups: [
        {
          country: section === 'member-news' ? 'AT' : undefined,
          items: items.filter((one) => one.section === section),
        },
      ],
    })),
    funders: [],
    platform: { members: 28, countries: 23 },
    ...changes,
  };
}

const folder = mkdtempSync(path.join(tmpdir(), 'newsletter-pictures-'));

/** A prepared picture of some bytes in each width; nothing here looks into them. */
export function preparedPicture(name: string, widths: readonly number[] = [552, 1104], size = 900): PreparedPicture {
  const renditions = widths.map((width) => {
    const bytes = Buffer.alloc(Math.round((size * width) / 552), `${name} ${String(width)} `);
    const file = `${name}-${String(width)}.jpg`;
    writeFileSync(path.join(folder, file), bytes);
    return {
      name: file,
      width,
      height: Math.round(width / 2),
      mediaType: 'image/jpeg' as const,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      cachedAt: path.join(folder, file),
    };
  });
  const [first, ...others] = renditions;
  if (first === undefined) throw new Error('A picture has at least one width.');
  return { sourceSha256: createHash('sha256').update(name).digest('hex'), renditions: [first, ...others] };
}

export function picture(changes: Partial<ItemPicture> = {}): ItemPicture {
  return {
    declaredFile: 'door.jpg',
    alt: 'An open door',
    caption: 'A door in Vienna',
    credit: 'A. Painter',
    prepared: preparedPicture('door'),
    ...changes,
  };
}

export function render(what: Issue, changes: Partial<Configuration> = {}): Promise<Editions> {
  const pictures: Configuration['pictures'] =
    changes.publicUrl === undefined ? CONFIGURATION.pictures : { inMail: 'hosted', budgetBytes: 800_000 };
  return renderEditions(what, {
    configuration: { ...CONFIGURATION, pictures, ...changes },
    templateFolders: [TEMPLATES],
    inputsDigest: DIGEST,
  });
}

/** The text of one file of the web edition. */
export function webFile(editions: Editions, filePath: string): string {
  const file = editions.files.find((one) => one.path === filePath);
  if (file?.content.kind !== 'text') throw new Error(`There is no ${filePath}.`);
  return file.content.text;
}

/** Every edition as text, for what must hold in each of them. */
export function everyEdition(editions: Editions): Record<'html' | 'text' | 'web', string> {
  return { html: editions.email.html, text: editions.email.text, web: webFile(editions, 'web/index.html') };
}

/** The whole body of the message, with values in its slots, as `send` splices it. */
export function splicedMessage(editions: Editions, encode: (slot: string) => string): string {
  const { message } = editions.email;
  const body = message.body.map((segment) => (typeof segment === 'string' ? segment : encode(segment.slot)));
  return [...message.headers, '', body.join('')].join('\r\n');
}
