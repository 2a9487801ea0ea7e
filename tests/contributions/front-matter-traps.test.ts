import { describe, expect, test } from 'vitest';
import { check, checkContributions, foundBy, placesOf, stateOf, workspaceWith } from '../support/checked-issue.js';
import { contributionText } from '../support/workspace-fixture.js';

const NAME = 'la-strada-md/a.md';

describe('only YAML is front matter', () => {
  test.each(['toml', 'json', 'other', 'yml2', ' toml'])(
    'front matter of the kind "---%s" is refused, whatever stands in it',
    async (language) => {
      const checked = await checkContributions({ [NAME]: `---${language}\ntitle: A\n---\n\nText.\n` });
      expect(placesOf('front-matter/language', checked)).toEqual([`${NAME}:1:1`]);
      expect(stateOf(NAME, checked)).toBe('refused');
    },
  );

  test.each(['---', '---yaml', '--- yaml', '---  ', '---\t'])('"%s" begins front matter', async (opening) => {
    const text = `${opening}\ntitel: A\ntitle: B\n---\n\nText with [a link](nowhere).\n`;
    const checked = await checkContributions({ [NAME]: text });
    expect(checked.contributions[0]?.title).toBe('B');
    expect(placesOf('front-matter/unknown-key', checked)).toEqual([`${NAME}:2:1`]);
    expect(placesOf('link/malformed', checked)).toEqual([`${NAME}:6:11`]);
  });

  test('a space behind the closing hyphens moves no line', async () => {
    const checked = await checkContributions({ [NAME]: '---\ntitle: A\n---  \nText with [a link](nowhere).\n' });
    expect(placesOf('link/malformed', checked)).toEqual([`${NAME}:4:11`]);
  });

  test('the same broken YAML gives its finding every time', async () => {
    const workspace = workspaceWith({
      [NAME]: contributionText('title: [one'),
      'lefoe/a.md': contributionText('title: [one'),
    });
    const first = foundBy('front-matter/yaml', await check(workspace));
    const second = foundBy('front-matter/yaml', await check(workspace));
    expect(first.map(({ file }) => file)).toEqual([NAME, 'lefoe/a.md'].sort());
    expect(second).toEqual(first);
  });

  test.each([
    ['no front matter', 'Just text.\n', 'front-matter/absent', 1],
    ['an empty file', '', 'front-matter/absent', 1],
    ['an empty first line', `\n${contributionText()}`, 'front-matter/absent', 1],
    ['no end', '---\ntitle: A\n\nText.\n', 'front-matter/unclosed', 5],
    ['an end with something behind it', '---\ntitle: A\n--- end\nText.\n', 'front-matter/unclosed', 3],
    ['four hyphens', '----\ntitle: A\n---\nText.\n', 'front-matter/hyphens', 1],
  ])('%s is refused', async (_, text, ruleId, line) => {
    const checked = await checkContributions({ [NAME]: text });
    expect(foundBy(ruleId, checked).map((finding) => [finding.severity, finding.line])).toEqual([['error', line]]);
    expect(stateOf(NAME, checked)).toBe('refused');
  });
});

describe('values are what was written', () => {
  test.each(['12:30', '017', 'no', '2020-12-18', '1e3', '0x1F', 'null', '~', 'true', '1_000', '.inf'])(
    'the title "%s" stays text',
    async (title) => {
      const checked = await checkContributions({ [NAME]: contributionText(`title: ${title}\nauthor: ${title}`) });
      expect(checked.passing.map(({ frontMatter }) => [frontMatter.title, frontMatter.author])).toEqual([
        [title, title],
      ]);
    },
  );

  test('dates stay the day that was written', async () => {
    const checked = await checkContributions({
      [NAME]: contributionText('title: A\ndate: 2020-12-01\ndeadline: 2020-12-31'),
    });
    expect(checked.passing[0]?.frontMatter).toMatchObject({ date: '2020-12-01', deadline: '2020-12-31' });
  });

  test('a number with a zero before it is a number of ten fingers', async () => {
    const checked = await checkContributions({ [NAME]: contributionText('title: A\nweight: 017') });
    expect(checked.passing[0]?.frontMatter.weight).toBe(17);
  });

  test('keys without a value count as not written', async () => {
    const text = contributionText('title: A\nsummary:\nauthor: ""\nimage:\ndate:');
    const checked = await checkContributions({ [NAME]: text });
    expect(checked.findings).toEqual([]);
    expect(checked.passing[0]?.frontMatter).toEqual({ title: 'A' });
  });

  test.each(['title:', 'title: ""', 'title: "  "', 'title: "\\0"', 'section: opinion'])(
    'a title must be there: %s',
    async (frontMatter) => {
      const checked = await checkContributions({ [NAME]: contributionText(frontMatter) });
      const errors = checked.findings.filter(({ severity }) => severity === 'error');
      expect(errors.map(({ line, message }) => [line, message.includes('"title"')])).toEqual([[2, true]]);
      expect(stateOf(NAME, checked)).toBe('refused');
    },
  );
});

describe('what YAML can be made to do', () => {
  test('more names for one value than the bound allows are a finding', async () => {
    const aliases = Array.from({ length: 21 }, () => '*a').join(', ');
    const checked = await checkContributions({ [NAME]: contributionText(`title: A\nlist: [&a x, ${aliases}]`) });
    expect(placesOf('front-matter/yaml', checked)).toHaveLength(1);
  });

  test('a key that stands twice is a finding where it stands again', async () => {
    const checked = await checkContributions({ [NAME]: contributionText('title: A\nauthor: B\ntitle: C') });
    expect(foundBy('front-matter/yaml', checked).map(({ line, help }) => [line, help])).toEqual([
      [4, 'Keep one of the two lines.'],
    ]);
  });

  test.each(['toString', 'valueOf', 'hasOwnProperty'])('the key "%s" is only an unknown one', async (key) => {
    const text = contributionText(`title: A\n${key}:\n  more: yes\nimage:\n  file: a.jpg\n  ${key}: x`);
    const checked = await checkContributions({ [NAME]: text });
    expect(checked.contributions[0]?.title).toBe('A');
    expect(placesOf('front-matter/unknown-key', checked)).toEqual([`${NAME}:3:1`, `${NAME}:7:3`]);
  });

  test.each([
    ['sumary: B', 'Did you mean "summary"?', 3, 1],
    ['image:\n  file: a.jpg\n  captoin: B', 'Did you mean "caption"?', 5, 3],
    ['events:\n  - start: 2021-01-25\n    plaace: B', 'Did you mean "place"?', 5, 5],
  ])('an unknown key is left out, with what was meant: %s', async (lines, help, line, column) => {
    const checked = await checkContributions({ [NAME]: contributionText(`title: A\n${lines}`) });
    expect(foundBy('front-matter/unknown-key', checked)).toMatchObject([{ severity: 'warning', help, line, column }]);
  });

  test('a value of the wrong kind says what would be right', async () => {
    const text = contributionText('title: A\nsection: opinions\nweight: much\ndate: 31.12.2020');
    const found = foundBy('front-matter/value', await checkContributions({ [NAME]: text }));
    expect(found.map(({ line }) => line)).toEqual([3, 4, 5]);
    expect(found[0]?.help).toBe('Did you mean "opinion"?');
    expect(found[2]?.help).toBe('Write it like this: date: 2020-12-31');
  });
});
