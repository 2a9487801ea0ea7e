import { describe, expect, test } from 'vitest';
import { checkContributions, foundBy, placesOf, stateOf } from '../support/checked-issue.js';
import { contributionText, CONTRIBUTIONS } from '../support/workspace-fixture.js';

const NAME = 'la-strada-md/a.md';

describe('bytes to text', () => {
  test('a byte-order mark, CRLF and the line ends of old Macs change nothing', async () => {
    const plain = contributionText('title: A\nsummary: B', 'One\ntwo [a link](nowhere).');
    const checked = await checkContributions({
      'la-strada-md/plain.md': plain,
      'lefoe/mark.md': `\ufeff${plain.replace('title: A', 'title: C')}`,
      'open-gate/windows.md': plain.replace('title: A', 'title: D').replaceAll('\n', '\r\n'),
      'secretariat/mac.md': plain.replace('title: A', 'title: E').replaceAll('\n', '\r'),
    });
    expect(checked.contributions.map(({ title }) => title)).toEqual(['A', 'C', 'D', 'E']);
    expect(placesOf('link/malformed', checked)).toEqual(
      ['la-strada-md/plain.md', 'lefoe/mark.md', 'open-gate/windows.md', 'secretariat/mac.md'].map(
        (name) => `${name}:7:5`,
      ),
    );
  });

  test.each([
    ['fffe', 'utf16le'],
    ['feff', 'utf16le'],
  ] as const)('UTF-16 with the mark %s is named as such', async (mark, encoding) => {
    const bytes = Buffer.concat([Buffer.from(mark, 'hex'), Buffer.from(contributionText(), encoding)]);
    const checked = await checkContributions({ [NAME]: bytes });
    expect(foundBy('file/not-utf-8', checked)).toMatchObject([{ line: 1, actual: 'UTF-16', severity: 'error' }]);
  });

  test('UTF-16 without a mark is not read as text', async () => {
    const checked = await checkContributions({ [NAME]: Buffer.from(contributionText(), 'utf16le') });
    expect(stateOf(NAME, checked)).toBe('refused');
    expect(placesOf('file/nul-bytes', checked)).toEqual([`${NAME}:1:1`]);
  });

  test.each([
    ['in the title', contributionText('title: Caf\u00e9'), 2],
    ['in the text', contributionText('title: A', 'One\n\nTwo \u0080 or \u00fc'), 7],
    ['in the first byte', `\u00e9${contributionText()}`, 1],
  ])('Windows-1252 %s is found in its line', async (_, text, line) => {
    const checked = await checkContributions({ [NAME]: Buffer.from(text, 'latin1') });
    expect(placesOf('file/not-utf-8', checked)).toEqual([`${NAME}:${String(line)}:1`]);
    expect(checked.passing).toEqual([]);
  });

  test('a character that is cut off at the end of the file is found', async () => {
    const whole = Buffer.from(contributionText('title: A', 'Ende: ü'));
    const checked = await checkContributions({ [NAME]: whole.subarray(0, -2) });
    expect(placesOf('file/not-utf-8', checked)).toEqual([`${NAME}:5:1`]);
  });

  test('a NUL byte is found in its line', async () => {
    const checked = await checkContributions({ [NAME]: contributionText('title: A', 'One\ntwo \0 three') });
    expect(placesOf('file/nul-bytes', checked)).toEqual([`${NAME}:6:1`]);
    expect(stateOf(NAME, checked)).toBe('refused');
  });

  test('letters of other scripts are no other encoding', async () => {
    const checked = await checkContributions({
      [NAME]: contributionText('title: Отворена порта', 'Günaydın, дзень добры, 你好 🙂'),
    });
    expect(checked.findings).toEqual([]);
  });
});

describe('names of files from a Mac', () => {
  const decomposed = 'Ku\u0308nstlerhaus';
  const composed = 'K\u00fcnstlerhaus';

  test('a name in NFD is spoken of in NFC, and reached by either', async () => {
    const checked = await checkContributions(
      {
        [`lefoe/${decomposed}.md`]: contributionText(`title: A\nimage: { file: ${composed}.jpg, alt: A house }`),
        [`lefoe/${decomposed}.jpg`]: Buffer.from('ffd8ff', 'hex'),
      },
      {
        'issues/2020-12/issue.yaml': `title: B\ndate: 2020-12-18\nitems:\n  lefoe/${decomposed}.md:\n    exclude: C\n`,
      },
    );
    expect(checked.contributions.map(({ file, state }) => [file, state])).toEqual([
      [`${CONTRIBUTIONS}/lefoe/${composed}.md`, 'excluded'],
    ]);
    expect(foundBy('issue/unknown-item', checked)).toEqual([]);
  });

  test('a folder in NFD belongs to the member whose alias it is', async () => {
    const checked = await checkContributions({ 'Lefo\u0308 IBF/a.md': contributionText() });
    expect(checked.contributions.map(({ member, state }) => [member, state])).toEqual([['lefoe', 'in']]);
  });
});
