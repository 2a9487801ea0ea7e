import { describe, expect, test } from 'vitest';
import { checkContributions, stateOf } from '../../support/checked-issue.js';
import { contributionText, CONTRIBUTIONS } from '../../support/workspace-fixture.js';

const settings = (lines: string) => ({ 'issues/2020-12/issue.yaml': `title: A\ndate: 2020-12-18\n${lines}\n` });

describe('what becomes of a contribution', () => {
  test('every state, with member, title and section', async () => {
    const checked = await checkContributions(
      {
        'la-strada-md/in.md': contributionText('title: In'),
        'la-strada-md/warned.md': contributionText('title: Warned\nsumary: B', 'Another text.'),
        'lefoe/refused.md': contributionText('title: Refused', '[a](nowhere)'),
        'lefoe/unread.md': 'Just text.',
        'open-gate/excluded.md': contributionText('title: Excluded\nsection: opinion', 'A third text.'),
        'open-gate/x.md.tmp': '',
        'secretariat/news.md': contributionText('title: News', 'A fourth text.'),
      },
      settings('items:\n  open-gate/excluded.md: { exclude: later }\n  secretariat/news.md: { title: Better news }'),
    );
    const rows = checked.contributions.map(({ file, member, title, section, state }) => [
      file.slice(CONTRIBUTIONS.length + 1),
      member,
      title,
      section,
      state,
    ]);
    expect(rows).toEqual([
      ['la-strada-md/in.md', 'la-strada-md', 'In', 'member-news', 'in'],
      ['la-strada-md/warned.md', 'la-strada-md', 'Warned', 'member-news', 'warned'],
      ['lefoe/refused.md', 'lefoe', 'Refused', 'member-news', 'refused'],
      ['lefoe/unread.md', 'lefoe', 'Without a title', 'member-news', 'refused'],
      ['open-gate/excluded.md', 'open-gate', 'Excluded', 'opinion', 'excluded'],
      ['open-gate/x.md.tmp', 'open-gate', undefined, undefined, 'passed-over'],
      ['secretariat/news.md', 'secretariat', 'Better news', 'international', 'in'],
    ]);
    expect(checked.passing.map(({ frontMatter }) => frontMatter.title)).toEqual(['In', 'Warned', 'News']);
  });

  test.each([
    ['broken YAML', 'x.md', contributionText('title: [a')],
    ['no title', 'x.md', contributionText('section: opinion')],
    ['not UTF-8', 'x.md', Buffer.from(contributionText('title: ü'), 'latin1')],
    ['a link that is wrong', 'x.md', contributionText('title: A', '[a](nowhere)')],
    ['a picture that is gone', 'x.md', contributionText('title: A\nimage: { file: gone.jpg, alt: B }')],
    ['a picture that is damaged', 'x.md', contributionText('title: A\nimage: { file: damaged.jpg, alt: B }')],
    ['a name that cannot be seen', 'x\\u202e.md', contributionText('title: A')],
  ])('an excluded file never blocks: %s', async (_, name, content) => {
    const written = name.replace('\\u202e', '\u202e');
    const contributions = {
      'lefoe/ok.md': contributionText(),
      [`lefoe/${written}`]: content,
      'lefoe/damaged.jpg': Buffer.from('ffd8ff00', 'hex'),
    };
    const without = await checkContributions(contributions);
    expect(without.findings.some(({ severity }) => severity === 'error')).toBe(true);

    const checked = await checkContributions(
      contributions,
      settings(`items:\n  "lefoe/${name}": { exclude: not this time }`),
    );
    expect(checked.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(stateOf(`lefoe/${written}`, checked)).toBe('excluded');
    expect(checked.passing).toHaveLength(1);
  });

  test('a folder that belongs to nobody does not block when its files are excluded', async () => {
    const checked = await checkContributions(
      { 'nobody/x.md': contributionText('title: X'), 'lefoe/ok.md': contributionText() },
      settings('items:\n  nobody/x.md: { exclude: not ours }'),
    );
    expect(checked.findings).toEqual([]);
  });
});

describe('errors of the secretariat are findings too', () => {
  test('a broken issue.yaml still lets contributions be judged', async () => {
    const checked = await checkContributions(
      { 'lefoe/a.md': contributionText('title: A', '[a](nowhere)') },
      { 'issues/2020-12/issue.yaml': 'title: A\ndate: someday\n' },
    );
    expect(checked.findings.map(({ ruleId, file, line }) => [ruleId, file, line])).toEqual([
      ['link/malformed', `${CONTRIBUTIONS}/lefoe/a.md`, 5],
      ['issue/value', 'issues/2020-12/issue.yaml', 2],
    ]);
  });

  test.each([
    ['members.yaml', 'members:\n  - { id: a, name: A, kind: member, country: nl }\n', 'issue/value', 2],
    [
      'members.yaml',
      'members:\n  - { id: lefoe, name: A, kind: member, country: NL }\n  - { id: lefoe, name: B, kind: member, country: NL }\n',
      'issue/duplicate-member',
      3,
    ],
    ['issues/2020-12/editorial.md', 'Dear reader,\n\0', 'file/nul-bytes', 2],
    ['issues/2020-12/editorial.md', '---\ntitle: A\n---\n', 'file/editorial-front-matter', 1],
  ])('%s: %j', async (file, content, ruleId, line) => {
    const checked = await checkContributions({ 'lefoe/a.md': contributionText() }, { [file]: content });
    expect(checked.findings).toContainEqual(expect.objectContaining({ file, ruleId, line, severity: 'error' }));
  });
});
