import { expect, test } from 'vitest';
import { checkContributions, foundBy } from '../../../support/checked-issue.js';
import { contributionText } from '../../../support/workspace-fixture.js';

const RULE = 'house-style/heading-in-capitals';
const check = (body: string, title = 'A') =>
  checkContributions({ 'lefoe/a.md': contributionText(`title: ${title}`, `Text.\n\n${body}\n\nMore text.`) });

test.each([
  'NEUE STUDIE: WER HILFT NACHTS?',
  'NEW STUDY: WHO HELPS AT NIGHT?',
  'HOW TO REFER SOMEBODY',
  '**WHAT WE ASK FOR**',
  'ЩО МИ РОБИМО ДЛЯ ЖІНОК',
  'JAK NAM MŮŽETE POMOCI',
  'CE QUE NOUS DEMANDONS :',
])('%s reads like a heading', async (line) => {
  const found = foundBy(RULE, await check(line));
  expect(found).toMatchObject([{ severity: 'warning', line: 7, column: 1 }]);
  expect(found[0]?.help).toContain('## ');
});

test.each([
  'OSCE ODIHR',
  'LEFÖ, KOK, FIZ',
  'A PHOTO OF 2020.',
  '- NO PHOTOS OF ANY WOMAN\n- NO NAMES',
  '## HOW TO REFER SOMEBODY',
  'Who helps at night?',
  '> NEVER AGAIN A NIGHT ALONE',
  'مرحبا بكم في بيتنا الجديد',
])('%s is no heading in capitals', async (line) => {
  expect(foundBy(RULE, await check(line))).toEqual([]);
});

test('where it repeats the title, only that is said', async () => {
  const checked = await checkContributions({
    'lefoe/a.md': contributionText('title: Wer hilft nachts heute?', 'WER HILFT NACHTS HEUTE?\n\nText.'),
  });
  expect(foundBy(RULE, checked)).toEqual([]);
  expect(foundBy('file/repeated-title', checked)).toHaveLength(1);
});

test.each([
  ['PLEASE REGISTER BEFORE 1 DECEMBER !!!', '## Please register before 1 December'],
  ['**WHO HELPS IN MAY AND ON 3 MAY?**', '## Who helps in may and on 3 May?'],
  ['OUR WORK WITH THE UN AND MIGRANTS', '## Our work with the UN and migrants'],
  ['HOW LA STRADA HELPS IN VIENNA', '## How La Strada helps in Vienna'],
  ['CE QUE NOUS DEMANDONS :', '## Ce que nous demandons :'],
])('the line itself is shown as a heading: %s', async (line, right) => {
  const found = foundBy(RULE, await check(`${line}\n\nWe met La Strada in Vienna, and our colleagues there.`));
  expect(found[0]?.help).toContain(right);
  expect(found[0]?.help).not.toContain('Who helps at night');
});

test('German nouns keep their capitals: the line stays as it is', async () => {
  const text = contributionText('title: A\nlanguage: de', 'Text.\n\nWER HILFT IN DER NACHT?\n\nMehr Text.');
  const found = foundBy(RULE, await checkContributions({ 'lefoe/a.md': text }));
  expect(found[0]?.help).toContain('## WER HILFT IN DER NACHT?');
});
