import { expect, test } from 'vitest';
import { checkContributions, foundBy } from '../../../support/checked-issue.js';
import { picture } from '../../../support/assets/pictures/picture-fixture.js';

const RULE = 'confidentiality/name-in-file-name';

function textWith(body: string, lines = ''): string {
  return `---\ntitle: A new start\nsection: member-news\nlanguage: en\n${lines}---\n\n${body}\n`;
}

function imageNamed(file: string, credit = 'Our team'): string {
  return `image:\n  file: ${file}\n  alt: A young woman in a bakery, seen from behind\n  credit: ${credit}\n  consent: given\n`;
}

const CHANGED = 'Elena (name changed) works in a bakery today. She found a lawyer, a room and the courage to speak.';

test('a name in the name of the file is said of the file, which is to be renamed', async () => {
  const story = textWith('Jelena Primerović, a survivor of trafficking, came to us in March. She works in a bakery.');
  const checked = await checkContributions({ 'lefoe/jelena-primerovic.md': story });
  const [ofFile] = foundBy('confidentiality/full-name', checked);
  expect(ofFile).toMatchObject({ severity: 'error', wholeFile: true, file: 'lefoe/(hidden).md' });
  expect(ofFile?.message).toContain('The name of this file');
  expect(ofFile?.help).toContain('Rename the file');
  expect(JSON.stringify([checked.findings, checked.contributions])).not.toMatch(/jelena|primerovi/i);
});

test('a name in the name of a picture is said where the picture is named', async () => {
  const story = textWith(
    'Jelena Primerović, a survivor of trafficking, came to us.',
    imageNamed('jelena-primerovic.jpg'),
  );
  const checked = await checkContributions({
    'lefoe/a.md': story,
    'lefoe/jelena-primerovic.jpg': await picture('jpeg'),
  });
  const ofPicture = foundBy('confidentiality/full-name', checked).find(({ line }) => line === 6);
  expect(ofPicture?.wholeFile).toBeUndefined();
  expect(ofPicture?.help).toContain('write its new name here');
});

test.each([
  ['marias-story', CHANGED],
  ['story of Mariam', CHANGED],
  ['oksana', 'Olha (name changed) works in a bakery today.'],
  ['text-svetlana-final', 'Elena (Name geändert) arbeitet heute in einer Bäckerei.'],
  ['Natasha 2', 'Elena (prénom modifié, nom modifié) travaille aujourd’hui dans une boulangerie.'],
  ['fatima-v3', 'Elena (imię zmienione) pracuje dziś w piekarni.'],
  ['mirela_nou', 'Elena (nume schimbat) lucrează astăzi într-o brutărie.'],
  [
    'marias-story',
    'She was locked in for two years. The young woman, a survivor of trafficking, was raped and sold. She escaped.',
  ],
])('%s.md holds a name that its text keeps back', async (name, body) => {
  const checked = await checkContributions({ [`lefoe/${name}.md`]: textWith(body) });
  const [found] = foundBy(RULE, checked);
  expect(foundBy(RULE, checked)).toHaveLength(1);
  expect(found).toMatchObject({ severity: 'warning', wholeFile: true });
  expect(JSON.stringify([checked.findings, checked.contributions])).not.toMatch(
    /maria|oksana|svetlana|natasha|fatima|mirela/i,
  );
});

test.each([
  'maria portrait.jpg',
  'Maria.jpg',
  'portrait_ionela.png',
  'foto-mariam-2.jpg',
  'fatima (1).jpg',
  'dariya.jpg',
])('the picture %s holds a name that its text keeps back', async (file) => {
  const checked = await checkContributions({ 'lefoe/a.md': textWith(CHANGED, imageNamed(file)) });
  expect(foundBy(RULE, checked)).toMatchObject([{ severity: 'warning', file: 'lefoe/a.md', line: 6 }]);
  expect(JSON.stringify(checked.findings)).not.toMatch(/maria|ionela|fatima|dariya/i);
});

test.each([
  ['elenas-story.md', CHANGED, imageNamed('bakery.jpg')],
  ['story.md', CHANGED, imageNamed('tom-whitfield.jpg', 'Tom Whitfield')],
  ['hope.md', CHANGED, imageNamed('grace-and-faith.jpg')],
  ['new-team.md', 'Anna Kowalska is our new director. She worked in Vienna before.', imageNamed('anna-kowalska.jpg')],
  [
    'new-team.md',
    'Our new director worked in Vienna before, and speaks four languages.',
    imageNamed('anna-kowalska.jpg'),
  ],
  ['santa-clara-shelter.md', CHANGED, ''],
  ['sofia-conference.md', CHANGED, imageNamed('paris.jpg')],
  ['lucia-day.md', 'On Lucia day our volunteers sang in the streets of four towns.', ''],
  ['survivors.md', CHANGED, imageNamed('portrait.jpg')],
])('%s is left alone', async (name, body, lines) => {
  const checked = await checkContributions({ [`lefoe/${name}`]: textWith(body, lines) });
  expect(foundBy(RULE, checked)).toEqual([]);
});

test.each(['maria', 'Fatima', 'olga-2', 'text olena', 'Daria final'])(
  '%s.md is said to hold a name in the round in which the name of the text is',
  async (name) => {
    const body = 'Blessing A. is 23. She was held in a flat for two years, a survivor of trafficking.';
    const checked = await checkContributions({ [`lefoe/${name}.md`]: textWith(body) });
    const ofText = foundBy('confidentiality/full-name', checked);
    expect(ofText).not.toEqual([]);
    expect(ofText.map(({ actual }) => actual).join()).not.toContain('1 words');
    const found = foundBy(RULE, checked);
    expect(found).toMatchObject([{ severity: 'warning', wholeFile: true }]);
    expect(found[0]?.file).toMatch(/\.md$/);
    expect(found[0]?.file).not.toMatch(/maria|fatima|olga|olena|daria/i);
  },
);
