import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe } from 'vitest';
import { openImapSource } from '../../../src/inbound/imap/imap-source.js';
import { readImapMailbox } from '../../../src/inbound/imap/imap-login.js';
import { openRememberedMails } from '../../../src/inbound/imap/remembered-mails.js';
import type { Configuration } from '../../../src/model/settings/configuration.js';
import { openDatabase, type NewsletterDatabase } from '../../../src/store/database.js';
import { DOVECOT_PASSWORD, startDovecot, withoutDovecot, type RunningDovecot } from '../../support/inbound/dovecot.js';
import { testMailbox } from '../../support/inbound/mailbox.contract.js';
import { emptyWorkspace } from '../../support/subscribers/workspace.js';
import { LOOPBACK_CERTIFICATE } from '../../support/transports/smtp/certificates.js';

describe.skipIf(withoutDovecot)('a mailbox on a real dovecot (Debian package dovecot-imapd, as root)', () => {
  let dovecot: RunningDovecot;
  let stop: () => Promise<void> = () => Promise.resolve();
  let configuration: Configuration;
  let database: NewsletterDatabase;
  let users = 0;

  beforeAll(async () => {
    configuration = await emptyWorkspace();
    database = await openDatabase(configuration.databasePath);
    dovecot = await startDovecot();
    stop = dovecot.stop;
  });

  afterAll(async () => {
    await stop();
    await database.close();
    await rm(configuration.root, { recursive: true, force: true });
  });

  function open(user: string) {
    const url = `imaps://${user}@localhost:${String(dovecot.tlsPort)}/INBOX`;
    const mailbox = readImapMailbox(url, { NEWSLETTER_IMAP_PASSWORD: DOVECOT_PASSWORD });
    return openImapSource(mailbox, {
      memory: openRememberedMails(database, mailbox.address),
      folders: new Map(),
      dryRun: false,
      again: false,
      watch: false,
      onNote: () => undefined,
      authorities: LOOPBACK_CERTIFICATE.cert,
    });
  }

  testMailbox({
    name: 'IMAP',
    remembers: true,
    beyondLimit: 'header',
    fill: (mails) => {
      users += 1;
      const user = `reader${String(users)}`;
      for (const mail of mails) dovecot.deliver(user, mail);
      return Promise.resolve({ open: () => Promise.resolve(open(user)) });
    },
  });
});
