import { writeFileSync } from 'node:fs';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDecember, DECEMBER, temporaryFolder } from '../../support/cli/december.js';
import { readDocument, reportSchema } from '../../support/cli/documents.js';
import { runNewsletter } from '../../support/cli/run-newsletter.js';
import { startPostfix, withoutPostfix, type RunningPostfix } from '../../support/transports/postfix.js';
import { LOOPBACK_CERTIFICATE } from '../../support/transports/smtp/certificates.js';

const READERS = 25;

describe.skipIf(withoutPostfix)('a send through a real postfix (Debian package postfix, as root)', () => {
  let root: string;
  let postfix: RunningPostfix;
  let stop: () => Promise<void> = () => Promise.resolve();
  let environment: Readonly<Record<string, string>>;

  beforeAll(async () => {
    root = await buildDecember();
    postfix = await startPostfix();
    stop = postfix.stop;
    const authority = path.join(temporaryFolder(), 'authority.pem');
    writeFileSync(authority, LOOPBACK_CERTIFICATE.cert);
    // STARTTLS, with a certificate that is looked at.
    environment = {
      NEWSLETTER_SMTP_URL: `smtp://localhost:${String(postfix.port)}`,
      NODE_EXTRA_CA_CERTS: authority,
    };
    const { code, stdout, stderr } = await runNewsletter(['subscribers', 'import', 'subscribers.sample.csv'], {
      from: root,
    });
    if (code !== 0) throw new Error(stdout + stderr);
  });

  afterAll(async () => {
    await stop();
  });

  test('delivers every message once, whole and encrypted on its way', async () => {
    const sent = await runNewsletter(['send', DECEMBER, '--transport', 'smtp', '--yes'], { from: root, environment });
    expect(sent).toMatchObject({ code: 0 });
    await expect.poll(() => postfix.delivered().length).toBe(READERS);
    await expect.poll(() => postfix.isQueueEmpty()).toBe(true);
    const messages = postfix.delivered();
    expect(messages).toHaveLength(READERS);
    const read = await Promise.all(messages.map((message) => PostalMime.parse(message)));
    expect(new Set(read.map(({ messageId }) => messageId)).size).toBe(READERS);
    for (const [index, { to, html, text, headers }] of read.entries()) {
      const value = (key: string) => headers.find((header) => header.key === key)?.value;
      expect(value('delivered-to')?.toLowerCase()).toBe(to?.[0]?.address?.toLowerCase());
      expect(messages[index]).toMatch(/^\s+\(using TLSv1\.[23] with cipher/m);
      expect(html).toMatch(/<\/html>\s*$/);
      expect(text).toContain('Dear ');
    }
  });

  test('then has nothing left to send, and says so without the server', async () => {
    const again = await runNewsletter(['send', DECEMBER, '--transport', 'smtp', '--yes'], { from: root, environment });
    expect(again).toMatchObject({ code: 0 });
    expect(again.stdout).toContain('nothing left');
    const report = readDocument(reportSchema, await runNewsletter(['report', '--json'], { from: root }));
    expect(report).toMatchObject({ kind: 'real', audience: READERS, submitted: READERS, uncertain: 0, failed: 0 });
    expect(postfix.delivered()).toHaveLength(READERS);
  });
});
