import { describe, expect, test } from 'vitest';
import { frontMatterSchema } from '../../src/model/issue/front-matter.js';
import { houseStyleSchema } from '../../src/model/settings/house-style.js';
import { issueSettingsSchema } from '../../src/model/issue/issue-settings.js';
import { membersSchema } from '../../src/model/issue/member.js';
import { writtenConfigurationSchema } from '../../src/model/settings/configuration.js';
import { checkYaml } from '../../src/yaml/check-yaml.js';
import { readYaml } from '../../src/yaml/yaml-document.js';
import { expectComplete } from '../support/checked-issue.js';

const source = { file: 'a.md', family: 'front-matter' } as const;

function check(text: string) {
  const checked = checkYaml(text, frontMatterSchema, source);
  checked.findings.forEach(expectComplete);
  return checked;
}

/** What a finding tells somebody to write, put in the place of the line that it is about. */
function corrected(text: string): string {
  const lines = text.split('\n');
  for (const { line, help } of check(text).findings) {
    const right = /(?:like this|quotation marks)[^:]*: (.*?)(?: Is .*| Only .*)?$/.exec(help)?.[1];
    if (right !== undefined) lines[line - 1] = right;
  }
  return lines.join('\n');
}

describe('YAML takes nothing out of a sentence', () => {
  test.each([
    // As in the issue's text.
    ['title: Campaign #16days ends', 'Campaign #16days ends', '#16days ends'],
    ['title: November 2026 (issue #12)', 'November 2026 (issue #12)', '#12)'],
    ['title: !Important news', '!Important news', '!Important'],
    ['title: &more rights', '&more rights', '&more'],
    // More of the kind.
    ['title: New law # ask Anna', 'New law # ask Anna', '# ask Anna'],
    ['title: Rights for all\t#MeToo', 'Rights for all #MeToo', '#MeToo'],
    ['title: &more', '&more', '&more'],
    ['title: ! Attention', '! Attention', '!'],
    ['title: Kyiv, room #3', 'Kyiv, room #3', '#3'],
    ['title: "C:\\new"', 'C:\\new', '\\n'],
    ['title: "a\\tb"', 'a\\tb', '\\t'],
  ])('%j is refused, with the sign and the line as it should be', (text, meant, lost) => {
    const { value, findings } = check(text);
    expect(value).toBeUndefined();
    expect(findings.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([['front-matter/lost-words', 'error']]);
    expect(findings[0]?.actual).toContain(lost);
    const again = check(corrected(text));
    expect(again.findings).toEqual([]);
    expect(again.value?.title).toBe(meant);
  });

  test.each([
    ['title: *New* law', '*New* law', '*'],
    ['title: *New', '*New', '*'],
    ['title: [Update] New law', '[Update] New law', '['],
    ['title: {Update} New law', '{Update} New law', '{'],
    ['title: %40 more', '%40 more', '%'],
    ['title: @astra reports', '@astra reports', '@'],
    ['title: `code`', '`code`', '`'],
    ['title: > 50 women', '> 50 women', '>'],
    ['title: | Pipe', '| Pipe', '|'],
    // The hyphen of a list is no part of a title.
    ['title: - news', 'news', '-'],
    ['title: ? what', '? what', '?'],
    ['title: , and more', ', and more', ','],
    ['title: "quoted" and more', '"quoted" and more', '"'],
    ["title: 'Don't panic'", "Don't panic", "'"],
    ['title: "He said "no" today"', 'He said "no" today', '"'],
    ['title: "50\\% of it"', '50\\% of it', '\\'],
    ['title: Report: what we found', 'Report: what we found', ':'],
    ['title: Report: issue #12', 'Report: issue #12', ':'],
  ])('%j is refused, and reads as meant once it is written as the finding says', (text, meant, sign) => {
    const { findings } = check(text);
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['front-matter/yaml']);
    expect(findings[0]?.actual).toContain(sign);
    const again = check(corrected(text));
    expect(again.findings).toEqual([]);
    expect(again.value?.title).toBe(meant);
  });

  test.each(['title: [Update]', 'title: {x}'])('%j is a text that looks like a list or a group', (text) => {
    expect(check(corrected(text)).value?.title).toBe(text.slice('title: '.length));
  });

  test.each([
    'title: "Campaign" # ends soon',
    "title: 'Campaign' # ends soon",
    '# a comment\ntitle: Campaign\n# another',
    'title: Campaign\nsummary: # to come',
    'title: Campaign\nlink: # where readers go on\n  url: https://example.org/a # the page\n  label: "Read on" # a button',
    'title: Campaign\ndate: 2020-12-18 # a Friday',
    'title: Campaign\nweight: 10 # first',
    'title: Campaign\nsection: opinion # not news',
    'title: Campaign\nlanguage: uk # Ukrainian',
    'title: Campaign\nimage:\n  file: meeting.jpg # by Anna',
    'title: Campaign\nevent:\n  start: 2021-01-25T10:00 # sharp\n  timezone: Europe/Kyiv # theirs\n  online: yes # too',
    'title: Campaign\nsummary: >-\n  One line #with a sign\n  and another # one',
    'title: Cäsar#1, C# and a#b',
    'title: Campaign\npublication:\n  keywords: [work, chains] # two',
  ])('comments stay comments: %j', (text) => {
    const { value, findings } = check(text);
    expect(findings).toEqual([]);
    expect(value?.title).toMatch(/^C/);
  });

  test.each([
    ['title: A\nimage:\n  file: photo #3.jpg', 'photo #3.jpg'],
    ['title: A\nsource:\n  title: Report #4', 'Report #4'],
    ['title: A\nlink:\n  url: https://example.org\n  label: Read #1', 'Read #1'],
    ['title: A\nimage:\n  file: a.jpg\n  alt: Sign #1', 'Sign #1'],
    ['title: A\npublication:\n  keywords:\n    - work #1', 'work #1'],
    ['title: A\npublication:\n  keywords: [work #1, chains]', 'work #1'],
    ['title: A\nnote: See ticket #4', 'See ticket #4'],
  ])('in every text of the front matter: %j', (text, meant) => {
    expect(check(text).value).toBeUndefined();
    const again = check(
      corrected(text)
        .replace(/^(?=(?:file|title: "Report|label|alt|keywords)\b)/gm, '  ')
        .replace(/^- /m, '    - '),
    );
    expect(JSON.stringify(again.value)).toContain(meant);
  });

  test.each([
    ['issue.yaml', issueSettingsSchema, 'title: A\ndate: 2020-12-18\nsubject: December (issue #12)'],
    ['issue.yaml', issueSettingsSchema, 'title: A\ndate: 2020-12-18\nitems:\n  a/b.md:\n    exclude: see #4'],
    ['members.yaml', membersSchema, 'members:\n  - id: a\n    name: Network #1\n    kind: member\n    country: NL'],
    ['newsletter.yaml', writtenConfigurationSchema({}), 'name: Our #1\norganisation: O\nsender:\n  address: a@b.org'],
    ['house-style.yaml', houseStyleSchema, 'names:\n  - Victims First # an organisation'],
  ] as const)('in %s', (file, schema, text) => {
    const { value, findings } = checkYaml<unknown>(text, schema, { file, family: 'issue' });
    expect(value).toBeUndefined();
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['issue/lost-words']);
  });

  test('a name that other lines ask for is no word of a sentence', () => {
    const text = 'name: &name "La Strada"\norganisation: *name\nsender:\n  address: a@b.org';
    const { value, findings } = checkYaml(text, writtenConfigurationSchema({}), { file: 'n.yaml', family: 'issue' });
    expect(findings).toEqual([]);
    expect(value?.organisation).toBe('La Strada');
  });

  test('a text that is all comment is said, and left out', () => {
    const { value, findings } = check('title: A\nsummary: #MeToo in Kyiv');
    expect(findings).toMatchObject([{ severity: 'warning', line: 2, expected: 'summary: "#MeToo in Kyiv"' }]);
    expect(value).toEqual({ title: 'A' });
  });
});

describe('a line that breaks is said in our words', () => {
  const parserWords = /implicit|mapping|scalar|indentation indicator|flow (?:map|seq)|token|block collection|anchor/i;

  test.each([
    ['title:New hotline\nsection: opinion', 1, '"title:N"', 'title: New hotline'],
    ['section: opinion\ntitle:New hotline', 2, '"title:N"', 'title: New hotline'],
    ['title：New hotline\nsection: opinion', 1, '：', 'title: New hotline'],
    ['title:\u00a0New hotline\nsection: opinion', 1, 'U+00A0', 'title: New hotline'],
    ['title:\u202fNew hotline\nsection: opinion', 1, 'U+202F', 'title: New hotline'],
    ['title: “Report: what we found”', 1, '“', 'title: "Report: what we found"'],
    ['title: „Bericht: was wir fanden“', 1, '„', 'title: "Bericht: was wir fanden"'],
    ['title: «Rapport : ce que: nous»', 1, '«', 'title: "Rapport : ce que: nous"'],
    ['title: A\nlink:\n\u00a0\u00a0url: https://example.org/a\n  label: L', 3, 'U+00A0', 'url: https://example.org/a'],
    ['title: A\n\tsection: opinion', 2, 'a tab', 'section: opinion'],
    ['title: A\n section: opinion', 2, '1 blank before', 'section: opinion'],
    ['title: A\nimage:\n  file:x.jpg', 3, '"file:x"', 'file: x.jpg'],
    ['title: A\nimages:\n  - file:x.jpg', 3, '"file:x"', '- file: x.jpg'],
    ['title New hotline\nsection: opinion', 1, '"title" with a blank', 'title: New hotline'],
    ['title: A\nsummary: First\ngoes on', 3, 'without a key', 'summary: First goes on'],
    ['title: A\nsummary: First\n  and then: more', 3, ':', 'summary: "First and then: more"'],
    ['title: "unclosed\nsection: opinion', 1, '(")', 'title: "unclosed"'],
    ['title: A\ntitle: B', 2, '"title"', undefined],
    ['Title: A\ntitle: B', 2, '"title"', undefined],
    ['title: A\n...\nsection: opinion', 2, '"..."', undefined],
  ])('%j', (text, line, actual, expected) => {
    const { value, findings } = check(text);
    expect(value).toBeUndefined();
    expect(findings[0]?.line).toBe(line);
    expect(findings[0]?.actual).toContain(actual);
    if (expected !== undefined) expect(findings[0]?.expected).toBe(expected);
    for (const { message, help } of findings) expect(`${message} ${help}`).not.toMatch(parserWords);
  });

  test('one fault hides no other', () => {
    const text = 'title:New hotline\nsection: opinon\ndate：12.08.2024\nsummary: Report: what\nsumary: x\nweight: much';
    const { findings } = check(text);
    expect(findings.map(({ ruleId, line }) => `${ruleId} ${String(line)}`).sort()).toEqual([
      'front-matter/unknown-key 5',
      'front-matter/value 2',
      'front-matter/value 3',
      'front-matter/value 6',
      'front-matter/yaml 1',
      'front-matter/yaml 3',
      'front-matter/yaml 4',
    ]);
  });

  test('a text without any fault is read as it stands', () => {
    const { value, faults } = readYaml('a: b\nc:\n  - d\n  - "e: f"\ng: |\n  h:i\n  j: k\n');
    expect(faults).toEqual([]);
    expect(value).toEqual({ a: 'b', c: ['d', 'e: f'], g: 'h:i\nj: k\n' });
  });
});

describe('what people write is taken as meant where that is plain', () => {
  test.each([
    ['Title: A\nSECTION: Opinion', { title: 'A', section: 'opinion' }],
    ['TITLE: A\ntitle_original: B', { title: 'A', titleOriginal: 'B' }],
    ['title: A\nImage:\n  File: a.jpg\n  ALT: b', { title: 'A', image: { file: 'a.jpg', alt: 'b' } }],
    ['title: A\nsection: Member News', { title: 'A', section: 'member-news' }],
    ['title: A\nlanguage: English', { title: 'A', language: 'en' }],
    ['title: A\nlanguage: Deutsch', { title: 'A', language: 'de' }],
    ['title: A\nlanguage: українська', { title: 'A', language: 'uk' }],
    ['title: A\nlanguage: Ukrainian', { title: 'A', language: 'uk' }],
    ['title: A\nlanguage: en_GB.UTF-8', { title: 'A', language: 'en-GB' }],
    ['title: A\nlanguage: EN', { title: 'A', language: 'en' }],
    ['title: A\ndate: 2024-08-12T08:00:00+02:00', { title: 'A', date: '2024-08-12' }],
    ['title: A\ndate: 2024-08-12 08:00', { title: 'A', date: '2024-08-12' }],
    [
      'title: A\nevent:\n  start: 2021-01-25T10:00\n  timezone: Europe/Kiev',
      { title: 'A', event: { start: '2021-01-25T10:00', timezone: 'Europe/Kyiv' } },
    ],
  ])('%j', (text, value) => {
    const checked = check(text);
    expect(checked.findings).toEqual([]);
    expect(checked.value).toEqual(value);
  });

  test.each([
    ['language: ua', 'language: uk'],
    ['language: cz', 'language: cs'],
    ['language: in English', 'language: en'],
    ['date: 12 August 2024', 'date: 2024-08-12'],
    ['date: 12.08.2024', 'date: 2024-08-12'],
    ['date: Mon, 12 Aug 2024 08:00:00 GMT', 'date: 2024-08-12'],
    ['date: 2024-8-12', 'date: 2024-08-12'],
    ['date: 12 серпня 2024', 'date: 2024-08-12'],
    ['date: le 12 août 2024', 'date: 2024-08-12'],
    ['date: 3. července 2024', 'date: 2024-07-03'],
    ['date: “2024-08-12”', 'date: 2024-08-12'],
    ['section: opinon', '"opinion"'],
    ['author: [Anna, Bo]', 'author: Anna, Bo'],
  ])('and otherwise the line is named: %j', (line, right) => {
    const { findings } = check(`title: A\n${line}`);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.help).toContain(right);
  });
});
