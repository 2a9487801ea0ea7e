import { describe, expect, test } from 'vitest';
import { checkContributions, foundBy, placesOf } from '../../../support/checked-issue.js';
import { contributionText } from '../../../support/workspace-fixture.js';

const check = (body: string, title = 'A') =>
  checkContributions({ 'lefoe/a.md': contributionText(`title: ${title}`, body) });

describe('letters that look like others', () => {
  const RULE = 'language/look-alike-letters';

  test.each([
    ['a Cyrillic а in a Latin word', 'We met Lа Strada in Kyiv.', '5:9', 'U+0430'],
    ['a Greek ο in a Latin word', 'The repοrt is out.', '5:8', 'U+03BF'],
    ['a Latin i in a Ukrainian word', 'Організацiя працює в Києві.', '5:10', 'U+0069'],
    ['a Latin c in a Russian word', 'Организация поcтоянно растёт.', '5:15', 'U+0063'],
    ['a Cyrillic word that could be Latin', 'They met at sea, а long time ago.', '5:18', 'U+0430'],
    ['a Latin i as a Ukrainian word', 'Київ i Львів чекають на них.', '5:6', 'U+0069'],
  ])('%s is found', async (_, text, place, codePoint) => {
    const checked = await check(text);
    expect(placesOf(RULE, checked)).toEqual([`lefoe/a.md:${place}`]);
    expect(foundBy(RULE, checked)).toMatchObject([{ severity: 'warning' }]);
    expect(foundBy(RULE, checked)[0]?.actual).toContain(codePoint);
  });

  test.each([
    'La Strada-Ukraine (Ла Страда-Україна) and Open Gate (Отворена порта) met.',
    'Гаряча лінія La Strada працює в IT-компанії та OSCE.',
    'Он пишет SMSки и работает PRщиком.',
    'The μ-opioid and the α of the series; 5 µm; Ω.',
    'İnsan Kaynağını Geliştirme Vakfı, LEFÖ, Chișinău, Türkiye.',
    'CEDAW і GRETA ухвалили рекомендації.',
  ])('“%s” passes', async (text) => {
    expect(foundBy(RULE, await check(text))).toEqual([]);
  });

  test('in a title as well', async () => {
    expect(placesOf(RULE, await check('Text.', 'Nеws from Vienna'))).toEqual(['lefoe/a.md:2:1']);
  });
});

describe('links that look like others', () => {
  const RULE = 'language/look-alike-link';

  test.each([
    'https://lаstrada.md/',
    'https://www.xn--lstrada-2fg.md/',
    'https://xn--80ak6aa92e.com/',
    'https://gοοgle.com/',
    'mailto:info@lаstrada.md',
  ])('%s is found', async (url) => {
    expect(foundBy(RULE, await check(`[The page](${url}) is new.`))).toMatchObject([{ severity: 'error', line: 5 }]);
  });

  test.each([
    'https://lastrada.md/',
    'https://ла-страда.укр/',
    'https://www.österreich.gv.at/',
    'https://xn--sterreich-z7a.gv.at/',
    'https://uk.wikipedia.org/wiki/Ла_Страда',
    'mailto:info@lastrada.md',
  ])('%s passes', async (url) => {
    expect(foundBy(RULE, await check(`[The page](<${url}>) is new.`))).toEqual([]);
  });
});

describe('characters that turn the direction of text', () => {
  const RULE = 'language/bidirectional-controls';

  test.each(['\u202e', '\u202a', '\u2066', '\u2069'])('%j is an error', async (character) => {
    const checked = await check(`Call us.\nWrite to exam${character}ple today.`);
    expect(foundBy(RULE, checked)).toMatchObject([{ severity: 'error', line: 6, column: 14 }]);
    expect(foundBy(RULE, checked)[0]?.actual).toMatch(/^U\+20[26][0-9A-E]/);
  });

  test('in a link and in a title as well', async () => {
    expect(foundBy(RULE, await check('[a](https://example.org/\u202egpj)', 'A\u202eB'))).toHaveLength(2);
  });

  test('Hebrew and Arabic need none', async () => {
    expect(foundBy(RULE, await check('She wrote שלום and مرحبا in her book.'))).toEqual([]);
  });
});

describe('characters that cannot be seen', () => {
  const RULE = 'language/invisible-characters';

  test.each([
    ['\u200b', 'U+200B'],
    ['\ufeff', 'U+FEFF'],
    ['\u2060', 'U+2060'],
    ['\u200d', 'U+200D'],
    ['\u200e', 'U+200E'],
    ['\u0007', 'U+0007'],
    ['\u0085', 'U+0085'],
    ['\ufffd', 'U+FFFD'],
    ['\uf0b7', 'U+F0B7'],
    ['\u{e0041}', 'U+E0041'],
  ])('%j is named', async (character, name) => {
    const checked = await check(`News${character}letter of the month.`);
    expect(foundBy(RULE, checked)).toMatchObject([{ severity: 'warning', line: 5, column: 5, actual: name }]);
  });

  test.each([
    ['a soft hyphen', 'News\u00adletter.'],
    ['a family as one emoji', 'Families 👨‍👩‍👧 and flags 🏴󠁧󠁢󠁥󠁮󠁧󠁿 and 🏳️‍🌈.'],
    ['a non-joiner in Persian', 'می\u200cخواهم'],
    ['a joiner in Hindi', 'क्\u200dष'],
    ['a mark of direction beside Hebrew', 'שלום\u200e (hello)'],
    ['a tab and a hard space', 'Article\u00a012\tof the law.'],
    ['Ukrainian, Turkish and accents', 'Їжак, ğüşiöç, Chișinău, č.'],
  ])('%s passes', async (_, text) => {
    expect(foundBy(RULE, await check(text))).toEqual([]);
  });
});
