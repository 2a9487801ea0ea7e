import { describe, expect, test } from 'vitest';
import { checkContributions, foundBy } from '../../../support/checked-issue.js';
import { contributionText } from '../../../support/workspace-fixture.js';

const check = (title: string, body = 'The hotline is open day and night.') =>
  checkContributions({ 'lefoe/a.md': contributionText(`title: ${title}`, body) });

describe('titles in capitals', () => {
  test.each([
    'NEW HOTLINE FOR MIGRANT WORKERS',
    'НОВА ГАРЯЧА ЛІНІЯ ДЛЯ ЖІНОК',
    'NEUE HOTLINE FÜR FRAUEN',
    'ΝΕΑ ΓΡΑΜΜΗ ΒΟΗΘΕΙΑΣ ΓΙΑ ΟΛΟΥΣ',
    'PRESS STATEMENT, 18 DECEMBER',
    'NOWA INFOLINIA DLA KOBIET',
  ])('%s', async (title) => {
    expect(foundBy('house-style/capitals', await check(title))).toMatchObject([{ severity: 'warning', line: 2 }]);
  });

  test.each(['GRETA visits Moldova', 'OSCE ODIHR', 'UN CEDAW GR 38', 'ახალი ცხელი ხაზი ქალებისთვის', 'New hotline'])(
    '%s may stand',
    async (title) => {
      expect(foundBy('house-style/capitals', await check(title))).toEqual([]);
    },
  );
});

describe('lines for journalists', () => {
  test.each([
    'FOR IMMEDIATE RELEASE',
    '**For immediate release:**',
    'ZUR SOFORTIGEN VERÖFFENTLICHUNG',
    'POUR DIFFUSION IMMÉDIATE',
    'Communiqué de presse',
    'Notes to editors',
    'PERSBERICHT',
    'Для негайного поширення',
    '-ENDS-',
  ])('%s', async (line) => {
    const found = foundBy('house-style/press-release', await check('A hotline', `${line}\n\nIt is open.`));
    expect(found).toMatchObject([{ severity: 'warning', line: 5 }]);
  });

  test.each(['The press release speaks of rights. Read it.', 'It was released immediately.'])(
    '%s may stand',
    async (body) => {
      expect(foundBy('house-style/press-release', await check('A hotline', body))).toEqual([]);
    },
  );
});

describe('meetings that everybody could enter', () => {
  test.each([
    ['[Join](https://us02web.zoom.us/j/81234567890?pwd=QWxhZGRpbjpv)', 'QWxhZGRpbjpv'],
    ['<https://example.webex.com/meet?password=Secret99>', 'Secret99'],
    ['Passcode: 123456', '123456'],
    ['Das Passwort lautet Rosen2021.', 'Rosen2021'],
    ['Kenncode: 998877', '998877'],
    ['Mot de passe : lavande7', 'lavande7'],
    ['Пароль: 445566', '445566'],
    ['Meeting ID: 812 3456 7890', '812 3456 7890'],
  ])('%s', async (body, secret) => {
    const checked = await check('A hotline', body);
    const found = foundBy('confidentiality/meeting-access', checked);
    expect(found.map(({ severity }) => severity)).toContain('warning');
    expect(JSON.stringify(checked.findings)).not.toContain(secret);
  });

  test.each([
    'The password is required.',
    'A password protects the page.',
    '[Register](https://zoom.us/webinar/register/WN_abc)',
  ])('%s may stand', async (body) => {
    expect(foundBy('confidentiality/meeting-access', await check('A hotline', body))).toEqual([]);
  });
});
