import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { temporaryFolder } from '../support/cli/december.js';
import { errorSchema, readDocument } from '../support/cli/documents.js';
import { runNewsletter, type Outcome } from '../support/cli/run-newsletter.js';
import { DOVECOT_PASSWORD, startDovecot, withoutDovecot, type RunningDovecot } from '../support/inbound/dovecot.js';
import { UNSUBSCRIBE, writtenMail, writtenReport } from '../support/inbound/written-mail.js';
import { createWorkspace } from '../support/workspace-fixture.js';
import { LOOPBACK_CERTIFICATE } from '../support/transports/smtp/certificates.js';

const CONFIGURATION = `name: A
organisation: B
sender:
  address: news@example.org
unsubscribe:
  mailto: ${UNSUBSCRIBE}
`;

const FOLDERS = `mailbox:
  folders:
    permanent: Newsletter/Bounces
    auto-reply: Newsletter/Replies
    unsubscribe: Newsletter/Gone
`;

const entriesSchema = z.array(z.looseObject({ file: z.string(), kind: z.string(), reason: z.string() }));

/** A bounce for good, one for now, a complaint, a mail to leave of a stranger, and one of a person. */
const MAILS = {
  permanent: writtenReport('delivery-status', [
    'Reporting-MTA: dns; mx.example.net',
    '',
    'Final-Recipient: rfc822; gone@example.net',
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
  ]),
  'auto-reply': writtenMail(
    { 'Auto-Submitted': 'auto-replied', Subject: 'Out of office', To: 'news@example.org' },
    'I am away.',
  ),
  unsubscribe: writtenMail({ From: 'anna@example.net', Subject: 'unsubscribe' }),
  nobody: writtenMail({ From: 'stranger@example.net', Subject: 'unsubscribe' }),
  other: writtenMail(
    { From: 'bo@example.net', To: 'news@example.org', Subject: 'A question' },
    'When is the next one?',
  ),
} as const;

describe.skipIf(withoutDovecot)(
  'newsletter mailbox with an IMAP address (Debian package dovecot-imapd, as root)',
  () => {
    let root: string;
    let dovecot: RunningDovecot;
    let stop: () => Promise<void> = () => Promise.resolve();
    let environment: Readonly<Record<string, string>>;

    beforeAll(async () => {
      root = createWorkspace({ 'newsletter.yaml': CONFIGURATION }).root;
      const authority = path.join(temporaryFolder(), 'authority.pem');
      writeFileSync(authority, LOOPBACK_CERTIFICATE.cert);
      environment = { NODE_EXTRA_CA_CERTS: authority, NEWSLETTER_IMAP_PASSWORD: DOVECOT_PASSWORD };
      dovecot = await startDovecot();
      stop = dovecot.stop;
      await runNewsletter(['subscribers', 'add', 'anna@example.net'], { from: root });
    });

    afterAll(async () => {
      await stop();
    });

    function addressOf(user: string): string {
      return `imaps://${user}@localhost:${String(dovecot.tlsPort)}/INBOX`;
    }

    function read(user: string, ...options: readonly string[]): Promise<Outcome> {
      return runNewsletter(['mailbox', addressOf(user), ...options], { from: root, environment });
    }

    async function kindsOf(user: string, ...options: readonly string[]): Promise<readonly string[]> {
      const outcome = await read(user, '--json', ...options);
      return readDocument(entriesSchema, outcome).map(({ kind }) => kind);
    }

    function deliverAll(user: string): void {
      for (const mail of Object.values(MAILS)) dovecot.deliver(user, mail);
    }

    test('reads each mail once, and changes nothing in the folder', async () => {
      deliverAll('once');
      const before = dovecot.mailsIn('once');
      expect(await kindsOf('once')).toEqual(['permanent', 'auto-reply', 'unsubscribe', 'unsubscribe', 'other']);
      expect(await kindsOf('once')).toEqual([]);
      dovecot.deliver('once', MAILS.permanent);
      expect(await kindsOf('once')).toEqual(['permanent']);
      expect(dovecot.mailsIn('once')).toHaveLength(before.length + 1);
    });

    test('says how many mails still wait for a person, and lists them with --again', async () => {
      dovecot.deliver('waiting', MAILS.nobody);
      expect(await kindsOf('waiting')).toEqual(['unsubscribe']);
      const second = await read('waiting');
      expect(second.stderr).toContain('1 in imaps://waiting@localhost');
      expect(second.stderr).toContain('--again');
      expect(await kindsOf('waiting', '--again')).toEqual(['unsubscribe']);
    });

    test('a dry run remembers nothing', async () => {
      dovecot.deliver('dry', MAILS.permanent);
      expect(await kindsOf('dry', '--dry-run')).toEqual(['permanent']);
      expect(await kindsOf('dry')).toEqual(['permanent']);
    });

    test('reads all mails again, and harms nobody, after the server has numbered them again', async () => {
      dovecot.deliver('renumbered', MAILS.permanent);
      dovecot.deliver('renumbered', MAILS['auto-reply']);
      expect(await kindsOf('renumbered')).toHaveLength(2);
      // The validity is a time in seconds, so it has to be another second.
      await expect
        .poll(async () => {
          dovecot.renumber('renumbered');
          return (await kindsOf('renumbered')).length;
        })
        .toBe(2);
      expect(await kindsOf('renumbered')).toHaveLength(0);
    });

    test('moves what was understood to the folders of newsletter.yaml, and nothing else', async () => {
      deliverAll('moved');
      const sorted = createWorkspace({ 'newsletter.yaml': CONFIGURATION + FOLDERS }).root;
      await runNewsletter(['subscribers', 'add', 'anna@example.net'], { from: sorted });
      const outcome = await runNewsletter(['mailbox', addressOf('moved'), '--json'], { from: sorted, environment });
      expect(readDocument(entriesSchema, outcome)).toHaveLength(5);
      expect(dovecot.mailsIn('moved', 'Newsletter/Bounces')).toHaveLength(1);
      expect(dovecot.mailsIn('moved', 'Newsletter/Replies')).toHaveLength(1);
      expect(dovecot.mailsIn('moved', 'Newsletter/Gone')).toHaveLength(1);
      // A stranger's request and a person's question wait for a person.
      const left = dovecot.mailsIn('moved');
      expect(left).toHaveLength(2);
      expect(left.join('')).toContain('stranger@example.net');
      expect(left.join('')).toContain('A question');
    });

    test('moves what an earlier run had read, once its kind has a folder', async () => {
      dovecot.deliver('later', MAILS.permanent);
      const sorted = createWorkspace({ 'newsletter.yaml': CONFIGURATION });
      await runNewsletter(['subscribers', 'add', 'anna@example.net'], { from: sorted.root });
      const once = await runNewsletter(['mailbox', addressOf('later')], { from: sorted.root, environment });
      expect(once).toMatchObject({ code: 0 });
      sorted.write('newsletter.yaml', CONFIGURATION + FOLDERS);
      const again = await runNewsletter(['mailbox', addressOf('later'), '--json'], { from: sorted.root, environment });
      expect(readDocument(entriesSchema, again)).toEqual([]);
      expect(dovecot.mailsIn('later')).toHaveLength(0);
      expect(dovecot.mailsIn('later', 'Newsletter/Bounces')).toHaveLength(1);
    });

    test('takes the address from NEWSLETTER_IMAP_URL where no path is named', async () => {
      dovecot.deliver('named', MAILS.permanent);
      const password = encodeURIComponent(DOVECOT_PASSWORD);
      const url = `imap://named:${password}@localhost:${String(dovecot.plainPort)}`;
      const outcome = await runNewsletter(['mailbox', '--json'], {
        from: root,
        environment: { ...environment, NEWSLETTER_IMAP_URL: url, NEWSLETTER_IMAP_PASSWORD: '' },
      });
      expect(readDocument(entriesSchema, outcome)).toMatchObject([{ kind: 'permanent' }]);
      expect(outcome.stdout + outcome.stderr).not.toContain(password);
    });

    test('explains a wrong password, and repeats it nowhere', async () => {
      const wrong = { ...environment, NEWSLETTER_IMAP_PASSWORD: 'hunter2-wrong' };
      const outcome = await runNewsletter(['mailbox', addressOf('wrong'), '--json'], {
        from: root,
        environment: wrong,
      });
      const { error } = readDocument(errorSchema, outcome);
      expect(outcome.code).toBe(4);
      expect(error.message).toContain('refuses the user name or the password');
      expect(error.help).toContain('NEWSLETTER_IMAP_PASSWORD');
      expect(outcome.stdout + outcome.stderr).not.toContain('hunter2');
    });

    test('names the folders that there are where the one in the address is not', async () => {
      dovecot.deliver('folders', MAILS.permanent, 'Bounces');
      const address = addressOf('folders').replace('/INBOX', '/Bounce');
      const outcome = await runNewsletter(['mailbox', address, '--json'], { from: root, environment });
      const { error } = readDocument(errorSchema, outcome);
      expect(error.message).toContain('does not open the folder "Bounce"');
      expect(error.expected).toContain('"INBOX"');
    });

    test('trusts no certificate of an unknown authority, and sends it no password', async () => {
      const outcome = await runNewsletter(['mailbox', addressOf('once'), '--json'], {
        from: root,
        environment: { NEWSLETTER_IMAP_PASSWORD: DOVECOT_PASSWORD },
      });
      expect(readDocument(errorSchema, outcome).error.message).toContain('cannot be trusted');
    });

    test('refuses a password in the address, which others could see', async () => {
      const address = addressOf('once').replace('once@', 'once:hunter2@');
      const outcome = await runNewsletter(['mailbox', address, '--json'], { from: root, environment });
      expect(outcome.code).toBe(2);
      expect(readDocument(errorSchema, outcome).error.help).toContain('NEWSLETTER_IMAP_PASSWORD');
      expect(outcome.stdout + outcome.stderr).not.toContain('hunter2');
    });
  },
);
