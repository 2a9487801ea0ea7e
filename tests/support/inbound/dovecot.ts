import { spawn, execFile, type ChildProcess } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { LOOPBACK_CERTIFICATE } from '../transports/smtp/certificates.js';

const run = promisify(execFile);
const DOVECOT = '/usr/sbin/dovecot';
const IMAP_PART = '/usr/lib/dovecot/imap';
/** Debian's `nobody`, whose the mails are. */
const NOBODY = 65_534;

/** A dovecot of its own needs dovecot, and root, since its parts give up rights that only root has. */
export const withoutDovecot = !(process.getuid?.() === 0 && isThere(DOVECOT) && isThere(IMAP_PART));

export const DOVECOT_PASSWORD = 'a-secret/%40';

function isThere(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A real IMAP server on this machine. Each user that signs in has a Maildir of their own. */
export interface RunningDovecot {
  /** With TLS from the start. */
  readonly tlsPort: number;
  /** With STARTTLS, and without where a client asks for none. */
  readonly plainPort: number;
  /** Puts a mail into a folder of a user, as a delivery does. */
  readonly deliver: (user: string, mail: string | Buffer, folder?: string) => void;
  /** The mails in a folder, without those that are marked as deleted by an own file. */
  readonly mailsIn: (user: string, folder?: string) => readonly string[];
  /** Has the server number the mails of a user's folder again. */
  readonly renumber: (user: string) => void;
  /** Ends every connection at once, as a crash of the server does. */
  readonly dropConnections: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts dovecot with folders of its own on free ports; nothing below /etc or /var is touched. */
export async function startDovecot(): Promise<RunningDovecot> {
  const root = mkdtempSync(path.join(tmpdir(), 'nl-dovecot-'));
  chmodSync(root, 0o755);
  for (const name of ['run', 'state', 'mail']) mkdirSync(path.join(root, name));
  chownSync(path.join(root, 'mail'), NOBODY, NOBODY);
  writeFileSync(path.join(root, 'key.pem'), LOOPBACK_CERTIFICATE.key, { mode: 0o600 });
  writeFileSync(path.join(root, 'cert.pem'), LOOPBACK_CERTIFICATE.cert);
  const [tlsPort, plainPort] = [await freePort(), await freePort()];
  const configuration = path.join(root, 'dovecot.conf');
  writeFileSync(configuration, configurationOf(root, tlsPort, plainPort));
  const server = spawn(DOVECOT, ['-F', '-c', configuration], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) =>
    server.once('exit', () => {
      resolve();
    }),
  );
  await answers(plainPort, server);
  const maildir = (user: string, folder = 'INBOX') =>
    path.join(root, 'mail', user, folder === 'INBOX' ? '' : `.${folder.replaceAll('/', '.')}`);
  let delivered = 0;
  return {
    tlsPort,
    plainPort,
    deliver(user, mail, folder) {
      const box = maildir(user, folder);
      for (const name of ['tmp', 'new', 'cur']) makeFolder(path.join(box, name), path.join(root, 'mail'));
      delivered += 1;
      const name = `${String(1_600_000_000 + delivered)}.M${String(delivered)}P1.host`;
      const file = path.join(box, 'new', name);
      // As the mails of another user: dovecot moves them from new/ to cur/.
      writeFileSync(path.join(box, 'tmp', name), mail);
      chownSync(path.join(box, 'tmp', name), NOBODY, NOBODY);
      renameSync(path.join(box, 'tmp', name), file);
    },
    mailsIn(user, folder) {
      return ['new', 'cur'].flatMap((name) => readFolder(path.join(maildir(user, folder), name)));
    },
    renumber(user) {
      for (const name of readdirSync(maildir(user))) {
        if (name.startsWith('dovecot')) rmSync(path.join(maildir(user), name), { recursive: true });
      }
    },
    async dropConnections() {
      await run('/usr/bin/doveadm', ['-c', configuration, 'kick', '*']);
    },
    async stop() {
      server.kill('SIGTERM');
      await ended;
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function configurationOf(root: string, tlsPort: number, plainPort: number): string {
  return `base_dir = ${root}/run
state_dir = ${root}/state
log_path = ${root}/log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <${root}/cert.pem
ssl_key = <${root}/key.pem
disable_plaintext_auth = no
mail_location = maildir:${root}/mail/%u
mail_uid = ${String(NOBODY)}
mail_gid = ${String(NOBODY)}
first_valid_uid = 1
maildir_very_dirty_syncs = no
mailbox_list_index = no
mail_max_userip_connections = 50
auth_mechanisms = plain login
auth_failure_delay = 0
passdb {
  driver = static
  args = password=${DOVECOT_PASSWORD.replaceAll('%', '%%')}
}
userdb {
  driver = static
  args = uid=${String(NOBODY)} gid=${String(NOBODY)} home=${root}/mail/%u
}
service imap-login {
  inet_listener imap {
    port = ${String(plainPort)}
  }
  inet_listener imaps {
    port = ${String(tlsPort)}
    ssl = yes
  }
}
`;
}

/** Makes a folder and those above it that are missing, all of them nobody's. */
function makeFolder(folder: string, top: string): void {
  const segments = path.relative(top, folder).split(path.sep);
  for (let depth = 1; depth <= segments.length; depth += 1) {
    const each = path.join(top, ...segments.slice(0, depth));
    if (isFolder(each)) continue;
    mkdirSync(each);
    chownSync(each, NOBODY, NOBODY);
  }
}

function isFolder(folder: string): boolean {
  try {
    return readdirSync(folder).length >= 0;
  } catch {
    return false;
  }
}

function readFolder(folder: string): readonly string[] {
  return isFolder(folder) ? readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'latin1')) : [];
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}

/** Waits until the server takes connections. */
async function answers(port: number, server: ChildProcess): Promise<void> {
  while (!(await takesConnection(port))) {
    if (server.exitCode !== null) throw new Error(`dovecot ended with ${String(server.exitCode)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function takesConnection(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}
