import { describe, expect, test } from 'vitest';
import { checkContributions, foundBy, placesOf, stateOf } from '../../../support/checked-issue.js';
import { contributionText } from '../../../support/workspace-fixture.js';

const RULE = 'house-style/word';
const check = (body: string, frontMatter = 'title: A', others: Readonly<Record<string, string>> = {}) =>
  checkContributions({ 'lefoe/a.md': contributionText(frontMatter, body) }, others);

describe('a word that we do not write', () => {
  test('is a warning with the word to use, why, and where', async () => {
    const checked = await check('The shelter takes in\nvictims of trafficking.');
    expect(foundBy(RULE, checked)).toMatchObject([
      { severity: 'warning', line: 6, column: 1, actual: '“victims of trafficking”' },
    ]);
    const [finding] = foundBy(RULE, checked);
    expect(finding?.expected).toContain('“trafficked person”');
    expect(finding?.message).toContain('not who somebody is');
    expect(finding?.help).toContain('https://www.lastradainternational.org/');
    expect(stateOf('lefoe/a.md', checked)).toBe('warned');
  });

  test.each([
    ['- One of the\n  many victims said so.', '6:8'],
    ['> quoted\n\nHere are *some* victims.', '7:17'],
    ['| a | b |\n| - | - |\n| c | victims |', '7:7'],
    ['# The victims', '5:7'],
    ['A [link](https://example.org) to **victims**.', '5:36'],
  ])('stands where it is said in %j', async (body, place) => {
    expect(placesOf(RULE, await check(body))).toEqual([`lefoe/a.md:${place}`]);
  });

  test('is found in title, summary and the words about a picture', async () => {
    const frontMatter = `title: Help for victims of trafficking
summary: Illegal migrants are counted.
image:
  file: a.jpg
  alt: A prostitute in the street
  caption: One of the victims
  credit: Victims Photo`;
    const places = placesOf(RULE, await check('Text.', frontMatter));
    expect(places).toEqual(['lefoe/a.md:2:1', 'lefoe/a.md:3:1', 'lefoe/a.md:6:3', 'lefoe/a.md:7:3']);
  });

  test('is found in the letter and in issue.yaml as well', async () => {
    const checked = await check('Text.', 'title: A', {
      'issues/2020-12/editorial.md': 'Dear reader, think of the victims.\n',
      'issues/2020-12/issue.yaml': 'title: A\ndate: 2020-12-18\npreheader: Illegal migrants\n',
    });
    expect(placesOf(RULE, checked)).toEqual(['issues/2020-12/editorial.md:1:27', 'issues/2020-12/issue.yaml:3:1']);
  });

  test('may stand in names of the registry and of publications', async () => {
    const members = 'members:\n  - { id: lefoe, name: LEFÖ, aliases: [Victims First], kind: member, country: AT }\n';
    const publication = 'title: Victims of trafficking in Europe\npublication: { author: X }';
    expect((await check('Victims First has moved.', 'title: A', { 'members.yaml': members })).findings).toEqual([]);
    expect((await check('A report.', publication)).findings).toEqual([]);
  });

  test('can be allowed by the secretariat', async () => {
    const checked = await check('The victims.', 'title: A', {
      'issues/2020-12/issue.yaml': `title: A\ndate: 2020-12-18\nallow:\n  - { file: lefoe/a.md, rule: ${RULE}, reason: So said the court. }\n`,
    });
    expect(foundBy(RULE, checked)).toMatchObject([{ severity: 'info' }]);
  });

  test('is not said without end', async () => {
    expect(foundBy(RULE, await check('The victims. '.repeat(200))).length).toBeLessThanOrEqual(40);
  });
});

describe('house-style.yaml of the workspace', () => {
  const style = (text: string) => ({ 'house-style.yaml': text });

  test('adds entries, takes the place of shipped ones, and takes them out', async () => {
    const own = style(`words:
  - { id: stakeholder, language: en, insteadOf: [stakeholder(s)], write: [partner], why: It is jargon., severity: error }
  - { id: victim, language: en, insteadOf: [victim(s)], write: [person], why: So we decided., severity: info }
  - { id: prostitute, language: en, insteadOf: [prostitute(s)], write: [sex worker], why: Off., severity: off }
`);
    const checked = await check('Stakeholders met victims, prostitutes and illegal migrants.', 'title: A', own);
    expect(foundBy(RULE, checked).map(({ severity, actual }) => `${severity} ${actual}`)).toEqual([
      'error “Stakeholders”',
      'info “victims”',
      'warning “illegal migrants”',
    ]);
  });

  test('sets limits of words for a section', async () => {
    const limits = style('limits:\n  opinion: { title: { most: 2 }, body: { least: 5, most: 8 } }\n');
    const long = await check('One two three four five six seven eight nine.', 'title: A b c\nsection: opinion', limits);
    expect(placesOf('house-style/length', long)).toEqual(['lefoe/a.md:2:1', 'lefoe/a.md:6:1']);
    const short = await check('One two.', 'title: A\nsection: opinion', limits);
    expect(foundBy('house-style/length', short)).toMatchObject([{ severity: 'info', actual: '2 words' }]);
    expect((await check('One two.', 'title: A b c\nsection: event', limits)).findings).toEqual([]);
  });

  test.each([
    ['wordz: []', 'issue/unknown-key', 'warning', 1],
    ['words:\n  - { id: a, language: en, insteadOf: [b], write: [c] }', 'issue/missing', 'error', 2],
    ['words:\n  - { id: a, language: en, insteadOf: [b((c))], write: [c], why: d }', 'issue/value', 'error', 2],
    ['words:\n  - { id: a, language: en, insteadOf: [ab*], write: [c], why: d }', 'issue/value', 'error', 2],
    ['words: [', 'issue/yaml', 'error', 1],
    ['limits: { default: { body: { most: many } } }', 'issue/value', 'error', 1],
  ])('%j is said, and the shipped one counts', async (text, ruleId, severity, line) => {
    const checked = await check('The victims.', 'title: A', style(`${text}\n`));
    expect(foundBy(ruleId, checked)).toMatchObject([{ severity, file: 'house-style.yaml', line }]);
    expect(foundBy(RULE, checked)).toHaveLength(1);
  });

  test('is an input of the build', async () => {
    const checked = await check('Text.', 'title: A', style('timeliness: { oldestDays: 30 }\n'));
    expect(checked.inputs.map(({ path }) => path)).toContain('house-style.yaml');
  });
});

describe('limits of words', () => {
  test.each([
    ['a long title', `title: ${'word '.repeat(16)}`, 'Text.', '2:1'],
    ['a long summary', `title: A\nsummary: ${'word '.repeat(41)}`, 'Text.', '3:1'],
    ['a long text', 'title: A', 'word '.repeat(251), '5:1'],
  ])('%s is a warning', async (_, frontMatter, body, place) => {
    const checked = await check(body, frontMatter);
    expect(placesOf('house-style/length', checked)).toEqual([`lefoe/a.md:${place}`]);
    expect(foundBy('house-style/length', checked)).toMatchObject([{ severity: 'warning' }]);
  });

  test.each([
    [`title: ${'word '.repeat(15)}`, 'Text.'],
    [`title: A\nsummary: ${'word '.repeat(40)}`, 'word '.repeat(250)],
    ['title: A\nsection: opinion', 'word '.repeat(600)],
    ['title: A', 'A well-known, rights-based text isn’t long. '.repeat(41)],
  ])('%j passes', async (frontMatter, body) => {
    expect((await check(body, frontMatter)).findings).toEqual([]);
  });

  test("the editor's title counts", async () => {
    const issue = (title: string) => ({
      'issues/2020-12/issue.yaml': `title: A\ndate: 2020-12-18\nitems:\n  lefoe/a.md:\n    title: ${title}\n`,
    });
    const long = 'word '.repeat(16);
    expect((await check('Text.', `title: ${long}`, issue('Short'))).findings).toEqual([]);
    expect(placesOf('house-style/length', await check('Text.', 'title: A', issue(long)))).toEqual([
      'issues/2020-12/issue.yaml:5:5',
    ]);
  });
});
