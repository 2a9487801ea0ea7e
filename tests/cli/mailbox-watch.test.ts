import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { spawn, type ChildProcess } from 'node:child_process';
import Sqlite from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { temporaryFolder } from '../support/cli/december.js';
import { readDocument } from '../support/cli/documents.js';
import { bareEnvironment, runNewsletter } from '../support/cli/run-newsletter.js';
import { DOVECOT_PASSWORD, startDovecot, withoutDovecot, type RunningDovecot } from '../support/inbound/dovecot.js';
import { writtenMail } from '../support/inbound/written-mail.js';
import { createWorkspace } from '../support/workspace-fixture.js';
import { LOOPBACK_CERTIFICATE } from '../support/transports/smtp/certificates.js';

const CONFIGURATION = 'name: A\norganisation: B\nsender:\n  address: news@example.org\n';
/** More than are settled at once. */
const MANY = 600;
const REPLY = { 'Auto-Submitted': 'auto-replied', Subject: 'Out of office', To: 'news@example.org' };

function reply(): string {
  return writtenMail(REPLY, 'I am away.');
}

describe.skipIf(withoutDovecot)('newsletter mailbox --watch (Debian package dovecot-imapd, as root)', () => {
  let root: string;
  let dovecot: RunningDovecot;
  let stop: () => Promise<void> = () => Promise.resolve();
  let environment: Readonly<Record<string, string>>;
  const running: ChildProcess[] = [];

  beforeAll(async () => {
    root = createWorkspace({ 'newsletter.yaml': CONFIGURATION }).root;
    const authority = path.join(temporaryFolder(), 'authority.pem');
    writeFileSync(authority, LOOPBACK_CERTIFICATE.cert);
    environment = { NODE_EXTRA_CA_CERTS: authority, NEWSLETTER_IMAP_PASSWORD: DOVECOT_PASSWORD };
    dovecot = await startDovecot();
    stop = dovecot.stop;
    await runNewsletter(['subscribers', 'add', 'anna@example.net'], { from: root });
  });

  afterEach(() => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
  });

  afterAll(async () => {
    await stop();
  });

  function watch(user: string) {
    const address = `imaps://${user}@localhost:${String(dovecot.tlsPort)}/INBOX`;
    const child = spawn(
      process.execPath,
      [path.resolve('bin/newsletter.js'), 'mailbox', address, '--watch', '--events'],
      {
        cwd: root,
        env: { ...bareEnvironment(), ...environment },
      },
    );
    running.push(child);
    let stdout = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    return { child, ended, mails: () => stdout.split('\n').filter((line) => line !== '').length };
  }

  test('acts on what is there, and on each mail that arrives, until SIGTERM', async () => {
    dovecot.deliver('watched', reply());
    const { child, ended, mails } = watch('watched');
    await expect.poll(mails).toBe(1);
    dovecot.deliver('watched', reply());
    await expect.poll(mails).toBe(2);
    dovecot.deliver('watched', reply());
    await expect.poll(mails).toBe(3);
    child.kill('SIGTERM');
    expect(await ended).toBe(143);
    expect(mails()).toBe(3);
  });

  test('connects again after the connection was lost, and reads nothing twice', async () => {
    dovecot.deliver('dropped', reply());
    const { child, ended, mails } = watch('dropped');
    await expect.poll(mails).toBe(1);
    await dovecot.dropConnections();
    dovecot.deliver('dropped', reply());
    await expect.poll(mails).toBe(2);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(mails()).toBe(2);
  });

  test('reads each mail once though it is killed half-way', async () => {
    for (let mail = 0; mail < MANY; mail += 1) dovecot.deliver('killed', reply());
    const address = `imaps://killed@localhost:${String(dovecot.tlsPort)}/INBOX`;
    const { child, ended } = watch('killed');
    await expect.poll(() => remembered('killed'), { interval: 5 }).toBeGreaterThan(0);
    child.kill('SIGKILL');
    await ended;
    const before = remembered('killed');
    const rest = await runNewsletter(['mailbox', address, '--json'], { from: root, environment });
    expect(readDocument(z.array(z.unknown()), rest)).toHaveLength(MANY - before);
    expect(remembered('killed')).toBe(MANY);
    expect(dovecot.mailsIn('killed')).toHaveLength(MANY);
  });

  /** How many mails of a user are remembered as read. */
  function remembered(user: string): number {
    const database = new Sqlite(path.join(root, 'data', 'newsletter.db'), { readonly: true });
    try {
      const rows = database.prepare('SELECT uid FROM mailbox_mails WHERE mailbox LIKE ?').all(`${user}@%`);
      return rows.length;
    } finally {
      database.close();
    }
  }
});
