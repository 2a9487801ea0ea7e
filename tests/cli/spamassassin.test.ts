import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/cli/december.js';
import { filesBelow } from '../support/cli/file-tree.js';
import { runNewsletter, runProgram } from '../support/cli/run-newsletter.js';

const ISSUES = ['2020-11', '2020-12'];
const MAX_POINTS = 0.5;
/** Every spam filter of this family knows this line and calls it spam. */
const KNOWN_SPAM = 'XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X';

const withoutSpamAssassin = spawnSync('spamassassin', ['--version']).status !== 0 && process.env['CI'] !== 'true';
if (withoutSpamAssassin) {
  process.stderr.write('Skipped: what SpamAssassin says, since no spamassassin was found (a package of Debian).\n');
}

/** How a secretariat works: on a laptop, or with a public address and a key that signs. */
interface Office {
  readonly name: string;
  readonly configuration: string;
  readonly environment: (root: string) => Readonly<Record<string, string>>;
}

const OFFICES: readonly Office[] = [
  { name: 'laptop', configuration: '', environment: () => ({}) },
  {
    name: 'server',
    configuration: 'dkim:\n  domain: lsi.example.org\n  selector: news2026\n',
    environment: (root) => {
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      const key = path.join(root, 'dkim.pem');
      writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
      return { NEWSLETTER_PUBLIC_URL: 'https://news.lsi.example.org', NEWSLETTER_DKIM_KEY: key };
    },
  },
];

/** The messages that a rehearsal of both sample issues writes, for a reader in ASCII and one with another script. */
async function rehearse(office: Office): Promise<readonly string[]> {
  const root = temporaryFolder();
  for (const name of ['issues', 'members.yaml', 'newsletter.yaml']) {
    cpSync(name, path.join(root, name), { recursive: true });
  }
  appendFileSync(path.join(root, 'newsletter.yaml'), office.configuration);
  writeFileSync(
    path.join(root, 'readers.csv'),
    'email,name\nanna@reader.example,Anna Sample\nolena@reader.example,Олена Вигадана\n',
  );
  const environment = office.environment(root);
  const commands = [
    ['subscribers', 'import', 'readers.csv'],
    ...ISSUES.flatMap((issue) => [
      ['build', issue],
      ['send', issue, '--transport', 'outbox', '--yes'],
    ]),
  ];
  for (const args of commands) {
    const { code, stdout, stderr } = await runNewsletter(args, { from: root, environment });
    if (code !== 0) throw new Error(`${office.name}: ${args.join(' ')}: ${stdout}${stderr}`);
  }
  return filesBelow(path.join(root, 'outbox'))
    .filter((file) => file.endsWith('.eml'))
    .map((file) => readFileSync(path.join(root, 'outbox', file), 'utf8'));
}

/** A message as the reader's own server stores it: the outbox has no line of a server that took it in. */
function arrived(message: string): string {
  const date = /^Date: (.+)\r$/m.exec(message)?.[1] ?? '';
  return (
    'Return-Path: <newsletter@lsi.example.org>\r\n' +
    'Received: from mail.lsi.example.org (mail.lsi.example.org [198.18.0.25])\r\n' +
    `\tby mx.reader.example (Postfix) with ESMTPS id 4F1sample0z1\r\n\tfor <reader@reader.example>; ${date}\r\n${message}`
  );
}

/** The points of each message, in their order, and the rules that gave them; one start for all, since it is slow. */
async function judge(messages: readonly string[]) {
  const home = temporaryFolder();
  const files = messages.map((message, index) => {
    const file = path.join(home, `${String(index)}.eml`);
    writeFileSync(file, message);
    return file;
  });
  const options = ['--local', '--nocreate-prefs', '--cf=add_header all Points _SCORE_ _TESTSSCORES(,)_'];
  const { code, stdout, stderr } = await runProgram('spamassassin', [...options, ...files], {
    from: home,
    environment: { HOME: home, LC_ALL: 'C' },
  });
  if (code !== 0) throw new Error(stderr);
  return [...stdout.matchAll(/^X-Spam-Points: (-?[\d.]+) (.*(?:\r?\n[ \t].*)*)/gm)].map(([, points, rules = '']) => ({
    points: Number(points),
    rules: rules.replace(/\s+/g, ''),
  }));
}

test.skipIf(withoutSpamAssassin)(
  'SpamAssassin gives the messages of both sample issues next to no points, and knows spam when it sees it',
  async () => {
    const [unsigned = [], signed = []] = await Promise.all(OFFICES.map(rehearse));
    for (const messages of [unsigned, signed]) expect(messages).toHaveLength(ISSUES.length * 2);
    expect(signed.map((message) => message.slice(0, 15))).toEqual(signed.map(() => 'DKIM-Signature:'));
    // Some as they lie in the outbox, some as they arrive: no server's line is a sign of its own.
    const written = [...unsigned, ...signed.map(arrived)];
    const spam = `Date: Sun, 22 Nov 2020 12:00:00 +0000\r\nSubject: Spam\r\n\r\n${KNOWN_SPAM}\r\n`;
    const [known, ...verdicts] = await judge([arrived(spam), ...written]);
    expect(known?.points).toBeGreaterThan(100);
    expect(verdicts).toHaveLength(written.length);
    expect(verdicts.filter(({ points }) => !(points <= MAX_POINTS))).toEqual([]);
  },
);
