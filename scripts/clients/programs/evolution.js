// Evolution opens messages of its own folders only: the folder "Inbox" of "On This Computer", a maildir with one message.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** An account that reads a folder, and the identity and the server that the composer asks for. */
const sources = (home) => ({
  reader: `[Data Source]\nDisplayName=reader\nEnabled=true\nParent=\n[Mail Account]\nBackendName=maildir\nIdentityUid=identity\n[Refresh]\nEnabled=true\n[Maildir Backend]\nPath=${home}/maildir\nFilterInbox=false\n`,
  identity:
    '[Data Source]\nDisplayName=reader\nEnabled=true\nParent=reader\n[Mail Identity]\nAddress=reader@example.org\nName=Test Reader\n[Mail Submission]\nTransportUid=server\n',
  server:
    '[Data Source]\nDisplayName=reader\nEnabled=true\nParent=reader\n[Mail Transport]\nBackendName=smtp\n[Authentication]\nHost=127.0.0.1\nMethod=none\n',
});

/** It asks whether a reply to a message with List-Id is meant for its sender, and forwards in the text. */
const SETTINGS = `[org/gnome/evolution/mail]
prompt-on-list-reply-to=false
prompt-on-private-list-reply=false
forward-style=1
forward-style-name='inline'
composer-send-html=true
composer-mode='html'
`;

/** Where the only message of the list stands, and where the list is empty. */
const ROW = { x: 450, y: 190 };
const EMPTY = { x: 450, y: 400 };

function listsMessage({ pixels, width }) {
  const colour = ({ x, y }) => pixels.readUIntBE(3 * (y * width + x), 3);
  return colour(ROW) !== colour(EMPTY);
}

const SEARCH = 'All Account Search';
const searchWindow = (screen) => screen.windows('name', SEARCH)[0];
const otherWindow = (screen, title) =>
  screen
    .windows('class', 'evolution')
    .filter((window) => screen.title(window) !== SEARCH && title.test(screen.title(window)))
    .at(-1);

export const evolution = {
  name: 'Evolution',
  packages: ['evolution', 'gnome-themes-extra'],
  version: () => /[\d.]+/.exec(String(execFileSync('evolution', ['--version'])))?.[0],

  /** @param {import('../screen.js').Screen} screen @param {string} file @param {{ dark: boolean }} look */
  start(screen, file, { dark }) {
    const message = readFileSync(file, 'latin1');
    const [, id] = /^Message-ID: <([^>]+)>/m.exec(message);
    for (const [name, content] of Object.entries(sources(screen.home))) {
      screen.write(`.config/evolution/sources/${name}.source`, content);
    }
    for (const folder of ['cur', 'new', 'tmp']) {
      screen.write(`maildir/${folder}/.keep`, '');
      for (const own of ['.Outbox', '.Drafts', '.Sent', '.Templates', '.Inbox']) {
        screen.write(`.local/share/evolution/mail/local/${own}/${folder}/.keep`, '');
      }
    }
    screen.write('.local/share/evolution/mail/local/..maildir++', 'maildir++ 1\n');
    screen.write('maildir/cur/1606780800.1.here:2,S', message);
    screen.write('.config/glib-2.0/settings/keyfile', SETTINGS);
    screen.start('evolution', [`mid:${id}`], {
      GTK_THEME: dark ? 'Adwaita:dark' : 'Adwaita',
      GSETTINGS_BACKEND: 'keyfile',
    });
  },
  /** Evolution finds the message by its Message-ID; only its own window has room for all of it. */
  async arrange(screen) {
    await screen.standing('The list of messages', () => searchWindow(screen), listsMessage);
    screen.click(ROW.x, ROW.y);
    screen.key('ctrl+o');
  },
  window: (screen) => otherWindow(screen, /./),
  views: { 'replied to': 'ctrl+r', forwarded: 'ctrl+f' },
  composer: (screen) => otherWindow(screen, /^(Re:|Fwd:|\[Fwd)/),
};
