// KMail shows a message file in a window of its own, without an account.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export const kmail = {
  name: 'KMail',
  packages: ['kmail', 'akonadi-backend-sqlite', 'breeze', 'plasma-integration'],
  version: () =>
    /[\d.]+/.exec(String(execFileSync('dpkg-query', ['-W', '-f=${Version}', 'kmail'])).replace(/^\d+:/, ''))?.[0],

  /** @param {import('../screen.js').Screen} screen @param {string} file @param {{ dark: boolean }} look */
  start(screen, file, { dark }) {
    screen.write('.config/akonadi/akonadiserverrc', '[%General]\nDriver=QSQLITE3\n');
    screen.write(
      '.config/kmail2rc',
      '[General]\nfirst-start=false\nSetupWizardRun=true\n\n[Reader]\nhtmlMail=true\nhtmlLoadExternal=false\n',
    );
    const scheme = dark ? 'BreezeDark' : 'BreezeLight';
    const colours = readFileSync(`/usr/share/color-schemes/${scheme}.colors`, 'utf8');
    screen.write('.config/kdeglobals', `${colours}\n[KDE]\nwidgetStyle=Breeze\nCursorBlinkRate=0\n`);
    screen.start('kmail', ['--view', `file://${file}`], {
      QTWEBENGINE_DISABLE_SANDBOX: '1',
      QTWEBENGINE_CHROMIUM_FLAGS: '--no-sandbox --disable-gpu',
      XDG_CURRENT_DESKTOP: 'KDE',
      KDE_FULL_SESSION: 'true',
      QT_QUICK_BACKEND: 'software',
    });
  },
  window: (screen) => screen.windows('name', '. – KMail$').at(-1),
  views: { 'replied to': 'r', forwarded: 'f' },
  composer: (screen) => screen.windows('name', '^(Re|Fwd): .* — KMail$').at(-1),
};
