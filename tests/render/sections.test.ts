import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { SECTION_TRAITS, SECTIONS } from '../../src/model/issue/section.js';
import { everyEdition, issue, item, render, TEMPLATES, webFile } from '../support/render/issue-fixture.js';

const LINK = { url: 'https://www.example.org/page', label: 'Write to your minister' };
const PUBLIC = { publicUrl: 'https://news.example.org' };

/** One item in one section, with all that a section may treat in its own way. */
function alone(section: (typeof SECTIONS)[number]) {
  const event = { title: 'A meeting', start: '2021-01-25T10:00', timezone: 'Europe/Vienna', place: 'Vienna' };
  return render(issue([item({ section, link: LINK, deadline: '2021-01-15', events: [event] })]), PUBLIC);
}

describe.each(SECTIONS)('the section "%s"', (section) => {
  const traits = SECTION_TRAITS[section];

  test('stands on its ground, with its kind of title and link, in both editions', async () => {
    const editions = await alone(section);
    const { html, web } = everyEdition(editions);
    expect(html).toMatch(new RegExp(`class="g ${traits.ground}"[\\s\\S]*id="section-${section}"`));
    const look = `ground-${traits.ground} titles-${traits.titleLook}`;
    expect(web).toContain(`<section class="section ${section} ${look}"`);
    expect(/<span class="b"/.test(html)).toBe(traits.callsToAction);
    expect(/<p class="action">/.test(web)).toBe(traits.callsToAction);
    for (const edition of [html, web]) {
      expect(edition).toContain(traits.deadlineWords === 'applyBy' ? 'Apply by' : 'Deadline:');
      expect(edition).not.toContain(traits.deadlineWords === 'applyBy' ? 'Deadline:' : 'Apply by');
    }
    expect(web.includes('Add all dates to your calendar')).toBe(traits.offersCalendar);
    expect(web).toContain(`"@type":"${traits.itemType}"`);
  });

  test('has the same ground and titles in the style sheet of the web edition, by its classes alone', async () => {
    const css = webFile(await alone(section), 'web/style.css');
    const groundOf = (className: string) =>
      new RegExp(`(?:^|[\\s,}])\\.${className}(?:, \\.[a-z-]+)* \\{ background: var\\(--(\\w+)\\)`, 'm').exec(css)?.[1];
    expect(groundOf(`ground-${traits.ground}`) ?? 'paper').toBe(traits.ground);
    expect(groundOf(section)).toBeUndefined();
    const ownTitles = new RegExp(`\\.titles-${traits.titleLook} \\.item \\.title \\{[^}]*font-style: italic`).test(css);
    expect(ownTitles).toBe(traits.titleLook === 'essay');
    expect(css).not.toContain(`.${section} .item`);
  });

  test('is among those that members and the secretariat are told of', () => {
    const guide = readFileSync(path.join(TEMPLATES, '../docs/writing-a-contribution.md'), 'utf8');
    expect(guide.split('\n').find((line) => line.startsWith('| `section`'))).toContain(`\`${section}\``);
  });
});
