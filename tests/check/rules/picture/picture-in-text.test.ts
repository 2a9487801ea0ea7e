import { expect, test } from 'vitest';
import { checkContributions, foundBy, placesOf } from '../../../support/checked-issue.js';
import { picture } from '../../../support/assets/pictures/picture-fixture.js';
import { contributionText } from '../../../support/workspace-fixture.js';

const check = async (body: string) =>
  checkContributions({
    'lefoe/a.md': contributionText(
      'title: A\nimages:\n  - { file: one two.jpg, alt: B, credit: D, consent: not-needed }',
      body,
    ),
    'lefoe/one two.jpg': await picture('jpeg'),
  });

test.each([
  ['Text ![a](https://example.org/x.gif)', '7:6', 'another web site'],
  ['Text ![a](//example.org/x.gif)', '7:6', 'another web site'],
  ['Text ![a](data:image/gif;base64,xx)', '7:6', 'another web site'],
  ['Text ![a](three.jpg)', '7:6', 'not in the front matter'],
  ['Text\n![a][b]\n\n[b]: https://example.org/x.gif', '8:1', 'another web site'],
  ['![a][b]\n\n[b]: https://example.org/x.gif\n[b]: <one two.jpg>', '7:1', 'another web site'],
])('%j is found', async (body, place, words) => {
  const checked = await check(body);
  expect(placesOf('picture/in-text', checked)).toEqual([`lefoe/a.md:${place}`]);
  expect(foundBy('picture/in-text', checked)[0]?.message).toContain(words);
});

test.each(['Text ![a](one%20two.jpg)', 'Text ![a](<one two.jpg>)', '![a][b]\n\n[b]: <one two.jpg>', '`![a](x.gif)`'])(
  '%j is nothing to remark on',
  async (body) => {
    const checked = await check(body);
    expect(placesOf('picture/in-text', checked)).toEqual([]);
    expect(placesOf('link/malformed', checked)).toEqual([]);
  },
);

const DECLARED = (file: string) => `image:\n  file: ${file}\n  alt: A poster\n  credit: D\n  consent: not-needed`;

async function helpWith(written: string, lines: string, file = 'Oak Chart.png') {
  const checked = await checkContributions({
    'lefoe/a.md': contributionText(`title: A\n${lines}`.trim(), `Text.\n\n${written}\n\nText.`),
    [`lefoe/${file}`]: await picture('png'),
  });
  return { checked, help: foundBy('picture/in-text', checked).map(({ help }) => help) };
}

const ELSEWHERE = [
  'C:\\Users\\Anna\\affiche.png',
  'C:\\Users\\Anna Maria\\My Pictures\\affiche.png',
  'file:///C:/Users/Anna/affiche.png',
  'file:///home/anna/Affiche.png',
  '/Users/anna/Desktop/affiche.png',
  'https://www.lefoe.at/wp-content/affiche.png?w=600',
  'pictures/affiche.png',
];

test.each(ELSEWHERE)('%s: the text is to name the file that lies beside it', async (address) => {
  const { checked, help } = await helpWith(`![The poster](${address})`, '', 'affiche.png');
  expect(help).toHaveLength(1);
  expect(help[0]).toContain('in the text: ![The poster](affiche.png)');
  expect(help[0]).toContain('images:\n  - file: affiche.png\n    alt: The poster\n');
  expect(help[0]).not.toContain('Save the picture');
  expect(foundBy('file/not-used', checked)).toEqual([]);
});

test.each(ELSEWHERE)('%s: no block where the file is declared already', async (address) => {
  const { help } = await helpWith(`![The poster](${address})`, DECLARED('affiche.png'), 'affiche.png');
  expect(help).toHaveLength(1);
  expect(help[0]).toContain('in the text: ![The poster](affiche.png)');
  expect(help[0]).not.toMatch(/images:|Save the picture/);
  const again = await helpWith('![The poster](affiche.png)', DECLARED('affiche.png'), 'affiche.png');
  expect(again.help).toEqual([]);
});

test.each([
  ['Oak chart.png', 'Oak Chart.png'],
  ['oak%20chart.png', 'Oak Chart.png'],
  ['oak_chart.png', 'Oak Chart.png'],
  ['./OAK-CHART.PNG', 'Oak Chart.png'],
  ['photo.jpeg', 'photo.jpg'],
  ['photo.JPG', 'photo.jpeg'],
  ['cafe\u0301 2.png', 'Café 2.png'],
  ['chart (1).png', 'Chart (1).png'],
])('%s in the text, %s in the folder', async (inText, file) => {
  const undeclared = await helpWith(`![chart](${inText})`, '', file);
  expect(foundBy('picture/in-text', undeclared.checked)[0]?.message).toContain(`is called "${file}"`);
  expect(undeclared.help.join()).toContain(`in the text: ![chart](${file})`);
  expect(undeclared.help.join()).toMatch(new RegExp(`file: "?${file.replace(/[()]/g, '.')}"?\\n`));
  const corrected = await helpWith(`![chart](${inText})`, DECLARED(file), file);
  expect(corrected.help.join()).toContain(`in the text: ![chart](${file})`);
  expect(corrected.help.join()).not.toContain('images:');
  const named = await helpWith(`![chart](${inText})`, `image: ${file}`, file);
  expect(named.help.join()).not.toContain('images:');
  expect((await helpWith(`![chart](${file})`, DECLARED(file), file)).help).toEqual([]);
});

test('two files whose names differ in one letter are two files', async () => {
  const checked = await checkContributions({
    'lefoe/a.md': contributionText(`title: A\n${DECLARED('Plan.png')}`, 'Text.\n\n![The plan](plan.png)'),
    'lefoe/Plan.png': await picture('png'),
    'lefoe/plan.png': await picture('png'),
  });
  expect(foundBy('picture/in-text', checked)[0]?.help).toContain('file: plan.png');
});

test.each(['image: chart.png', 'images: [chart.png]', 'image:\n  file: Chart.PNG\n  alt: A\n  credit: B'])(
  'one block for one picture: %j',
  async (lines) => {
    const { checked, help } = await helpWith('![A chart of calls](chart.png)', lines, 'chart.png');
    expect(help).toEqual([]);
    expect(checked.findings.filter(({ severity }) => severity === 'error')).not.toEqual([]);
  },
);

test('under an unknown key, and twice in the text, a picture gets one block as well', async () => {
  const other = await helpWith('![A chart of calls](chart.png)', 'picture: chart.png', 'chart.png');
  expect(other.help).toEqual([expect.stringMatching(/message about line 3/)]);
  const twice = await helpWith('![A chart of calls](chart.png)\n\n![The chart](chart.png)', '', 'chart.png');
  expect(twice.help.join('\n').match(/file: /g)).toHaveLength(1);
  expect(twice.help[1]).toMatch(/message about line 7/);
});

test.each([
  [`${DECLARED('chart.png')}\nimages:\n  - file: chart.png`, 9],
  ['images:\n  - { file: chart.png, alt: A, credit: B, consent: given }\n  - file: ./chart.png', 5],
])('a picture that is declared twice is said to be: %j', async (lines, line) => {
  const whole = `${lines}\n    alt: A poster\n    credit: D\n    consent: not-needed`;
  const { checked } = await helpWith('Words.', whole, 'chart.png');
  expect(foundBy('picture/declared-twice', checked)).toMatchObject([{ severity: 'warning', line }]);
  expect(checked.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});
