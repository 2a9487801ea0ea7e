import { describe, expect, test } from 'vitest';
import { checkContributions, foundBy, stateOf } from '../support/checked-issue.js';
import { contributionText } from '../support/workspace-fixture.js';

const NAME = 'lefoe/a.md';

async function helpFor(frontMatter: string): Promise<readonly string[]> {
  const checked = await checkContributions({ [NAME]: contributionText(`title: A hotline\n${frontMatter}`) });
  return foundBy('front-matter/value', checked).map(({ help }) => help);
}

describe('a value in one line gets the whole example', () => {
  test.each([
    ['image: meeting.jpg', 'image:\n  file: meeting.jpg\n  alt: '],
    ['link: https://example.org/report', 'link:\n  url: https://example.org/report\n  label: '],
    [
      'link: www.example.org/colloque',
      'link:\n  url: https://www.example.org/colloque\n  label: Read more at www.example.org',
    ],
    ['link: example.org', 'link:\n  url: https://example.org\n  label: Read more at example.org'],
    ['link: lapasserelle.example/a?b=c', 'link:\n  url: https://lapasserelle.example/a?b=c\n  label: Read more'],
    ['link: пример.рф/страница', 'link:\n  url: https://пример.рф/страница\n  label: Read more'],
    ['link: "http://example.org/a"', 'link:\n  url: http://example.org/a\n  label: Read more at example.org'],
    ['link: Our new report', 'link:\n  url: https://…\n  label: Our new report'],
    ['source: Ministry of Labour', 'source:\n  title: Ministry of Labour'],
    ['publication: report.pdf', 'publication:\n  file: report.pdf'],
    ['images: [a.jpg]', '  - file: a.jpg\n    alt: '],
    ['event: 23–24 November 2020', 'event:\n  start: 2020-11-23\n  end: 2020-11-24'],
  ])('%j', async (line, example) => {
    expect((await helpFor(line)).join('\n')).toContain(example);
  });
});

describe('days and times in words', () => {
  test.each([
    ['start: 23–24 November 2020', 'start: 2020-11-23\nend: 2020-11-24'],
    ['start: 23. bis 24. November 2020', 'start: 2020-11-23\nend: 2020-11-24'],
    ['start: 23-24.11.2020', 'start: 2020-11-23\nend: 2020-11-24'],
    ['start: 23 November – 2 December 2020', 'start: 2020-11-23\nend: 2020-12-02'],
    [
      'start: 25 January 2021, 15:00–17:30 Kyiv time',
      'start: 2021-01-25T15:00\nend: 2021-01-25T17:30\ntimezone: Europe/Kyiv',
    ],
    ['start: 25 January 2021, 3-5 pm', 'start: 2021-01-25T15:00\nend: 2021-01-25T17:00'],
    ['start: 25. Januar 2021, 15 Uhr', 'start: 2021-01-25T15:00'],
    ['start: 25 janvier 2021 à 15h30', 'start: 2021-01-25T15:30'],
    ['start: 2021-01-25T10:00:00+01:00', 'start: 2021-01-25T10:00'],
    ['start: 2021-01-25T15:00\n  end: 17:30', 'end: 2021-01-25T17:30'],
  ])('%j', async (lines, right) => {
    expect((await helpFor(`event:\n  ${lines}`)).join('\n')).toContain(right);
  });

  // LEFÖ is in Vienna.
  test.each([
    ['EET', 'Europe/Kyiv'],
    ['CET', 'Europe/Vienna'],
    ['MEZ', 'Europe/Vienna'],
    ['GMT-5', 'Europe/Vienna'],
    ['UTC+2', 'Europe/Vienna'],
    ['Kyiv time', 'Europe/Kyiv'],
    ['Brussels time', 'Europe/Brussels'],
    ['Kyiv', 'Europe/Kyiv'],
    ['BST', 'Europe/London'],
    ['Etc/GMT-5', undefined],
  ])('the zone "%s"', async (zone, right) => {
    const help = await helpFor(`event:\n  start: 2021-01-25T10:00\n  timezone: ${zone}`);
    expect(help).toHaveLength(1);
    if (right !== undefined) expect(help[0]).toBe(`Write it like this: timezone: ${right}`);
  });

  test('the hour of a deadline is not lost unsaid', async () => {
    expect(await helpFor('deadline: 2020-12-31T18:00')).toEqual([
      'Write it like this: deadline: 2020-12-31 Only the day counts here; the hour can stand in the text.',
    ]);
  });
});

describe('front matter of other programs', () => {
  test.each(['draft: true', 'Draft: yes', 'published: false', 'status: draft', 'draft: 1'])(
    '%j is not published unsaid',
    async (line) => {
      const checked = await checkContributions({ [NAME]: contributionText(`title: A hotline\n${line}`) });
      expect(foundBy('front-matter/draft', checked).map((finding) => finding.line)).toEqual([3]);
      expect(stateOf(NAME, checked)).toBe('refused');
    },
  );

  test.each([
    ['titel: B', 'title'],
    ['description: B', 'summary'],
    ['lang: B', 'language'],
    ['cover: B', 'image'],
    ['autor: B', 'author'],
    ['дата: B', 'date'],
  ])('%j is left out, with the key that was meant', async (line, key) => {
    const checked = await checkContributions({ [NAME]: contributionText(`title: A hotline\n${line}`) });
    expect(foundBy('front-matter/unknown-key', checked).map(({ help }) => help)).toEqual([`Did you mean "${key}"?`]);
  });

  test('keys that lost their indentation are sent back below their key', async () => {
    const text = contributionText('title: A hotline\nimage:\nfile: x.jpg\nalt: B');
    const found = foundBy('front-matter/unknown-key', await checkContributions({ [NAME]: text }));
    expect(found.map(({ help }) => help.split(',')[0])).toEqual([
      '"file" belongs below "image:"',
      '"alt" belongs below "image:"',
    ]);
  });

  test.each([
    ['---\ntitle: A\n—\n\nSee [x](nowhere).\n', 'front-matter/unclosed', 3],
    ['---\ntitle: A\n\nSee [x](nowhere).\n', 'front-matter/unclosed', 5],
    ['title: A\nsection: opinion\n\nSee [x](nowhere).\n', 'front-matter/absent', 1],
    ['Only text. See [x](nowhere).\n', 'front-matter/absent', 1],
    ['+++\ntitle = "A"\n+++\n\nSee [x](nowhere).\n', 'front-matter/language', 1],
    ['----\ntitle: A\n---\n\nSee [x](nowhere).\n', 'front-matter/hyphens', 1],
    ['---\ntitle: A\n***\n\nSee [x](nowhere).\n\n---\n\nMore.\n', 'front-matter/unclosed', 3],
  ])('lines around the front matter hide nothing in the text: %j', async (text, ruleId, line) => {
    const checked = await checkContributions({ [NAME]: text });
    const errors = checked.findings.filter(({ severity }) => severity === 'error').map((one) => one.ruleId);
    expect(foundBy(ruleId, checked).map((finding) => finding.line)).toEqual([line]);
    expect(errors).toContain('link/malformed');
    expect(errors.filter((id) => id.startsWith('front-matter/'))).toEqual([ruleId]);
    expect(stateOf(NAME, checked)).toBe('refused');
  });

  test.each([
    ['—', '—'],
    ['–', '–'],
    ['***', '***'],
    ['===', '==='],
    ['————', '***'],
    ['_____', '—'],
  ])('front matter between %s and %s: both lines are to be replaced', async (above, below) => {
    const text = `${above}\ntitle: A\ndate: 3 May 2020\n${below}\n\nSee [x](nowhere).\n\n---\n\nMore.\n`;
    const checked = await checkContributions({ [NAME]: text });
    const found = foundBy('front-matter/hyphens', checked);
    expect(found.map(({ line }) => line)).toEqual([1, 4]);
    for (const { help } of found) expect(help).toBe('Replace this line by three hyphens: ---');
    expect(foundBy('front-matter/value', checked).map(({ line }) => line)).toEqual([3]);
    expect(foundBy('link/malformed', checked)).toHaveLength(1);
  });
});
