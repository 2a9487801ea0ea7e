// Claws Mail opens messages of its own folders only: an MH folder with one message, shown by the plugin that draws HTML.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const PLUGIN = '/usr/lib/x86_64-linux-gnu/claws-mail/plugins/litehtml_viewer.so';

const SETTINGS = `[Common]
config_version=4
show_at_startup=1
promote_html_part=1
invoke_plugin_on_html=1
render_html=1
online_mode=0
enable_aspell=0
check_on_startup=0
[Plugins_GTK3]
${PLUGIN}
`;

const ACCOUNT = `[Account: 1]
account_name=reader
is_default=1
name=Test Reader
address=reader@example.org
protocol=0
receive_server=127.0.0.1
smtp_server=127.0.0.1
user_id=reader
set_autocc=0
`;

const FOLDERS = `<?xml version="1.0" encoding="UTF-8"?>
<folderlist><folder type="mh" name="Mailbox" path="Mail" account_id="1">
<folderitem type="inbox" name="inbox" path="inbox" mtime="0" new="0" unread="0" total="0"/>
<folderitem type="outbox" name="sent" path="sent"/><folderitem type="draft" name="draft" path="draft"/>
<folderitem type="queue" name="queue" path="queue"/><folderitem type="trash" name="trash" path="trash"/>
</folder></folderlist>
`;

export const claws = {
  name: 'Claws Mail',
  packages: ['claws-mail', 'claws-mail-litehtml-viewer'],
  version: () => /[\d.]+/.exec(String(execFileSync('claws-mail', ['--version'])))?.[0],

  /** @param {import('../screen.js').Screen} screen @param {string} file @param {{ dark: boolean }} look */
  start(screen, file, { dark }) {
    screen.write('.claws-mail/clawsrc', SETTINGS);
    screen.write('.claws-mail/accountrc', ACCOUNT);
    screen.write('.claws-mail/folderlist.xml', FOLDERS);
    screen.write('Mail/inbox/1', readFileSync(file));
    for (const folder of ['sent', 'draft', 'queue', 'trash']) screen.write(`Mail/${folder}/.mh_sequences`, '');
    screen.start('claws-mail', ['--select', '#mh/Mailbox/inbox/1'], { GTK_THEME: dark ? 'Adwaita:dark' : 'Adwaita' });
  },
  window: (screen) => screen.windows('class', 'claws-mail').at(-1),
  wordsBelowMarks: true,
  views: { 'replied to': 'ctrl+r', forwarded: 'ctrl+alt+f' },
  composer: (screen) => screen.windows('name', 'Compose message').at(-1),
};
