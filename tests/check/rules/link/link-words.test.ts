import { describe, expect, test } from 'vitest';
import { checkContributions, foundBy, placesOf } from '../../../support/checked-issue.js';
import { contributionText } from '../../../support/workspace-fixture.js';

const check = (body: string, frontMatter = 'title: A') =>
  checkContributions({ 'lefoe/a.md': contributionText(frontMatter, body) });

describe('words that do not say where a link leads', () => {
  const EMPTY =
    'here|Click here|click HERE!|→ read more|Read more…|more|this link|Link|lees meer|hier|Klicken Sie hier|mehr dazu|en savoir plus|cliquez ici|aquí|Leer más|qui|leggi tutto|saiba mais|aici|citește mai mult|tutaj|czytaj więcej|zde|více informací|ovdje|овде|тук|прочетете повече|тука|здесь|подробнее|тут|детальніше|tästä|lue lisää|läs mer|les mer|læs mere|siin|vairāk|čia|εδώ|buraya tıklayın|itt|këtu|»';

  test('in the languages of the members', async () => {
    const links = EMPTY.split('|');
    const checked = await check(
      links
        .map((words) => `Text and [${words}](https://www.example.org/${String(links.indexOf(words))}).`)
        .join('\n\n'),
    );
    expect(foundBy('link/text', checked).map(({ actual }) => actual)).toEqual(links.map((words) => `"${words}"`));
    expect(foundBy('link/text', checked).every(({ severity }) => severity === 'warning')).toBe(true);
  });

  test('and addresses as text', async () => {
    const checked = await check(
      'See https://www.example.org/report and\n<https://www.example.org/other>\nand [www.example.org/a](https://www.example.org/a).',
    );
    expect(placesOf('link/text', checked)).toEqual(['lefoe/a.md:5:5', 'lefoe/a.md:6:2', 'lefoe/a.md:7:6']);
  });

  test('also as the label of the link below a text', async () => {
    const checked = await check('Text.', 'title: A\nlink:\n  url: https://www.example.org/a\n  label: Read more');
    expect(placesOf('link/text', checked)).toEqual(['lefoe/a.md:5:3']);
  });

  test('a good link has none', async () => {
    const checked = await check(
      'The [report on hotlines](https://www.example.org/a), [PICUM](https://picum.org), [lastrada.md](https://lastrada.md), [here is our report](https://www.example.org/b), press@example.org, [note][^1].\n\n[^1]: A note.',
    );
    expect(foundBy('link/text', checked)).toEqual([]);
  });
});

describe('the same words, or the same page', () => {
  test('two pages of the same words are told apart', async () => {
    const checked = await check(
      '[The report](https://www.example.org/2019) and, later,\n[the *report*](https://www.example.org/2020).',
    );
    expect(placesOf('link/same-text', checked)).toEqual(['lefoe/a.md:6:1']);
    expect(foundBy('link/same-text', checked)).toMatchObject([{ severity: 'warning' }]);
  });

  test('one page has one name', async () => {
    const checked = await check(
      '[The report](https://www.example.org/a) and\n[what we found](https://example.org/a/?utm_source=x) and [our law][l].\n\n[l]: https://www.example.org/a',
    );
    expect(placesOf('link/two-texts', checked)).toEqual(['lefoe/a.md:6:1', 'lefoe/a.md:6:58']);
    expect(foundBy('link/two-texts', checked)).toMatchObject([{ severity: 'warning' }, { severity: 'warning' }]);
  });

  test.each([
    ['twice the same', '[The report](https://www.example.org/a), and [the report](https://www.example.org/a).'],
    ['two pages', '[The report](https://www.example.org/a), and [the law](https://www.example.org/b).'],
    ['two parts of a page', '[The report](https://www.example.org/a#1), and [the law](https://www.example.org/a#2).'],
  ])('%s: nothing to remark on', async (_, body) => {
    const checked = await check(
      body,
      'title: A\nlink: { url: "https://www.example.org/a", label: Read the whole report }',
    );
    expect([...foundBy('link/same-text', checked), ...foundBy('link/two-texts', checked)]).toEqual([]);
  });
});
