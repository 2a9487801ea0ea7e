import { beforeAll, expect, test } from 'vitest';
import { checkContributions } from '../../../support/checked-issue.js';
import { CONTRIBUTIONS } from '../../../support/workspace-fixture.js';

/** What everybody may know: free numbers, helplines, press contacts, numbers of bulletins. */
const PUBLIC: readonly string[] = [
  'The national helpline is 0800 555 0199.',
  'Das Hilfetelefon erreichen Sie unter 0800 555 0199.',
  'Le numéro vert est le 0 800 55 01 99.',
  'El teléfono nacional es el 900 555 019.',
  'Il numero verde è 800 555 019.',
  'De hulplijn is bereikbaar op 0800 0199.',
  'Infolinia: 22 555 01 00.',
  'Linka pomoci: 222 555 717, ve všední dny.',
  'Linia națională TelVerde: 0800 800 678.',
  'Гореща линия: 0800 20 100.',
  'СОС телефон: 011 555 3100.',
  'Гаряча лінія: 0 800 505 501.',
  'The free line from abroad is +44 800 555 0199.',
  'Бюлетин, бр. 12 (2/2024), ISSN 1314-0000',
  'Bilten br. 8 (5-6/2023), ISSN 1820-0000',
  'Journal of Rights 12(3) 2024, ISSN 2222-0000',
  'Press contact: Network Secretariat, 45 Rue Joseph, 1000 Brussels, tel. 02 555 01 00.',
  'Written comments go to the Home Office, 2 Marsham Street, London.',
  'Pressekontakt: Verein Beispiel, Musterstraße 7, 1010 Wien, Tel. 01 555 01 00.',
  'Contact presă: Asociația Exemplu, Bd. Carol I nr. 40, București.',
  'Za medije: Udruženje Primer, Bulevar oslobođenja 58, Novi Sad, mediji@primer.rs.',
  'Kontakt pro média: Příklad, Korunní 60, 120 00 Praha 2, media@priklad.cz.',
];

/** Somebody's own, though a public word stands near. */
const PRIVATE: readonly string[] = [
  'She called the helpline; her number is 0664 555 01 99.',
  'The helpline worker can be texted on 07700 900123.',
  'Press contact: Anna, mobile 07700 900123.',
  'Nach dem Anruf beim Hilfetelefon rief sie ihre Schwester an: 0664 555 01 99.',
  'Slavica sada živi kod tetke: Vojvode Stepe 211, stan 14.',
  'Since May Mirela lives with her aunt, a survivor too: 12 Invented Street, flat 3.',
  'Die Klientin wohnt jetzt in der Musterstraße 7; das Sekretariat weiß davon.',
];

/** What the rules of the family found in each text. */
const found = new Map<string, readonly string[]>();

beforeAll(async () => {
  const texts = [...PUBLIC, ...PRIVATE];
  const files = texts.map((text, index): [string, string] => [
    `lefoe/text-${String(index)}.md`,
    `---\ntitle: One text\n---\n\n${text}\n`,
  ]);
  const { findings } = await checkContributions(Object.fromEntries(files));
  for (const [index, text] of texts.entries()) {
    const own = findings.filter(({ file }) => file === `${CONTRIBUTIONS}/lefoe/text-${String(index)}.md`);
    found.set(
      text,
      own.map(({ ruleId }) => ruleId).filter((ruleId) => /telephone|street-address|email-address/.test(ruleId)),
    );
  }
});

test.each(PUBLIC)('public: %s', (text) => {
  expect(found.get(text)).toEqual([]);
});

test.each(PRIVATE)("somebody's own: %s", (text) => {
  expect(found.get(text)).not.toEqual([]);
});
