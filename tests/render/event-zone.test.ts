import { describe, expect, test } from 'vitest';
import { everyEdition, issue, item, render, webFile } from '../support/render/issue-fixture.js';

const MEETING = { start: '2021-01-25T15:00', end: '2021-01-25T17:30', timezone: 'Europe/Kyiv' };

describe('a time says whose clock it is', () => {
  test.each([
    ['en', '15:00–17:30, Kyiv time'],
    ['nl', '15:00–17:30, tijd in Kyiv'],
    ['de', '15:00–17:30, Ortszeit Kyjiw'],
    ['fr', '15:00–17:30, heure locale à Kyiv'],
    ['uk', '15:00–17:30, за часом міста Київ'],
    ['ar', '15:00–17:30، بتوقيت كييف'],
  ])('in every edition in %s', async (language, words) => {
    const editions = everyEdition(await render(issue([item({ events: [MEETING] })], { language })));
    for (const [name, edition] of Object.entries(editions)) {
      expect(edition.replace(/\s+/g, ' '), name).toContain(words);
      expect(edition, name).not.toMatch(/\b(?:EET|GMT|OEZ|UTC[+-])/);
    }
  });

  test.each([
    ['America/New_York', 'New York time'],
    ['America/Sao_Paulo', 'Sao Paulo time'],
    ['Asia/Bangkok', 'Bangkok time'],
    ['Europe/Chisinau', 'Chișinău time'],
    ['UTC', 'UTC'],
  ])('%s is "%s"', async (timezone, words) => {
    const { text } = everyEdition(await render(issue([item({ events: [{ ...MEETING, timezone }] })])));
    expect(text.replace(/\s+/g, ' ')).toContain(`15:00–17:30, ${words}`);
  });

  test('says nothing of a zone where none is known, or where there is no time', async () => {
    const events = [{ start: '2021-01-25T15:00' }, { start: '2021-02-01', timezone: 'Europe/Kyiv' }];
    const { text } = everyEdition(await render(issue([item({ events })])));
    expect(text).not.toContain('Kyiv time');
  });

  test('keeps the time of an event in calendars where only its last day is known', async () => {
    const events = [{ start: '2021-01-25T15:00', end: '2021-01-27', timezone: 'Europe/Kyiv' }];
    const editions = await render(issue([item({ events })]));
    const calendar = webFile(editions, 'web/calendar.ics');
    expect(calendar).toContain('DTSTART:20210125T130000Z');
    expect(calendar).toContain('DTEND:20210127T220000Z');
  });
});

describe('the link to an attached file', () => {
  const attachment = { sha256: 'a'.repeat(64), bytes: 1_258_292, cachedAt: '/nowhere' };

  test.each([
    ['en', 'en', 'Residence permits compared (PDF, 1.3 MB, English)'],
    ['en', 'uk', 'Residence permits compared (PDF, 1.3 MB, Ukrainian)'],
    ['de', 'en', 'Residence permits compared (PDF, 1,3 MB, Englisch)'],
  ])('says title, size and language: issue in %s, file in %s', async (language, fileLanguage, words) => {
    const publication = { file: 'report_final_v3.pdf', language: fileLanguage };
    const one = item({ section: 'publication', publication, attachment });
    const { publicationRecord } = await import('../../src/render/view/publication-view.js');
    const { readFixedWords } = await import('../../src/templating/words/fixed-words.js');
    const { createDateWords } = await import('../../src/render/date-words.js');
    const fixed = readFixedWords([`${import.meta.dirname}/../../templates`], language);
    const rows = publicationRecord(one, fixed, createDateWords(fixed.dateLocale), 'https://example.org/');
    expect(rows.at(-1)?.value).toBe(words);
    expect(JSON.stringify(rows)).not.toContain('report_final_v3');
  });
});
