// Thunderbird opens a message file in a window of its own. Without an account it neither answers nor forwards, so the
// profile has one that reaches no server.
import { execFileSync } from 'node:child_process';

/** A profile without greetings, questions or searches for updates. @param {boolean} dark */
function preferences(dark) {
  const scheme = dark ? 'dark' : 'light';
  const chosen = {
    'app.update.enabled': false,
    'browser.theme.content-theme': dark ? 0 : 1,
    'browser.theme.toolbar-theme': dark ? 0 : 1,
    'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
    'extensions.activeThemeID': `thunderbird-compact-${scheme}@mozilla.org`,
    'general.smoothScroll': false,
    'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
    'mail.account.account1.identities': 'id1',
    'mail.account.account1.server': 'server1',
    'mail.accounthub.enabled': false,
    'mail.accountmanager.accounts': 'account1',
    'mail.accountmanager.defaultaccount': 'account1',
    'mail.identity.id1.fullName': 'Test Reader',
    'mail.identity.id1.smtpServer': 'smtp1',
    'mail.identity.id1.useremail': 'reader@example.org',
    'mail.identity.id1.valid': true,
    'mail.provider.suppress_dialog_on_startup': true,
    'mail.rights.version': 1,
    'mail.server.server1.hostname': 'Local Folders',
    'mail.server.server1.name': 'Local Folders',
    'mail.server.server1.type': 'none',
    'mail.server.server1.userName': 'nobody',
    'mail.shell.checkDefaultClient': false,
    'mail.smtpserver.smtp1.hostname': '127.0.0.1',
    'mail.smtpservers': 'smtp1',
    'mail.spellcheck.inline': false,
    'mail.spotlight.firstRunDone': true,
    'mailnews.start_page.enabled': false,
    'network.dns.disabled': true,
    'ui.caretBlinkTime': 0,
    'ui.systemUsesDarkTheme': dark ? 1 : 0,
  };
  return Object.entries(chosen)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}

export const thunderbird = {
  name: 'Thunderbird',
  packages: ['thunderbird'],
  version: () =>
    String(execFileSync('thunderbird', ['--version']))
      .trim()
      .replace(/^.* /, ''),

  /** @param {import('../screen.js').Screen} screen @param {string} file @param {{ dark: boolean }} look */
  start(screen, file, { dark }) {
    screen.write('profile/user.js', preferences(dark));
    screen.start('thunderbird', ['--no-remote', '--profile', `${screen.home}/profile`, file]);
  },
  window: (screen) =>
    screen
      .windows('name', '. - Mozilla Thunderbird$')
      .find((window) => !screen.title(window).startsWith('Local Folders')),
  views: { 'replied to': 'ctrl+r', forwarded: 'ctrl+l' },
  composer: (screen) => screen.windows('name', '^Write: (Re|Fwd): ').at(-1),
};
