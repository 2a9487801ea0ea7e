import { describe, expect, test } from 'vitest';
import { composeIssue } from '../../src/compose/compose-issue.js';
import { beginsWithSalutation } from '../../src/model/issue/text/salutation.js';
import { everyEdition, issue, item, parseMarkdown, render, splicedMessage } from '../support/render/issue-fixture.js';

describe('a letter that begins with its own salutation', () => {
  test.each([
    'Dear readers,',
    'Dear reader, write your letter here.',
    'Liebe Leser*innen,',
    'Sehr geehrte Damen und Herren,',
    'Chères lectrices, chers lecteurs,',
    'Beste lezers,',
    'Шановні читачі!',
    'Дорогі друзі,',
    'Queridas amigas:',
    'Drodzy czytelnicy,',
    'Vážení čtenáři,',
    'Dragi prijatelji,',
    'Драги читатели,',
    'Hyvät ystävät,',
    'أعزاءنا القراء،',
  ])('%s', (text) => {
    expect(beginsWithSalutation(text)).toBe(true);
  });

  test.each([
    'December has three days that belong together.',
    'This month is about permits.',
    'Dear to us is the right to stay.',
    'Dear, dear: another winter. What a long text this would be, with many words',
    'Welcome news came from the court in the middle of the month of November, and more.',
  ])('%s is none', (text) => {
    expect(beginsWithSalutation(text)).toBe(text.startsWith('Dear, dear'));
  });

  const compose = (letter: string) =>
    composeIssue({
      id: '2020-12',
      settings: { title: 'December 2020', date: '2020-12-18' },
      defaults: { name: 'N', language: 'en', description: undefined },
      contributions: [],
      pictures: new Map(),
      documents: new Map(),
      letter: parseMarkdown(letter),
      logos: new Map(),
      platform: { members: 1, countries: 1 },
    });

  test('gets no second greeting in any edition', async () => {
    const { letter, letterGreets } = compose('Dear readers,\n\nthis month is about permits.');
    const editions = await render(issue([item()], { letter, letterGreets: letterGreets === true }));
    for (const [name, edition] of Object.entries(everyEdition(editions))) {
      expect(edition.match(/Dear reader/g), name).toHaveLength(1);
    }
    expect(splicedMessage(editions, (slot) => `[${slot}]`)).not.toContain('[greeting]');
  });

  test('without one is greeted by name', async () => {
    const { letter, letterGreets } = compose('This month is about permits.');
    const editions = await render(issue([item()], { letter, letterGreets: letterGreets === true }));
    expect(splicedMessage(editions, (slot) => `[${slot}]`)).toContain('[greeting]');
  });
});
