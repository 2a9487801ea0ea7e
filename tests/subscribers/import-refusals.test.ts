import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  importSubscribers,
  type ColumnMapping,
  type ImportReport,
} from '../../src/app/subscribers/import-subscribers.js';
import { listSubscribers } from '../../src/app/subscribers/list-subscribers.js';
import type { Configuration } from '../../src/model/settings/configuration.js';
import { NewsletterError } from '../../src/model/error.js';
import { emptyWorkspace, now } from '../support/subscribers/workspace.js';

let configuration: Configuration;

beforeEach(async () => {
  configuration = await emptyWorkspace();
});

interface Wishes {
  readonly mapping?: ColumnMapping;
  readonly ignored?: readonly string[];
}

async function importText(content: string, wishes: Wishes = {}): Promise<ImportReport> {
  const file = path.join(configuration.root, 'readers.csv');
  await writeFile(file, content);
  return importSubscribers({ configuration, file, now, ...wishes });
}

/** "a active" and the like, by the part of each address before the @. */
async function states(): Promise<readonly string[]> {
  const people = await listSubscribers({ configuration });
  return people.map(({ email, state }) => `${email.split('@')[0] ?? ''} ${state}`);
}

async function refusal(content: string, wishes: Wishes = {}): Promise<NewsletterError> {
  try {
    await importText(content, wishes);
  } catch (error) {
    if (error instanceof NewsletterError) return error;
    throw error;
  }
  throw new Error('the import did not stop');
}

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

describe('a column by which a program says no', () => {
  test.each([
    // what the issue names
    ['subscribed_to_emails', 'false', 'true'],
    ['deleted_at', '2024-05-06T07:08:09.000Z', ''],
    ['email_disabled', 'true', 'false'],
    ['Do Not Email', '1', ''],
    ['Do Not Email', 'Yes', 'No'],
    ['No Bulk Emails (User Opt Out)', 'Yes', 'No'],
    ['On Hold', 'On Hold Bounce', 'No'],
    ['On Hold', 'On Hold Opt Out', '0'],
    ['On Hold', '2', '0'],
    ['Unsubscription Date', '2024-05-06', ''],
    ['blacklisted', '1', '0'],
    ['EMAIL_BLACKLISTED', 'Yes', 'No'],
    ['Unsubscribed', '2021-03-04 10:00:00', ''],
    // flags
    ['HasOptedOutOfEmail', 'TRUE', 'FALSE'],
    ['Email Opt Out', 'x', ''],
    ['opted-out', '✓', '-'],
    ['no_marketing', 'y', 'n'],
    ['Do not allow Bulk Emails', 'Do Not Allow', 'Allow'],
    ['isExcludedFromCampaigns', 't', 'f'],
    ['No e-mails please', 'on', 'off'],
    ['Is Deceased', '1.0', '0.0'],
    ['Hard bounces', '3', '0'],
    ['spam_complaints', '1', '0'],
    ['email1_is_bad', 'true', 'false'],
    ['npsp__Do_Not_Contact__c', '1', '0'],
    ['isexcludedfromcampaigns', 'true', 'false'],
    ['NPAI', 'oui', 'non'],
    ['Not subscribed', 'yes', 'no'],
    // inverse flags
    ['email_opt_in', '0', '1'],
    ['Accepts Email Marketing', 'no', 'yes'],
    ['GDPR consent', 'N', 'Y'],
    ['Newsletter (yes/no)', 'no', 'yes'],
    ['active', 'f', 't'],
    ['enabled', 'N', 'Y'],
    ['Is subscribed?', 'No', 'Yes'],
    ['Newsletter subscription', 'No', 'Yes'],
    ['Send Marketing Materials', 'Do Not Send', 'Send'],
    ['Zgoda marketingowa', 'nie', 'tak'],
    // dates in any form
    ['unsubscribed_at', '1583316672', '0'],
    ['Unsubscribed on', '3/4/19', '0000-00-00 00:00:00'],
    ['opt_out_date', 'Jan 3, 2020', 'NULL'],
    ['Date unsubscribed', '04.03.2019', 'never'],
    ['unsubscribedAt', '2020-03-04T10:00:00+01:00', '\\N'],
    ['EmailBouncedDate', '2020', ''],
    // any text
    ['unsubscribe_reason', 'Too many mails', ''],
    ['Email hard bounce reason', 'UNKNOWN_USER', ''],
    // the members' languages
    ['Abgemeldet', 'ja', 'nein'],
    ['Abgemeldet am', '04.03.2019', ''],
    ['Newsletter abbestellt', 'WAHR', 'FALSCH'],
    ['Kein Newsletter', 'x', ''],
    ['Einwilligung', 'nein', 'ja'],
    ['Uitgeschreven op', '4-3-2019', ''],
    ['Toestemming', 'nee', 'ja'],
    ['Désabonné', 'oui', 'non'],
    ['Date de désinscription', '04/03/2019', ''],
    ['Consentement', 'FAUX', 'VRAI'],
    ['Dado de baja', 'sí', 'no'],
    ['Fecha de baja', '4/3/2019', ''],
    ['Donat de baixa', 'sí', 'no'],
    ['Disiscritto', 'sì', 'no'],
    ['Consenso', 'FALSO', 'VERO'],
    ['Zgoda na newsletter', 'nie', 'tak'],
    ['Wypisany', 'tak', 'nie'],
    ['Odhlášen', 'ano', 'ne'],
    ['Odhlásený', 'áno', 'nie'],
    ['Souhlas', 'ne', 'ano'],
    ['Dezabonat', 'da', 'nu'],
    ['Відписаний', 'так', 'ні'],
    ['Згода на розсилку', 'ні', 'так'],
    ['Отписан', 'да', 'нет'],
    ['Согласие', 'нет', 'да'],
    ['Адпісаны', 'так', 'не'],
    ['Отписан', 'да', 'не'],
    ['Одјављен', 'да', 'не'],
    ['Odjavljen', 'da', 'ne'],
    ['Одјавен', 'да', 'не'],
    ['Afmeldt', 'ja', 'nej'],
    ['Avregistrerad', 'ja', 'nej'],
    ['Peruttu', 'kyllä', 'ei'],
    ['Abonelikten ayrıldı', 'evet', 'hayır'],
    ['Çregjistruar', 'po', ''],
    ['Απεγγραφή', 'ναι', 'όχι'],
    ['Leiratkozott', 'igen', 'nem'],
    ['Odjava', 'da', 'ne'],
    ['Cancelado', 'sim', 'não'],
    ['Loobunud', 'jah', 'ei'],
    ['Atteicies', 'jā', 'nē'],
    ['Atsisakė', 'taip', 'ne'],
  ])('“%s”: “%s” keeps somebody off, “%s” does not', async (title, no, otherwise) => {
    const report = await importText(
      `${cell(title)},email\n${cell(no)},a@example.org\n${cell(otherwise)},b@example.org\n`,
    );
    expect(report.rejected).toEqual([]);
    expect(report.refusalColumns).toEqual([title]);
    expect(await states()).toEqual([expect.stringMatching(/^a (unsubscribed|suppressed)$/), 'b active']);
  });

  test.each([
    ['Do Not Phone', '1'],
    ['sms_blacklisted', 'true'],
    ['SMS Marketing Consent', 'unsubscribed'],
    ['active_subscription', 'false'],
    ['bouncecount', '2'],
    ['unsubscribe_url', 'https://example.org/u/1'],
    ['Household', 'Berg'],
    ['Last Activity', '2020-01-01'],
    ['Opt-in IP', '192.0.2.1'],
    ['subscriber_id', '7'],
    ['Marital status', 'widowed'],
    ['Leftovers', 'soup'],
    ['Type', 'donor'],
    ['Optician', 'yes'],
  ])('is not “%s”', async (title, value) => {
    await importText(`email,${cell(title)}\na@example.org,${cell(value)}\n`);
    expect(await states()).toEqual(['a active']);
  });

  test.each([
    ['confirmed', '0'],
    ['Confirmed at', ''],
    ['email_verified', 'false'],
    ['DOUBLE_OPT-IN', 'No'],
    ['DOUBLE_OPT-IN', '2'],
    ['status', 'unbestätigt'],
    ['Status', 'non confirmé'],
    ['Stan', 'niepotwierdzony'],
    ['Статус', 'не підтверджено'],
  ])('“%s” with “%s” leaves somebody waiting who has not confirmed', async (title, value) => {
    const yes = /status|stan|статус/iu.test(title) ? 'active' : '1';
    await importText(`email,${cell(title)}\na@example.org,${cell(value)}\nb@example.org,${yes}\n`);
    expect(await states()).toEqual(['a pending', 'b active']);
  });

  test('counts where another column says otherwise, whichever comes first', async () => {
    await importText(
      'email,status,opted_out,bounced,confirmed\na@example.org,active,yes,,1\nb@example.org,unsubscribed,no,true,1\nc@example.org,active,no,no,0\nd@example.org,active,no,no,1\n',
    );
    expect(await states()).toEqual(['a unsubscribed', 'b suppressed', 'c pending', 'd active']);
  });

  test('is heard beside a cell that cannot be told', async () => {
    const { rejected, remarks } = await importText(
      'email,status,opted_out\na@example.org,gold,yes\nb@example.org,active,perhaps\nc@example.org,active,no\n',
    );
    expect(remarks).toMatchObject([{ line: 2, reason: 'its state “gold” is not known' }]);
    expect(rejected).toEqual([
      {
        line: 3,
        written: 'b@example.org',
        reason: 'its cell of “opted_out” says “perhaps”, which is neither yes nor no nor a date',
      },
    ]);
    expect(await states()).toEqual(['a unsubscribed', 'c active']);
  });

  test('takes off the list who is on it', async () => {
    await importText('email\na@example.org\n');
    expect(await importText('email,Do Not Email\nA@example.org,1\n')).toMatchObject({ takenOff: 1 });
    expect(await states()).toEqual(['a unsubscribed']);
  });

  test('keeps the time at which somebody left', async () => {
    const report = await importText('email,created_at,unsubscribed_at\na@example.org,2019-01-01,2020-02-02\n');
    expect(report).toMatchObject({ unsubscribed: 1, remarks: [] });
  });

  test('never makes somebody active to whom another one says no', async () => {
    const flags = [
      'unsubscribed',
      'Do Not Email',
      'deleted_at',
      'email_disabled',
      'Abgemeldet am',
      'Відписаний',
      'bounced',
    ];
    const consents = ['subscribed_to_emails', 'opt_in', 'Einwilligung', 'Newsletter', 'active'];
    const no = fc.oneof(
      fc.tuple(
        fc.constantFrom(...flags),
        fc.constantFrom('yes', '1', 'TRUE', 'x', 'ja', 'так', '2020-02-02', '3.4.2019'),
      ),
      fc.tuple(fc.constantFrom(...consents), fc.constantFrom('no', '0', 'FALSE', 'nein', 'ні', 'off', 'n')),
      fc.tuple(
        fc.constantFrom('status', 'Статус'),
        fc.constantFrom('unsubscribed', 'bounced', 'abgemeldet', 'отписан'),
      ),
    );
    const any = fc.tuple(
      fc.constantFrom(...flags, ...consents, 'status', 'Type', 'confirmed', 'On Hold', 'tags', 'city'),
      fc.oneof(
        fc.constantFrom(
          'yes',
          'no',
          '',
          '0',
          '1',
          'active',
          'subscribed',
          'true',
          'false',
          '2020-01-01',
          'pending',
          'ok',
        ),
        fc.string({ maxLength: 8 }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(no, fc.array(any, { maxLength: 6 }), fc.nat(), async (refused, others, place) => {
        configuration = await emptyWorkspace();
        const columns = [...others];
        columns.splice(place % (others.length + 1), 0, refused);
        const line = (cells: readonly string[]): string => cells.map(cell).join(',');
        const header = line(['email', ...columns.map(([title]) => title)]);
        const yes = line(['b@example.org', ...columns.map(() => '')]);
        const content = `${header}\n${line(['a@example.org', ...columns.map(([, value]) => value)])}\n${yes}\n`;
        try {
          await importText(content);
        } catch (error) {
          if (!(error instanceof NewsletterError)) throw error;
        }
        expect(await states()).not.toContain('a active');
      }),
      { numRuns: 100 },
    );
  });
});

describe('a column that is not understood', () => {
  test.each([
    'Membership status',
    'nicht mehr anschreiben',
    'Keine Rundschreiben',
    'ne plus contacter, pas de courrier',
    'Niet meer aanschrijven',
    'nie pisać',
    'не писати',
    'No molestar',
    'Robinsonliste',
    'Werbeverbot',
    'GDPR',
    'RGPD',
    'Privacy accepted?',
    'Blocked since page',
    'Bounce class',
    'Hold level',
    'Opt',
    'Left the group on page',
    'Abmeldung bearbeitet von',
    'Sperrvermerk',
    'Afmeldcode',
    'Désabonnements demandés',
    'Código de baja',
    'Disiscrizione da chi',
    'Rezygnacja z czego',
    'Odhlášky celkem',
    'Cod dezabonare',
    'Хто відписав',
    'Кто отписал',
    'Odjave ukupno',
    'Frameldelsesmåde',
    'Avanmälningssätt',
    'Peruutustapa',
    'İptal kodu',
    'Kodi i çregjistrimit',
    'Κωδικός διαγραφής',
    'Leiratkozási mód',
    'Nousoleku vorm',
    'not unsubscribed',
  ])('and may say no stops the import: “%s”', async (title) => {
    const error = await refusal(`email,${cell(title)}\na@example.org,A7\nb@example.org,B8\n`);
    expect(error).toMatchObject({ code: 'columns-unclear', exitCode: 4 });
    expect(error.message).toContain(`“${title}” (with “A7”, “B8”)`);
    expect(error.help).toContain(`--map state="${title}"`);
    expect(error.help).toContain(`--ignore "${title}"`);
    expect(await states()).toEqual([]);
    await importText(`email,${cell(title)}\na@example.org,A7\nb@example.org,B8\n`, { ignored: [title] });
    expect(await states()).toEqual(['a active', 'b active']);
  });

  test('is named together with all the others', async () => {
    const error = await refusal('email,Membership status,Hold level,city\na@example.org,gold,7,Wien\n');
    expect(error.message).toMatch(/“Membership status”.*“Hold level”/);
    expect(error.help).toMatch(/--ignore "Membership status".*--ignore "Hold level"/);
    expect(error.message).not.toContain('city');
  });

  test('can be mapped where it holds states, together with the others', async () => {
    const content = 'email,Membership status,status\na@example.org,unsubscribed,active\nb@example.org,active,active\n';
    expect((await refusal(content)).help).toContain('--map state="Membership status"');
    await importText(content, { mapping: { state: 'membership STATUS' } });
    expect(await states()).toEqual(['a unsubscribed', 'b active']);
  });

  test('with yes and no needs to be told what yes means', async () => {
    const content = 'email,GDPR\na@example.org,yes\nb@example.org,no\n';
    const error = await refusal(content);
    expect(error.help).toContain('--map unsubscribed="GDPR"');
    expect(error.help).toContain('--map subscribed="GDPR"');
    expect(await refusal(content, { mapping: { state: 'GDPR' } })).toMatchObject({ code: 'columns-unclear' });
    await importText(content, { mapping: { subscribed: ['GDPR'] } });
    expect(await states()).toEqual(['a active', 'b unsubscribed']);
    configuration = await emptyWorkspace();
    await importText(content, { mapping: { unsubscribed: 'GDPR' } });
    expect(await states()).toEqual(['a unsubscribed', 'b active']);
  });

  test.each([
    ['unsubscribed', 'yes', 'no'],
    ['abgemeldet am', '2020-01-01', ''],
    ['subscribed', '0', '1'],
    ['Zgoda', 'nie', 'tak'],
    ['consent date', 'no', '2020-01-01'],
  ])('mapped as a state, “%s” says by its name what “%s” means', async (title, no, yes) => {
    await importText(`email,${title}\na@example.org,${no}\nb@example.org,${yes}\n`, { mapping: { state: title } });
    expect(await states()).toEqual(['a unsubscribed', 'b active']);
  });

  test.each([
    ['status', ['1', '0']],
    ['status', ['yes', 'no']],
    ['State', ['NY', 'CA']],
    ['Newsletter', ['Monthly news', 'Press']],
  ])('stops the import too where “%s” holds %j', async (title, values) => {
    const lines = values.map((value, index) => `reader${String(index)}@example.org,${value}`);
    const error = await refusal(`email,${title}\n${lines.join('\n')}\n`);
    expect(error.code).toBe('columns-unclear');
    expect(error.message).toContain(`“${title}”`);
  });

  test.each(['unsubscribed', 'Abgemeldet', 'désabonnée', 'відписався', 'Do not email'])(
    'stops the import where somebody is “%s” in it, whatever it is called',
    async (value) => {
      const error = await refusal(`email,Remarks\na@example.org,\nb@example.org,${value}\n`);
      expect(error.help).toContain('--map state="Remarks"');
      await importText(`email,Remarks\na@example.org,\nb@example.org,${value}\n`, { mapping: { state: 'Remarks' } });
      expect(await states()).toEqual(['a active', 'b unsubscribed']);
    },
  );

  test('mapped as a state has its words refused line by line', async () => {
    const { rejected } = await importText('email,Rank,status\na@example.org,gold,active\nb@example.org,blue,active\n', {
      mapping: { state: 'Rank' },
    });
    expect(rejected).toMatchObject([{ line: 2 }, { line: 3 }]);
  });

  test('without a name, or in a file without names, is asked about where it speaks of leaving', async () => {
    const error = await refusal('a@example.org,Anna,unsubscribed\nb@example.org,Bo,subscribed\n');
    expect(error.help).toContain('--map state="3"');
    await importText('a@example.org,Anna,unsubscribed\nb@example.org,Bo,subscribed\n', { mapping: { state: '3' } });
    expect(await states()).toEqual(['a unsubscribed', 'b active']);
    expect(await refusal('email,\na@example.org,abgemeldet\n')).toMatchObject({ code: 'columns-unclear' });
  });

  test('is given by its number where its name comes twice or cannot be quoted', async () => {
    const error = await refusal('email,"Hold ""level""",Opt,opt\na@example.org,A,B,C\n');
    expect(error.help).toMatch(/--ignore "2".*--ignore "Opt".*--ignore "4"/);
    await importText('email,"Hold ""level""",Opt,opt\na@example.org,A,B,C\n', { ignored: ['2', 'Opt', '4'] });
    expect(await states()).toEqual(['a active']);
  });

  test.each([
    { ignored: ['Statsu'] },
    { ignored: ['9'] },
    { ignored: ['status'], mapping: { state: 'status' } },
    { mapping: { email: ['email', 'status'] } },
    { mapping: { unsubscribed: ['status', 'nothing'] } },
  ])('and misspelled or meant twice is refused: %j', async (wishes) => {
    expect(await refusal('email,status\na@example.org,active\n', wishes)).toMatchObject({ code: 'usage' });
    expect(await states()).toEqual([]);
  });

  test('can be several for one state', async () => {
    const content = 'email,Ring A,Ring B\na@example.org,1,0\nb@example.org,0,1\nc@example.org,0,0\n';
    await importText(content, { mapping: { unsubscribed: ['Ring A', 'Ring B'] } });
    expect(await states()).toEqual(['a unsubscribed', 'b unsubscribed', 'c active']);
  });

  test('and is mapped to something else, is that; a no that it says plainly is heard', async () => {
    const content = 'email,Membership status,unsubscribed_at\na@example.org,gold,2020-01-01\nb@example.org,blue,\n';
    await importText(content, { mapping: { tags: 'Membership status', consentAt: 'unsubscribed_at' } });
    expect(await states()).toEqual(['a unsubscribed', 'b active']);
  });
});

describe('a file whose name says that its people left', () => {
  const importAs = async (name: string, content: string): Promise<ImportReport> => {
    const file = path.join(configuration.root, name);
    await writeFile(file, content);
    return importSubscribers({ configuration, file, now });
  };

  test.each([
    'global_unsubscribes.csv',
    'unsubscribed.csv',
    'suppression_bounces.csv',
    'Opt-outs 2020.csv',
    'Abgemeldete.csv',
    'désinscrits.csv',
    'відписані.csv',
  ])('stops the import where no column does: %s', async (name) => {
    await expect(importAs(name, 'email,created\na@example.org,1583316672\n')).rejects.toMatchObject({
      code: 'columns-unclear',
      message: expect.stringContaining(name) as string,
    });
    expect(await importAs(name, 'email,state\na@example.org,unsubscribed\n')).toMatchObject({ unsubscribed: 1 });
  });

  test.each(['readers.csv', 'without_bounces.csv', 'nicht abgemeldet.csv', 'cleaned_list.csv', 'Newsletter.csv'])(
    'is not %s',
    async (name) => {
      expect(await importAs(name, 'email\na@example.org\n')).toMatchObject({ added: 1 });
    },
  );
});

describe('an empty cell', () => {
  test('says nothing in a column that names only those who left', async () => {
    await importText('email,Status\na@example.org,\nb@example.org,abgemeldet\nc@example.org,\n');
    expect(await states()).toEqual(['a active', 'b unsubscribed', 'c active']);
  });

  test('is no yes in a column that names those who are there, wherever it does', async () => {
    const others = Array.from({ length: 9000 }, (_, index) => `reader${String(index)}@example.org,`).join('\n');
    const { rejected, added } = await importText(`email,status\n${others}\nz@example.org,active\n`);
    expect(added).toBe(1);
    expect(rejected).toHaveLength(9000);
    expect(rejected[0]).toEqual({
      line: 2,
      written: 'reader0@example.org',
      reason: 'its cell of “status” is empty, so it does not say that this person wants the newsletter',
    });
  });

  test('is none either where another column says yes, or the person is on the list', async () => {
    await importText('email\nb@example.org\n');
    const content =
      'email,opt_in,status\na@example.org,,active\nb@example.org,,\nc@example.org,yes,\nd@example.org,,\n';
    const report = await importText(content);
    expect(report).toMatchObject({ added: 2, unchanged: 1, rejected: [{ line: 5 }] });
    expect(await states()).toEqual(['b active', 'a active', 'c active']);
  });
});

describe('of two lines with one address', () => {
  test.each([
    ['active', 'pending', 'pending'],
    ['pending', 'active', 'pending'],
    ['active', 'unsubscribed', 'unsubscribed'],
    ['unsubscribed', 'pending', 'unsubscribed'],
    ['suppressed', 'unsubscribed', 'suppressed'],
    ['pending', 'suppressed', 'suppressed'],
  ])('“%s” and “%s” make “%s”', async (one, other, state) => {
    const report = await importText(`email,state\na@example.org,${one}\nA@example.org,${other}\n`);
    expect(await states()).toEqual([`a ${state}`]);
    const { added, pending, duplicates, takenOff, unsubscribed, suppressed } = report;
    expect(added + pending + duplicates + takenOff + unsubscribed + suppressed).toBe(2);
  });

  test('the one that is to confirm does not undo who confirmed before', async () => {
    await importText('email\na@example.org\n');
    await importText('email,state\na@example.org,pending\n');
    expect(await states()).toEqual(['a active']);
  });
});
