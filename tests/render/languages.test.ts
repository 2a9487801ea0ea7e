import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderEditions } from '../../src/render/render-editions.js';
import { ARABIC } from '../support/render/arabic-issue.js';
import { full } from '../support/render/full-issue.js';
import { CONFIGURATION, DIGEST, everyEdition, render, TEMPLATES, webFile } from '../support/render/issue-fixture.js';

const PUBLIC = { publicUrl: 'https://news.example.org' };

describe('an issue in Arabic', () => {
  test('is marked as such, also on the first element inside the body', async () => {
    const { html, web } = everyEdition(await render(ARABIC, PUBLIC));
    for (const page of [html, web]) expect(page).toMatch(/<html\b(?=[^>]*\blang="ar")(?=[^>]*\bdir="rtl")/);
    expect(html).toMatch(
      /<body[^>]*>(?:\s*<div style="display:none[^>]*>[^<]*<\/div>)?\s*<div(?=[^>]*\blang="ar")(?=[^>]*\bdir="rtl")/,
    );
  });

  test('marks what is in another language with its own direction', async () => {
    const { html, web } = everyEdition(await render(ARABIC, PUBLIC));
    for (const page of [html, web]) {
      expect(page).toMatch(/<h[34][^>]*lang="en" dir="ltr"[^>]*>Residence permits/);
      expect(page).toMatch(/<h[34][^>]*lang="uk" dir="ltr"[^>]*>Гаряча лінія/);
      expect(page).toMatch(/dir="ltr"[^>]*>Aufenthaltstitel/);
    }
  });

  test('is aligned and spaced from the right, and shows arrows that lead on', async () => {
    const { html, web } = everyEdition(await render(ARABIC, PUBLIC));
    expect(html).toContain('←');
    expect(html).not.toContain('→');
    expect(html.match(/.{90}letter-spacing/)?.[0]).toBeUndefined();
    expect(web).toContain('dir="rtl"');
    // Of this language nothing is aligned to the left: only items in others are.
    const own = html.replace(/<(\w+)[^>]*dir="ltr"[^>]*>/g, '');
    expect(own.match(/.{90}text-align:left/)?.[0]).toBeUndefined();
    expect(own.match(/.{90}font-style:italic/)?.[0]).toBeUndefined();
  });

  test('has dates, countries, lists and numbers as Arabic writes them', async () => {
    const { html, text, web } = everyEdition(await render(ARABIC, PUBLIC));
    for (const edition of [html, text, web]) {
      expect(edition).toContain('25 يناير 2021، 10:00–12:30');
      expect(edition).toContain('من 2 فبراير 2021 إلى 3 فبراير 2021');
      expect(edition).toContain('منصة تضم 29 منظمة في 23 دولة');
      expect(edition).toContain('قانون، وإقامة، وpermit');
      expect(edition).toContain('Vienna، وعبر الإنترنت');
      expect(edition).toContain('ديسمبر 2020');
    }
    expect(html).toContain('النمسا');
  });

  test('carries no English word of the program', async () => {
    const { html, text, web } = everyEdition(await render(ARABIC, PUBLIC));
    for (const edition of [html, text, web]) {
      expect(
        edition.match(
          /Unsubscribe|Dear |Read |January|Austria|Source|Deadline|Calendar|Supported|organisations in|Notes\b/,
        )?.[0],
      ).toBeUndefined();
    }
  });
});

describe.each(['nl', 'de', 'fr', 'uk', 'ar'])('an issue in %s', (language) => {
  test('says every fixed word in its language', async () => {
    const editions = await render({ ...full, language }, PUBLIC);
    for (const edition of Object.values(everyEdition(editions))) {
      expect(
        edition.match(
          /Unsubscribe|Dear reader|Read on in|January|February|Austria\b|Deadline|Supported by|organisations in|, and online/,
        )?.[0],
      ).toBeUndefined();
    }
  });
});

describe('signs between words', () => {
  test('stand in French behind a blank that does not break', async () => {
    const { email } = await render({ ...full, language: 'fr' }, PUBLIC);
    expect(email.text).toContain('Se désabonner\u00a0:\n');
    expect(email.text).toContain('Numéro\u00a0: C/38');
    expect(email.text).toContain('Notes\u00a0:\n');
    expect(email.text).not.toMatch(/[^\s\u00a0]:\n/);
  });

  test('stay as they were in English', async () => {
    const { email } = await render(full, PUBLIC);
    expect(email.text).toContain('Unsubscribe:\n');
    expect(email.text).toContain('Keywords: law, permit');
    expect(email.text).toContain('LEFÖ, Vienna');
  });
});

describe('the month', () => {
  test('begins with a capital above the issue, and stands in the case of a date beside a day', async () => {
    const editions = await render({ ...full, language: 'uk', title: 'Грудень 2020' }, PUBLIC);
    const { html, web } = everyEdition(editions);
    expect(html).toMatch(/Грудень 2020\sр\./);
    // The issue's title says no more than the month, so it is not said twice.
    expect(web.match(/Грудень 2020/g)).toHaveLength(1);
    expect(web).toMatch(/<span class="day">25<\/span> <span>січня<\/span> <span>2021<\/span>/);
    expect(webFile(editions, 'web/calendar.ics')).toContain('грудень 2020');
  });
});

/** Renders with a file of words of the workspace: one that is shipped, as another language, without some of its lines. */
function renderWithout(language: string, like: string, lines: readonly RegExp[]) {
  const own = mkdtempSync(path.join(tmpdir(), 'newsletter-own-words-'));
  mkdirSync(path.join(own, 'locales'));
  const shipped = readFileSync(path.join(TEMPLATES, `locales/${like}.yaml`), 'utf8');
  const text = lines.reduce((rest, line) => rest.replace(line, ''), shipped);
  writeFileSync(path.join(own, `locales/${language}.yaml`), text);
  return renderEditions(
    { ...(like === 'ar' ? ARABIC : full), language },
    {
      configuration: { ...CONFIGURATION, ...PUBLIC },
      templateFolders: [own, TEMPLATES],
      inputsDigest: DIGEST,
    },
  );
}

describe('a file of words that is older than newsletter', () => {
  test.each([
    ['sections.vacancy', /^ {2}vacancy:.*\n/m, 'Vacancies'],
    ['item.applyBy', /^ {2}applyBy:.*\n/m, 'Apply by'],
    ['footer.archive', /^ {2}archive:.*\n/m, 'All issues'],
    ['footer.countries', /^ {2}countries:\n( {4}.*\n)+/m, '23 countries'],
  ])('makes every edition without "%s", in English there, and says so', async (key, line, english) => {
    const editions = await renderWithout('pl', 'uk', [line]);
    expect(editions.findings.filter(({ ruleId }) => ruleId === 'edition/fixed-words')).toEqual([
      expect.objectContaining({
        severity: 'warning',
        file: 'templates/locales/pl.yaml',
        actual: expect.stringContaining(`${key} (English`) as unknown,
      }),
    ]);
    const { html, web } = everyEdition(editions);
    expect(html + web).toContain(english);
    expect(html).toContain('Відписатися');
  });

  test('does so from right to left', async () => {
    const editions = await renderWithout('fa', 'ar', [/^ {2}online:.*\n/m, /^ {2}members:\n( {4}.*\n)+/m]);
    const { html } = everyEdition(editions);
    expect(html).toMatch(/<html\b(?=[^>]*\blang="fa")(?=[^>]*\bdir="rtl")/);
    expect(html).toContain('29 organisations');
    expect(editions.findings.find(({ ruleId }) => ruleId === 'edition/fixed-words')?.actual).toMatch(
      /event\.online \(English: "Online"\), footer\.members \(English\)$/,
    );
  });

  test('is not spoken of where nothing is missing', async () => {
    for (const [language, like] of [
      ['pl', 'uk'],
      ['fa', 'ar'],
      ['nl', 'nl'],
    ] as const) {
      const { findings } = await renderWithout(language, like, []);
      expect(findings.filter(({ ruleId }) => ruleId === 'edition/fixed-words')).toEqual([]);
    }
  });
});
