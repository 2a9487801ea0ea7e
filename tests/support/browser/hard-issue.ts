import type { Issue, Item } from '../../../src/model/issue/issue.js';
import { item, parseMarkdown, picture, preparedPicture } from '../render/issue-fixture.js';

const columns = Array.from({ length: 12 }, (_, index) => `Column ${String(index)}`);
const LINKS = Array.from(
  { length: 30 },
  (_, index) => `[link number ${String(index)}](https://example.org/${String(index)})`,
);
const HARD_BODY = [
  `A word: ${'w'.repeat(200)}`,
  `|${columns.join('|')}|\n|${columns.map(() => '--').join('|')}|\n|${columns.join('|')}|`,
  '- one\n  - two\n    - three\n      1. four\n         - five\n\n> said\n>\n> > and said again',
  `\`\`\`\n${'code '.repeat(40)}\n\`\`\`\n\nA note.[^1] \`code\`\n\n[^1]: There.`,
  `English with حقوق الإنسان inside.`,
  LINKS.join(' and '),
].join('\n\n');

/** Items with all that a member may write, and that is hard to show. */
export const HARD_ITEMS: readonly Item[] = [
  item({
    pictures: [picture()],
    titleOriginal: 'Ein Titel',
    title: `A title of 300 characters ${'and more '.repeat(31)}`.slice(0, 300),
    body: parseMarkdown(HARD_BODY),
    sample: true,
    link: { url: 'https://example.org/', label: 'Read on there' },
  }),
  item({
    id: 'ar',
    language: 'ar',
    title: 'حقوق الإنسان',
    body: parseMarkdown('كل شخص حر.'),
    section: 'opinion',
    author: 'A',
  }),
  item({
    id: 'pub',
    section: 'publication',
    publication: { kind: 'report', author: 'Staff', keywords: ['k'.repeat(60)] },
  }),
  item({ id: 'act', section: 'action', link: { url: 'https://example.org/', label: 'Sign the letter' } }),
  item({
    id: 'events',
    section: 'event',
    events: [
      {
        start: '2021-01-25T10:00',
        timezone: 'Europe/Amsterdam',
        title: 'One',
        url: 'https://example.org/',
        place: 'Vienna',
      },
      { start: '2021-09-25', title: 'Two', url: 'https://example.org/', online: true },
    ],
  }),
  item({ id: 'job', section: 'vacancy', deadline: '2021-01-31' }),
];

/** What is hard to show around them. */
export const AROUND: Partial<Issue> = {
  lead: item({ id: 'lead-item', pictures: [picture()], section: 'statement', lead: true }),
  logo: preparedPicture('own-logo', [180, 360]),
  funders: [
    { name: 'A fund', logo: preparedPicture('emblem', [120, 240]), alt: 'Emblem', text: 'Text.', example: true },
  ],
};
