import { execFile } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { LOOPBACK_CERTIFICATE } from './smtp/certificates.js';

const run = promisify(execFile);
const POSTFIX = '/usr/sbin/postfix';
/** Debian's `nobody`, whose the delivered mail is. */
const NOBODY = 65_534;

/** A postfix of its own needs postfix, and root, since its parts give up rights that only root has. */
export const withoutPostfix = !(process.getuid?.() === 0 && isThere(POSTFIX));

function isThere(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A real mail server on this machine, which delivers everything to one Maildir. */
export interface RunningPostfix {
  readonly port: number;
  /** Each message that was delivered, with what postfix put before it. */
  readonly delivered: () => readonly string[];
  /** Whether nothing waits in its queue. */
  readonly isQueueEmpty: () => Promise<boolean>;
  readonly stop: () => Promise<void>;
}

/** Starts postfix with folders of its own on a free port; nothing below /etc or /var is touched. */
export async function startPostfix(): Promise<RunningPostfix> {
  const root = mkdtempSync(path.join(tmpdir(), 'newsletter-postfix-'));
  chmodSync(root, 0o755);
  const folder = (name: string): string => path.join(root, name);
  for (const name of ['conf', 'queue', 'data', 'mail']) mkdirSync(folder(name));
  chownSync(folder('data'), await idOf('-u', 'postfix'), await idOf('-g', 'postfix'));
  chownSync(folder('mail'), NOBODY, NOBODY);
  const port = await freePort();
  writeFileSync(folder('tls.pem'), LOOPBACK_CERTIFICATE.key + LOOPBACK_CERTIFICATE.cert, { mode: 0o600 });
  writeFileSync(folder('conf/main.cf'), mainConfiguration(root));
  writeFileSync(folder('conf/master.cf'), masterConfiguration(port));
  const configuration = ['-c', folder('conf')];
  await start(configuration, root);
  return {
    port,
    delivered: () => readMaildir(folder('mail/all/new')),
    isQueueEmpty: async () => (await run('/usr/sbin/postqueue', [...configuration, '-j'])).stdout === '',
    stop: async () => {
      await run(POSTFIX, [...configuration, 'stop']);
      rmSync(root, { recursive: true, force: true });
    },
  };
}

async function start(configuration: readonly string[], root: string): Promise<void> {
  try {
    await run(POSTFIX, [...configuration, 'start']);
  } catch (error) {
    rmSync(root, { recursive: true, force: true });
    throw error;
  }
}

function mainConfiguration(root: string): string {
  return `compatibility_level = 3.6
queue_directory = ${root}/queue
data_directory = ${root}/data
maillog_file = ${root}/queue/log
maillog_file_prefixes = ${root}
myhostname = localhost
mydestination =
mynetworks = 127.0.0.0/8
inet_interfaces = loopback-only
inet_protocols = ipv4
alias_maps =
alias_database =
local_recipient_maps =
virtual_mailbox_domains = static:all
virtual_mailbox_maps = static:all/
virtual_mailbox_base = ${root}/mail
virtual_uid_maps = static:${String(NOBODY)}
virtual_gid_maps = static:${String(NOBODY)}
smtpd_tls_security_level = may
smtpd_tls_received_header = yes
smtpd_tls_chain_files = ${root}/tls.pem
smtpd_recipient_restrictions = permit_mynetworks, reject
`;
}

function masterConfiguration(port: number): string {
  const services = [
    `127.0.0.1:${String(port)} inet n - n - - smtpd`,
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 300 1 qmgr',
    'rewrite unix - - n - - trivial-rewrite',
    'bounce unix - - n - 0 bounce',
    'defer unix - - n - 0 bounce',
    'trace unix - - n - 0 bounce',
    'error unix - - n - - error',
    'retry unix - - n - - error',
    'virtual unix - n n - - virtual',
    'tlsmgr unix - - n 1000? 1 tlsmgr',
    'showq unix n - n - - showq',
    'proxymap unix - - n - - proxymap',
    'anvil unix - - n - 1 anvil',
    'scache unix - - n - 1 scache',
    'postlog unix-dgram n - n - 1 postlogd',
  ];
  return `${services.join('\n')}\n`;
}

function readMaildir(folder: string): readonly string[] {
  try {
    return readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'));
  } catch (error) {
    // Postfix makes the folder with the first message.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

async function idOf(kind: '-u' | '-g', user: string): Promise<number> {
  return Number((await run('id', [kind, user])).stdout);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
