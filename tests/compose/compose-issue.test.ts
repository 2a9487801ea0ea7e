import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CheckedIssue } from '../../src/app/issue/check/check-issue.js';
import { composeIssue } from '../../src/compose/compose-issue.js';
import type { Issue } from '../../src/model/issue/issue.js';
import { checkContributions } from '../support/checked-issue.js';
import { picture } from '../support/assets/pictures/picture-fixture.js';
import { contributionText } from '../support/workspace-fixture.js';

const MEMBERS = `members:
  - { id: austria, name: Austria NGO, kind: member, country: AT }
  - { id: albania, name: Albania NGO, kind: member, country: AL }
  - { id: bosnia, name: Bosnia NGO, kind: member, country: BA }
  - { id: vienna, name: Vienna NGO, kind: member, country: AT }
`;

function compose({ passing, settings, pictures }: CheckedIssue, contributions = passing): Issue {
  return composeIssue({
    id: '2020-12',
    settings,
    defaults: { name: 'The Newsletter', language: 'en', description: 'About us' },
    contributions,
    pictures: pictures.byFile,
    documents: new Map(),
    letter: undefined,
    logos: new Map(),
    platform: { members: 4, countries: 3 },
  });
}

async function composed(contributions: Readonly<Record<string, string>>, settings = ''): Promise<Issue> {
  const checked = await checkContributions(contributions, {
    'members.yaml': MEMBERS,
    'issues/2020-12/issue.yaml': `title: December 2020\ndate: 2020-12-18\n${settings}`,
  });
  expect(checked.findings).toEqual([]);
  return compose(checked);
}

const text = (frontMatter: string) => contributionText(frontMatter, `The text of ${frontMatter}.`);
const titles = (issue: Issue) =>
  issue.sections.flatMap(({ groups }) => groups.flatMap(({ items }) => items.map(({ title }) => title)));
const outline = (issue: Issue) =>
  issue.sections.map(({ section, groups }) => [
    section,
    groups.map(({ country, items }) => [country, items.map(({ title }) => title)]),
  ]);

describe('the order of an issue', () => {
  test('sections stand in the usual order, and none is empty', async () => {
    const issue = await composed({
      'austria/a.md': text('title: A\nsection: vacancy'),
      'austria/b.md': text('title: B\nsection: statement'),
      'austria/c.md': text('title: C'),
      'secretariat/d.md': text('title: D'),
    });
    expect(issue.sections.map(({ section }) => section)).toEqual([
      'statement',
      'member-news',
      'international',
      'vacancy',
    ]);
  });

  test('issue.yaml orders sections; those that it does not name follow', async () => {
    const issue = await composed(
      {
        'austria/a.md': text('title: A\nsection: vacancy'),
        'austria/b.md': text('title: B'),
        'secretariat/c.md': text('title: C\nsection: event'),
      },
      'sections: [vacancy, vacancy, event]\n',
    );
    expect(issue.sections.map(({ section }) => section)).toEqual(['vacancy', 'event', 'member-news']);
  });

  test('member news stands by the names of countries, the secretariat first', async () => {
    const issue = await composed({
      'vienna/a.md': text('title: A'),
      'bosnia/b.md': text('title: B'),
      'albania/c.md': text('title: C'),
      'austria/d.md': text('title: D'),
      'secretariat/e.md': text('title: E\nsection: member-news'),
    });
    expect(outline(issue)).toEqual([
      [
        'member-news',
        [
          [undefined, ['E']],
          ['AL', ['C']],
          ['AT', ['D', 'A']],
          ['BA', ['B']],
        ],
      ],
    ]);
  });

  test('weight goes first, then the newest, then the file', async () => {
    const issue = await composed({
      'austria/z.md': text('title: Light\nweight: -1'),
      'austria/y.md': text('title: Old\ndate: 2020-12-01'),
      'austria/x.md': text('title: New\ndate: 2020-12-02'),
      'austria/w.md': text('title: Undated'),
      'austria/v.md': text('title: Undated too'),
      'austria/a.md': text('title: Heavy\nweight: 1'),
    });
    expect(titles(issue)).toEqual(['Light', 'New', 'Old', 'Undated too', 'Undated', 'Heavy']);
  });

  test('events go by their beginning', async () => {
    const event = (title: string, start: string) => text(`title: ${title}\nsection: event\nevent: { start: ${start} }`);
    const issue = await composed({
      'austria/a.md': event('Late', '2021-02-01'),
      'austria/b.md': event('Early', '2021-01-01T09:00'),
      'austria/c.md': text('title: Some day\nsection: event'),
    });
    expect(titles(issue)).toEqual(['Early', 'Late', 'Some day']);
  });
});

describe("the editor's last word", () => {
  test('title, summary, section, weight and exclusion count more than the front matter', async () => {
    const issue = await composed(
      {
        'austria/a.md': text('title: A\nsummary: B\nweight: -5'),
        'austria/b.md': text('title: C'),
        'bosnia/x.md': text('title: X'),
      },
      'items:\n  austria/a.md: { title: New, summary: Short, section: opinion, weight: 9 }\n  austria/b.md: { section: opinion }\n  bosnia/x.md: { exclude: later }\n',
    );
    expect(outline(issue)).toEqual([['opinion', [[undefined, ['C', 'New']]]]]);
    expect(issue.sections[0]?.groups[0]?.items[1]).toMatchObject({ summary: 'Short', section: 'opinion' });
  });

  test('the lead opens the issue and stands in no section', async () => {
    const issue = await composed(
      { 'austria/a.md': text('title: A\nsummary: First'), 'austria/b.md': text('title: B') },
      'lead: austria/a.md\n',
    );
    expect(issue.lead?.title).toBe('A');
    expect(titles(issue)).toEqual(['B']);
    expect(issue.preheader).toBe('First');
  });

  test('subject and preheader have their defaults, and their own words', async () => {
    const plain = await composed({ 'austria/a.md': text('title: A') });
    expect([plain.subject, plain.preheader, plain.language]).toEqual(['A (December 2020)', 'About us', 'en']);
    const own = await composed({ 'austria/a.md': text('title: A') }, 'subject: S\npreheader: P\nlanguage: de\n');
    expect([own.subject, own.preheader, own.language]).toEqual(['S', 'P', 'de']);
  });

  test('a subject begins with the news that opens the issue', async () => {
    const news = { 'austria/a.md': text('title: A'), 'austria/b.md': text('title: B\nsection: statement') };
    expect((await composed(news)).subject).toBe('B (December 2020)');
    expect((await composed(news, 'lead: austria/a.md\n')).subject).toBe('A (December 2020)');
  });
});

describe('whatever the order in which contributions come', () => {
  // Names that come to the same anchor, and names of other scripts.
  const names = ['a b', 'a-b', 'A_B', 'á b', 'новости', 'новина', '你好', '1', 'a-b-2'];
  let checked: CheckedIssue;
  beforeAll(async () => {
    const contributions = names.flatMap((name, index): [string, string][] => [
      [`austria/${name}.md`, text(`title: Number ${String(index)} of Austria`)],
      [`bosnia/${name}.md`, text(`title: Number ${String(index)} of Bosnia`)],
    ]);
    checked = await checkContributions(Object.fromEntries(contributions), { 'members.yaml': MEMBERS });
    expect(checked.passing).toHaveLength(2 * names.length);
  });

  test('the issue is the same, anchors included', () => {
    const expected = compose(checked);
    const permutation = fc.shuffledSubarray([...checked.passing], { minLength: checked.passing.length });
    fc.assert(
      fc.property(permutation, (contributions) => {
        expect(compose(checked, contributions)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('anchors are unique, and plain in any script', () => {
    const ids = compose(checked).sections.flatMap(({ groups }) =>
      groups.flatMap(({ items }) => items.map(({ id }) => id)),
    );
    expect(new Set(ids).size).toBe(2 * names.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });
});

test('a picture that is declared twice is shown once, with the words of the first declaration', async () => {
  const declared = (alt: string) => `{ file: a.png, alt: ${alt}, credit: D, consent: not-needed }`;
  const lines = `title: A\nimage: ${declared('One banner')}\nimages:\n  - ${declared('Another')}\n  - ${declared('Third')}`;
  const issue = compose(
    await checkContributions(
      { 'austria/a.md': contributionText(lines), 'austria/a.png': await picture('png') },
      { 'members.yaml': MEMBERS },
    ),
  );
  const items = issue.sections.flatMap(({ groups }) => groups.flatMap((group) => group.items));
  expect(items.map(({ pictures }) => pictures.map(({ alt }) => alt))).toEqual([['One banner']]);
});
