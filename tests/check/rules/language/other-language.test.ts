import { describe, expect, test } from 'vitest';
import { checkContributions, foundBy, placesOf } from '../../../support/checked-issue.js';
import { contributionText } from '../../../support/workspace-fixture.js';

const RULE = 'language/other-language';

const TEXTS = {
  en: 'On 23 and 24 November the organisation held an online expert meeting about residence permits for trafficked persons and what they need most.',
  de: 'Am 23. und 24. November 2020 fand online ein Treffen statt. Es geht um Aufenthaltstitel für Betroffene, die aussagen oder auch nicht aussagen wollen.',
  nl: 'De tentoonstelling is te zien in drie steden en vraagt bezoekers om beter te kijken naar wat er om hen heen gebeurt op het werk.',
  fr: 'Le comité accompagne des personnes concernées par la traite depuis plus de vingt ans dans tout le pays avec des avocats.',
  es: 'La asociación acompaña a personas en situación de trata desde hace más de veinte años en todo el país con abogadas.',
  it: 'L’associazione accompagna le persone che hanno subito la tratta da più di vent’anni in tutto il paese con i suoi avvocati.',
  pl: 'Organizacja wspiera osoby, które doświadczyły handlu ludźmi, oraz ich rodziny w całym kraju już od wielu lat i bez opłat.',
  cs: 'Organizace podporuje obchodované osoby a jejich rodiny v celé zemi už mnoho let, bezplatně a bez ohledu na původ.',
  ro: 'Organizația sprijină persoanele traficate și familiile lor în toată țara de mulți ani, cu avocați și cu locuri de muncă.',
  tr: 'Vakıf insan ticaretine maruz kalan kişilere yıllardır ülkenin her yerinde destek veriyor ve ailelerinin yanında duruyor.',
  fi: 'Järjestö tukee ihmiskaupan kohteeksi joutuneita ihmisiä ja heidän perheitään koko maassa jo monen vuoden ajan ilman maksua.',
  uk: 'Організація підтримує людей, які постраждали від торгівлі людьми, та їхні родини по всій країні вже багато років поспіль.',
  ru: 'Организация поддерживает людей, пострадавших от торговли людьми, и их семьи по всей стране уже много лет подряд без перерыва.',
  sr: 'Udruženje iz Beograda pruža podršku osobama koje su preživele trgovinu ljudima i njihovim porodicama već dugi niz godina.',
  mk: 'Организацијата ги поддржува лицата кои преживеале трговија со луѓе и нивните семејства во целата земја веќе многу години наназад.',
  bg: 'Фондацията подкрепя хора, пострадали от трафик, и техните семейства в цялата страна вече много години без прекъсване.',
};

function check(text: string, language: string | undefined) {
  const line = language === undefined ? '' : `\nlanguage: ${language}`;
  return checkContributions({ 'lefoe/a.md': contributionText(`title: A${line}`, text) });
}

describe('the language of a text', () => {
  test.each(Object.entries(TEXTS))('%s is believed', async (language, text) => {
    expect(foundBy(RULE, await check(text, language))).toEqual([]);
  });

  test.each([
    ['en', 'de'],
    ['de', 'en'],
    ['nl', 'de'],
    ['fr', 'es'],
    ['uk', 'ru'],
    ['ru', 'uk'],
    ['ro', 'it'],
    ['pl', 'cs'],
  ] as const)('a text in %s that says "%s" is found', async (written, declared) => {
    const checked = await check(TEXTS[written], declared);
    expect(placesOf(RULE, checked)).toEqual(['lefoe/a.md:3:1']);
    expect(foundBy(RULE, checked)).toMatchObject([{ severity: 'warning' }]);
  });

  test('both languages are named, and the line to write', async () => {
    const [finding] = foundBy(RULE, await check(TEXTS.de, undefined));
    expect(finding?.message).toBe('The text seems to be in German, but it counts as English.');
    expect(finding?.help).toContain('"language: de"');
  });

  test.each([
    ['sr', 'bs'],
    ['sr', 'hr'],
    ['mk', 'bg'],
    ['mk', 'sr'],
    ['cs', 'sk'],
  ] as const)('nobody is told that %s is not %s', async (written, declared) => {
    expect(foundBy(RULE, await check(TEXTS[written], declared))).toEqual([]);
  });

  test('of close languages all are named', async () => {
    expect(foundBy(RULE, await check(TEXTS.sr, 'en'))[0]?.message).toContain('Bosnian or Croatian or Serbian');
  });

  test.each([
    ['a few words', 'Nur ein paar Worte auf Deutsch.'],
    ['a quotation', `> ${TEXTS.de}`],
    ['words in quotation marks', `They wrote: „${TEXTS.de}“`],
    ['code', `\`${TEXTS.de}\``],
    [
      'names',
      'LEFÖ, La Strada Moldova, CoMensha, Comité contre l’esclavage moderne, Proyecto Esperanza, Fachstelle Frauenhandel, İnsan Kaynağını Geliştirme Vakfı, Rikosuhripäivystys',
    ],
  ])('%s in another language says nothing', async (_, text) => {
    expect(foundBy(RULE, await check(text, undefined))).toEqual([]);
  });

  test('the secretariat can allow it', async () => {
    const checked = await checkContributions(
      { 'lefoe/a.md': contributionText('title: A', TEXTS.de) },
      {
        'issues/2020-12/issue.yaml':
          'title: A\ndate: 2020-12-18\nallow:\n  - { file: lefoe/a.md, rule: language/other-language, reason: A poem. }\n',
      },
    );
    expect(foundBy(RULE, checked)).toMatchObject([{ severity: 'info' }]);
  });
});
