import { expect, test } from 'vitest';
import { checkContributions, expectComplete, stateOf } from '../../../support/checked-issue.js';

/** Invented: the names are two common ones, the number is one of those kept free for stories. */
const STORY = `---
title: A new life
section: member-news
language: en
---

Spring came late this year.

Jelena Primerović, a survivor of trafficking, came to us in March.
Whoever wants to help can call her
on +44 7700 900 123 in the evening.

She lives with two other women at 12 Invented Street now.
`;

const SECRETS = ['Jelena', 'Primerović', '7700 900', '7700900123', 'Invented Street'];

function confidential(findings: Awaited<ReturnType<typeof checkContributions>>['findings']) {
  return findings.filter(({ ruleId }) => ruleId.startsWith('confidentiality/'));
}

test('the invented story is refused with three findings at their lines, and nothing of it is repeated', async () => {
  const checked = await checkContributions({ 'lefoe/story.md': STORY });
  const found = confidential(checked.findings);
  expect(found.map(({ ruleId, severity, line, column }) => [ruleId, severity, line, column])).toEqual([
    ['confidentiality/full-name', 'error', 9, 1],
    ['confidentiality/telephone', 'error', 11, 4],
    ['confidentiality/street-address', 'error', 13, 35],
  ]);
  expect(found.map(({ actual }) => actual)).toEqual([
    'a full name, or a first name with an age, 2 words',
    'a telephone number, 16 characters',
    'a street address, 18 characters',
  ]);
  found.forEach(expectComplete);
  expect(stateOf('lefoe/story.md', checked)).toBe('refused');
  for (const secret of SECRETS) expect(JSON.stringify([checked.findings, checked.contributions])).not.toContain(secret);
});

test('front matter, alternative texts, captions, links and names of files are looked at too', async () => {
  const text = `---
title: "Call 07700 900 123"
summary: "She lives at 12 Invented Street."
section: member-news
image:
  file: jelena-primerovic.jpg
  alt: "Jelena Primerović, a survivor, in the garden"
  caption: "The house at 0.1234, 0.5678"
link:
  url: https://wa.me/447700900123
  label: "Write to jelena.p@example.org"
---

[Write to her](mailto:jelena.p@example.org) or [call](tel:+447700900124).
`;
  const { findings, contributions } = await checkContributions({ 'lefoe/447700900123.md': text });
  const rules = confidential(findings).map(({ ruleId, line }) => [line, ruleId.replace('confidentiality/', '')]);
  expect(rules).toEqual([
    [1, 'telephone'],
    [2, 'telephone'],
    [3, 'street-address'],
    [6, 'full-name'],
    [7, 'full-name'],
    [8, 'coordinates'],
    [10, 'telephone'],
    [11, 'email-address'],
    [14, 'email-address'],
    [14, 'telephone'],
  ]);
  const shown = JSON.stringify([findings, contributions]);
  for (const secret of [...SECRETS, 'jelena', '0.1234', '447700900123']) expect(shown).not.toContain(secret);
});

const MEMBERS = `members:
  - id: lefoe
    name: LEFÖ
    kind: member
    country: AT
    website: https://www.lefoe.example
    contact: "Hotline +43 1 000 00 12, presse.huber@lefoe.example, Musterstraße 7, 1010 Wien, IBAN AT61 1904 3002 3457 3201"
`;

test('what stands in the registry passes, in every way to write it', async () => {
  const text = `---
title: How to reach us
language: de
---

Unser Telefon: 01 000 00 12, aus dem Ausland 0043 1 0000012 oder [+43/1/000-00-12](tel:+4310000012).
Presse: presse.huber@lefoe.example. Büro: Musterstraße 7, 1010 Wien. Konto: AT611904300234573201.
`;
  const { findings } = await checkContributions({ 'lefoe/contact.md': text }, { 'members.yaml': MEMBERS });
  expect(confidential(findings)).toEqual([]);
});

test('a number that is called a hotline of a member without standing in the registry does not pass', async () => {
  const text = `---\ntitle: How to reach us\n---\n\nThe hotline of LEFÖ is +43 1 000 00 99.\n`;
  const { findings } = await checkContributions({ 'lefoe/contact.md': text }, { 'members.yaml': MEMBERS });
  const [finding, ...others] = confidential(findings);
  expect(others).toEqual([]);
  expect(finding?.ruleId).toBe('confidentiality/telephone');
  expect(finding?.help).toMatch(/members\.yaml/);
  expect(finding?.help).toMatch(/issue\.yaml/);
});

test('the place of an event may be an address, its telephone number may not', async () => {
  const text = `---
title: A meeting
event:
  title: Meeting
  start: "2021-01-25"
  place: "Musterhaus, Musterstraße 7, Wien, +43 1 000 00 12"
---

Come and see.
`;
  const { findings } = await checkContributions({ 'lefoe/event.md': text });
  expect(confidential(findings).map(({ ruleId }) => ruleId)).toEqual(['confidentiality/telephone']);
});

test('the secretariat can allow what was found', async () => {
  const grant = `allow:\n  - { file: lefoe/story.md, rule: confidentiality/telephone, reason: a public line }\n`;
  const issue = `title: December 2020\ndate: 2020-12-18\n${grant}`;
  const { findings } = await checkContributions({ 'lefoe/story.md': STORY }, { 'issues/2020-12/issue.yaml': issue });
  expect(confidential(findings).map(({ ruleId, severity }) => [ruleId, severity])).toContainEqual([
    'confidentiality/telephone',
    'info',
  ]);
});
