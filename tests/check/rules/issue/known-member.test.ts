import { expect, test } from 'vitest';
import { checkContributions, foundBy, placesOf, stateOf } from '../../../support/checked-issue.js';
import { contributionText } from '../../../support/workspace-fixture.js';

const check = (folder: string) => checkContributions({ [`${folder}/a.md`]: contributionText() });

test.each([
  ['la-strada-mdd', 'la-strada-md'],
  ['Отворена порт', 'open-gate'],
  ['LaStrada Moldva', 'la-strada-md'],
  ['Secretariat', 'secretariat'],
])('the folder "%s" belongs to nobody; "%s" was probably meant', async (folder, meant) => {
  const checked = await check(folder);
  expect(placesOf('issue/unknown-member', checked)).toEqual([`${folder}/a.md:1:1`]);
  expect(foundBy('issue/unknown-member', checked)[0]?.help).toContain(`"${meant}"`);
  expect(stateOf(`${folder}/a.md`, checked)).toBe('refused');
  expect(checked.passing).toEqual([]);
});

test('a folder like none is not guessed at', async () => {
  const found = foundBy('issue/unknown-member', await check('example-organisation'));
  expect(found).toMatchObject([{ actual: '"example-organisation"' }]);
  expect(found[0]?.help).not.toContain('Did you mean');
});

test.each([
  ['la-strada-md', 'la-strada-md'],
  ['La Strada Moldova', 'la-strada-md'],
  ['LA STRADA MOLDOVA', 'la-strada-md'],
  ['ластрада', 'la-strada-md'],
  ['отворена ПОРТА', 'open-gate'],
  ['lefö', 'lefoe'],
  ['Lefo-IBF', 'lefoe'],
  ['secretariat', 'secretariat'],
])('the folder "%s" belongs to %s', async (folder, member) => {
  const checked = await check(folder);
  expect(foundBy('issue/unknown-member', checked)).toEqual([]);
  expect(checked.contributions.map((report) => [report.member, report.state])).toEqual([[member, 'in']]);
});

test('a member gone from members.yaml is found in its file', async () => {
  const checked = await checkContributions(
    { 'lefoe/a.md': contributionText() },
    { 'members.yaml': 'members:\n  - { id: open-gate, name: Open Gate, kind: member, country: MK }\n' },
  );
  expect(placesOf('issue/unknown-member', checked)).toEqual(['lefoe/a.md:1:1']);
});
