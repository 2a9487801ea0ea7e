// Roundcube, a webmail: Debian's package behind PHP's own server, with one mailbox in Dovecot, both on this machine only,
// looked at in Chromium.
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { clickAnchor, toPixels, withPage } from './chromium.js';

const HIGH = 15_600;
const LOW = 900;
const EVERY_MS = 200;
const MAX_MS = 20_000;

/** Returns a port of this machine that nothing listens to. */
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Every name and password gets into the one mailbox. */
const dovecotSettings = (folder, port) => `protocols = imap
base_dir = ${folder}/run
state_dir = ${folder}/run
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
log_path = ${folder}/log/dovecot
mail_location = maildir:${folder}/home/Maildir
passdb {
  driver = static
  args = password=reader
}
userdb {
  driver = static
  args = uid=nobody gid=nogroup home=${folder}/home
}
service imap-login {
  inet_listener imap {
    port = ${String(port)}
  }
  inet_listener imaps {
    port = 0
  }
}
namespace inbox {
  inbox = yes
}
`;

const roundcubeSettings = (folder, port) => `<?php
$config = [];
$config['db_dsnw'] = 'sqlite:///${folder}/roundcube.sqlite?mode=0600';
$config['imap_host'] = '127.0.0.1:${String(port)}';
$config['smtp_host'] = '127.0.0.1:9';
$config['des_key'] = '24-letters-for-the-tests';
$config['plugins'] = [];
$config['skin'] = 'elastic';
$config['log_dir'] = '${folder}/log';
$config['temp_dir'] = '${folder}/tmp';
$config['enable_spellcheck'] = false;
`;

/** Writes the mailbox, the settings and the database. */
function prepare(folder, file, port) {
  // Dovecot reads the mailbox as nobody.
  chmodSync(folder, 0o755);
  for (const name of ['run', 'log', 'tmp', 'config', 'home/Maildir/cur', 'home/Maildir/new', 'home/Maildir/tmp']) {
    mkdirSync(path.join(folder, name), { recursive: true });
  }
  copyFileSync(file, path.join(folder, 'home/Maildir/cur/1606780800.1.here:2,S'));
  execFileSync('chown', ['-R', 'nobody:nogroup', path.join(folder, 'home')]);
  writeFileSync(path.join(folder, 'dovecot.conf'), dovecotSettings(folder, port));
  for (const name of ['defaults.inc.php', 'mimetypes.php']) {
    copyFileSync(path.join('/etc/roundcube', name), path.join(folder, 'config', name));
  }
  writeFileSync(path.join(folder, 'config/config.inc.php'), roundcubeSettings(folder, port));
  const create = `(new PDO('sqlite:${folder}/roundcube.sqlite'))->exec(file_get_contents('php://stdin'));`;
  const tables = readFileSync('/usr/share/roundcube/SQL/sqlite.initial.sql');
  execFileSync('php', ['-r', create], { input: tables });
}

/** Waits until a server answers. */
async function answering(address) {
  for (const end = Date.now() + MAX_MS; Date.now() < end; await pause(EVERY_MS)) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error(`Roundcube did not answer at ${address}.`);
}

/** Lends out a page of Roundcube in which a reader has logged in. */
async function withRoundcube(message, { dark, height }, query, use) {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsletter-roundcube-'));
  const [imap, web] = [await freePort(), await freePort()];
  const site = `http://127.0.0.1:${String(web)}/`;
  const servers = [];
  try {
    prepare(folder, message.file, imap);
    servers.push(spawn('dovecot', ['-F', '-c', path.join(folder, 'dovecot.conf')], { stdio: 'ignore' }));
    servers.push(
      spawn('php', ['-S', `127.0.0.1:${String(web)}`, '-t', '/var/lib/roundcube/public_html'], {
        env: { ...process.env, ROUNDCUBE_CONFIG_DIR: path.join(folder, 'config') },
        stdio: 'ignore',
      }),
    );
    await answering(site);
    return await withPage({ dark, height }, async (page) => {
      await page.context().addCookies([{ name: 'colorMode', value: dark ? 'dark' : 'light', url: site }]);
      await page.goto(site);
      await page.fill('#rcmloginuser', 'reader');
      await page.fill('#rcmloginpwd', 'reader');
      await page.click('#rcmloginsubmit');
      await page.waitForURL(/_task=mail/);
      await page.goto(`${site}?_task=mail&_mbox=INBOX&${query}`, { waitUntil: 'networkidle' });
      return use(page);
    });
  } finally {
    for (const server of servers) {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill();
      await ended;
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const SHOW = '_uid=1&_action=show';
/** Enough that it can only be our message. */
const LONG_TEXT = 1000;
const pictureOf = async (page) => toPixels(await page.screenshot());

export const roundcube = {
  name: 'Roundcube',
  packages: ['roundcube-core', 'roundcube-sqlite3', 'php-cli', 'php-sqlite3', 'dovecot-imapd'],
  version: () => /[\d.]+/.exec(String(execFileSync('dpkg-query', ['-W', '-f=${Version}', 'roundcube-core'])))?.[0],
  views: { 'replied to': '_action=compose&_reply_uid=1', forwarded: '_action=compose&_forward_uid=1' },

  /** @param {unknown} _ @param {{ file: string }} message @param {{ dark: boolean }} look */
  photograph: (_, message, { dark }) =>
    withRoundcube(message, { dark, height: HIGH }, SHOW, async (page) => {
      const start = await pictureOf(page);
      // The message scrolls in an element of the page.
      await page.evaluate(() => document.querySelector('#layout-content .content')?.scrollTo(0, 1e6));
      const end = await pictureOf(page);
      return end.pixels.equals(start.pixels) ? [start] : [start, end];
    }),

  photographView: ({ views }, message, { dark, view }) =>
    withRoundcube(message, { dark, height: HIGH }, views[view], async (page) => {
      await page.waitForFunction((least) => document.querySelector('#composebody').value.length > least, LONG_TEXT);
      return pictureOf(page);
    }),

  followAnchor: (_, message, { dark }) =>
    withRoundcube(message, { dark, height: LOW }, SHOW, (page) => clickAnchor(page, message)),
};
