import { expect, test } from 'vitest';
import { checkContributions, foundBy, placesOf } from '../../../support/checked-issue.js';
import { picture } from '../../../support/assets/pictures/picture-fixture.js';
import { contributionText } from '../../../support/workspace-fixture.js';

const check = (body: string) => checkContributions({ 'lefoe/a.md': contributionText('title: A', body) });

test.each([
  ['[Report](report.pdf)', 'publication:\n  file: report.pdf'],
  ['[Report](Report final v2.docx)', 'publication:\n  file: Report final v2.pdf'],
  ['[Report](Report%20final%20v2.docx)', 'publication:\n  file: Report final v2.pdf'],
  ['[Report](<Report final v2.docx>)', 'publication:\n  file: Report final v2.pdf'],
  ['[Bericht](./files/Jahresbericht 2020 (neu).pdf)', 'publication:\n  file: Jahresbericht 2020 (neu).pdf'],
  ['[Tableau](chiffres 2020.xlsx)', 'publication:\n  file: chiffres 2020.pdf'],
  ['[Slides](../slides.pptx)', 'publication:\n  file: slides.pdf'],
  ["[Report](Anna's report.odt)", 'publication:\n  file: "Anna\'s report.pdf"'],
  ['[Poster](poster final.jpg)', 'images:\n  - file: poster final.jpg\n    alt: '],
  ['[Poster](poster.png)', 'images:\n  - file: poster.png\n    alt: '],
  ['[the film](our film.mp4)', 'on your web site'],
  ['[cards](C:\\Users\\Jane\\Documents\\cards.pdf)', 'publication:\n  file: cards.pdf'],
  ['[cards](file:///C:/Users/Jane/my cards.pdf)', 'publication:\n  file: my cards.pdf'],
])('%s: how the file comes to the readers is said at once', async (link, help) => {
  const checked = await check(`Text, and then ${link}.`);
  const [found] = foundBy('link/malformed', checked);
  expect(placesOf('link/malformed', checked)).toEqual(['lefoe/a.md:5:16']);
  expect(found?.severity).toBe('error');
  expect(found?.help).toContain(help);
  expect(found?.help).not.toContain('%20');
  expect(foundBy('link/not-taken', checked)).toEqual([]);
});

test.each([
  '[Report](https://example.org/Report.docx)',
  '[Report](example.org/report.pdf)',
  '[Report](www.example.org/our report.pdf)',
])('%s is no file of the folder', async (link) => {
  const checked = await check(`Text, and then ${link}.`);
  expect(
    foundBy('link/malformed', checked)
      .map(({ help }) => help)
      .join(''),
  ).not.toContain('publication:');
});

test.each([
  '![IMG_2034](IMG 2034.png)',
  '![](Foto Refugio 1.png)',
  '![]( Foto Refugio 1.png )',
  '![The poster](Poster (2).jpg)',
  '![The poster](Poster neu.jpg "Poster")',
  '![The poster](missing.png)',
  '![The poster](./Foto 100% final.webp)',
])('%s: the picture is to be declared', async (written) => {
  const checked = await check(`Text before.\n\n${written}\n\nText behind.`);
  const name = (/\]\( ?(?:\.\/)?(.+?\.\w+)/u.exec(written)?.[1] ?? '').trim();
  const [found] = foundBy('picture/in-text', checked);
  expect(placesOf('picture/in-text', checked)).toEqual(['lefoe/a.md:7:1']);
  expect(found?.help).toMatch(
    /images:\n {2}- file: .+\n {4}alt: .+\n {4}credit: .+\n {4}consent: given or not-needed/u,
  );
  expect(found?.help).toContain(name);
  expect(foundBy('link/not-taken', checked)).toEqual([]);
});

test('a declared picture stands in the text, with blanks in its name', async () => {
  const lines = 'title: A\nimage: { file: Foto Refugio 1.png, alt: A house, credit: D, consent: not-needed }';
  const checked = await checkContributions({
    'lefoe/a.md': contributionText(lines, 'Text before.\n\n![](Foto Refugio 1.png)\n\nText behind.'),
    'lefoe/Foto Refugio 1.png': await picture('png'),
  });
  expect(checked.findings.filter(({ ruleId }) => /picture\/in|link\//.test(ruleId))).toEqual([]);
});

test('a picture on somebody’s own computer is said to be there', async () => {
  const [found] = foundBy(
    'picture/in-text',
    await check('![Cover](file:///C:/Users/Ania/Desktop/okladka.png "Cover")'),
  );
  expect(found?.message).toContain('your own computer');
  expect(found?.help).toContain('file: okladka.png');
});
