import { issue, item, parseMarkdown, picture, preparedPicture } from './issue-fixture.js';

/** An issue with every section and everything that an item can have. */
export const full = issue(
  [
    item({
      titleOriginal: 'Aufenthaltstitel im Vergleich',
      sample: true,
      pictures: [picture(), picture({ declaredFile: 'table.jpg', alt: 'A table', prepared: preparedPicture('table') })],
      body: parseMarkdown(
        'Words with a [link](https://example.org/a?b=1&c=2).\n\n![x](table.jpg)\n\n- [x] done\n- [ ] open\n\n' +
          '| Year | People |\n|---|--:|\n| 2020 | 131 |\n\nA note.[^1]\n\n[^1]: Said *there*.',
      ),
      link: { url: 'https://example.org/more', label: 'Read the comparison' },
      source: { title: 'The six laws', url: 'https://example.org/laws' },
    }),
    item({
      id: 'lefoe-uk',
      title: 'Київ',
      language: 'uk',
      body: parseMarkdown('Слово.'),
      sample: true,
    }),
    item({ id: 'view', section: 'opinion', title: 'A view', author: 'Somebody of the staff' }),
    item({
      id: 'report',
      section: 'publication',
      title: 'A report',
      publication: { number: 'C/38', author: 'Staff', publisher: 'LEFÖ', kind: 'report', keywords: ['law', 'permit'] },
    }),
    item({
      id: 'act',
      section: 'action',
      title: 'Sign',
      link: { url: 'https://example.org/sign', label: 'Sign the letter' },
      deadline: '2021-01-15',
    }),
    item({
      id: 'dates',
      section: 'event',
      title: 'Three dates',
      events: [
        { title: 'Later', start: '2021-02-02', end: '2021-02-03', place: 'Vienna', online: true },
        {
          title: 'Sooner',
          start: '2021-01-25T10:00',
          end: '2021-01-25T12:30',
          timezone: 'Europe/Amsterdam',
          online: true,
          url: 'https://example.org/event',
        },
      ],
    }),
    item({ id: 'job', section: 'vacancy', title: 'A post', deadline: '2021-01-31' }),
  ],
  {
    lead: item({
      id: 'lead-item',
      title: 'The lead',
      section: 'statement',
      contributor: { kind: 'secretariat' },
      lead: true,
    }),
    funders: [
      {
        name: 'A fund',
        alt: 'The emblem',
        text: 'The disclaimer.',
        example: true,
        logo: preparedPicture('emblem', [240]),
      },
    ],
  },
);
